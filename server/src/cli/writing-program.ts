import { Option } from 'commander'
import { stages } from '../engine/pilot/stages.ts'
import { pilotKinds } from '../engine/templates/pilot.ts'
import { selecting } from './check-options.ts'
import { fix } from './commands/fix.ts'
import { gate } from './commands/gate.ts'
import { importTable } from './commands/import.ts'
import { init } from './commands/init.ts'
import { newPilot } from './commands/new.ts'
import {
  type Add,
  allowEmpty,
  asOf,
  configured,
  examples,
  format,
  noBaseline,
  noCache,
  noHistory,
  PATHS_OR_TEXT,
} from './options.ts'

/** Adds the commands that write pilots, and the gate that lets one go on. */
export const addWriting: Add = (program, io, done) => {
  addFix(program, io, done)
  addGate(program, io, done)
  addInit(program, io, done)
  addNew(program, io, done)
  addImport(program, io, done)
}

const addFix: Add = (program, io, done) => {
  selecting(configured(program.command('fix')))
    .summary('apply the safe fixes')
    .description(
      'Applies the safe fixes: those that invent nothing and decide nothing. Each is tried in memory first. A file that does not parse, is a link, or changes in the meantime is left alone.',
    )
    .argument('[paths...]', PATHS_OR_TEXT)
    .option(
      '--unsafe',
      'also apply the other fixes, except those that decide for you; what only you know is left as TODO',
    )
    .option('--diff', 'write nothing, and show the changes as a diff')
    .option('--dry-run', 'write nothing, and list what would change')
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that counts among the findings left')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .addOption(noHistory())
    .addOption(noBaseline())
    .addOption(allowEmpty())
    .option('--stdin', 'fix the text on standard input, and print it')
    .option('--stdin-filename <path>', 'treat the text of standard input as if it were at this path')
    .addHelpText(
      'after',
      `${examples('pilots fix', 'pilots fix pilots/ --diff', 'pilots fix --unsafe --rule criteria pilots/a.pilot.yaml')}${FIX_CODES}`,
    )
    .action(async (paths, options) => done(await fix(paths, options, io)))
}

const FIX_CODES = `
Exit codes:
  0  no findings left that count; with --diff or --dry-run, nothing would change
  1  findings left that count; with --diff or --dry-run, something would change
  2  wrong usage, mistakes in a configuration, or a file that cannot be read or written
`

const addGate: Add = (program, io, done) => {
  configured(program.command('gate'))
    .summary('ask whether a pilot may enter a stage')
    .description(
      'Goes through what a pilot needs to enter a stage: the outputs and gates of the stages before it, and no errors once it is there. Fails while something is open. Changes nothing.',
    )
    .argument('<name>', 'the name of the pilot, or its file')
    .addOption(new Option('--to <stage>', 'the stage to enter').choices(stages).makeOptionMandatory())
    .addOption(format())
    .addOption(asOf())
    .addOption(noHistory())
    .addOption(noCache())
    .addHelpText(
      'after',
      examples(
        'pilots gate demand-forecast --to rollout',
        'pilots gate demand-forecast --to adoption -f json',
      ),
    )
    .action(async (name, options) => done(await gate(name, options, io)))
}

const addInit: Add = (program, io, done) => {
  program
    .command('init')
    .summary('write the files that a repository starts with')
    .description(
      'Writes pilots.config.yaml, an example pilot, a GitHub workflow and a recommendation of the VS Code extension. Overwrites nothing.',
    )
    .option('--skip-existing', 'keep the files that are there, and write the others')
    .option('--dry-run', 'write nothing, and list what would be written')
    .addHelpText('after', examples('pilots init --dry-run', 'pilots init'))
    .action(async (options) => done(await init(options, io)))
}

const addNew: Add = (program, io, done) => {
  program
    .command('new')
    .summary('write a new pilot')
    .description(
      'Writes a new pilot from a template. On a terminal, without a name or without any option that describes the pilot, it asks for what is missing.',
    )
    .argument('[name]', 'the short name of the pilot, such as demand-forecast')
    .addOption(
      new Option('--template <name>', 'how much it starts with; five-stage if not given').choices(pilotKinds),
    )
    .option('--title <text>', 'what it does and for whom')
    .option('--team <name>', 'the team whose work changes')
    .option('--operator <name>', 'who answers for adoption')
    .option('--sponsor <name>', 'who can decide to scale or to stop it')
    .option('--start <date>', 'the first day, such as 2026-11-20')
    .option('--out <path>', 'the folder or the file to write (default: pilots/)')
    .option('--dry-run', 'write nothing, and show the file')
    .addHelpText(
      'after',
      examples(
        'pilots new demand-forecast',
        'pilots new demand-forecast --template ninety-day --operator "Luis Ortega" --start 2026-11-20',
      ),
    )
    .action(async (name, options) => done(await newPilot(name, options, io)))
}

const addImport: Add = (program, io, done) => {
  program
    .command('import')
    .summary('turn the rows of a table into pilots')
    .description(
      'Turns each row of a CSV file into a pilot file. A map says which column goes where; whatever it does not name, and whatever cannot be read, is left out and reported. Overwrites nothing.',
    )
    .argument('<table>', 'the CSV file, in UTF-8; its first row names the columns')
    .requiredOption('--map <map>', 'the map: a YAML file, or us-federal-2025')
    .option('--out <folder>', 'the folder to write the pilots to', 'pilots')
    .option('--skip-existing', 'keep the pilots that are there, and write the others')
    .option('--dry-run', 'write nothing, and report what would be written')
    .addOption(format())
    .addHelpText(
      'after',
      examples(
        'pilots import inventory.csv --map us-federal-2025 --out pilots/ --dry-run',
        'pilots import projects.csv --map projects.map.yaml --out pilots/',
      ),
    )
    .action(async (table, options) => done(await importTable(table, options, io)))
}
