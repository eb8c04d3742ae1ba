import { Command, Option } from 'commander'
import about from '../../../package.json' with { type: 'json' }
import { addAdopting } from './adopting-program.ts'
import { formatHelp, reporting, selecting } from './check-options.ts'
import { check } from './commands/check.ts'
import { close } from './commands/close.ts'
import { forecastPilots } from './commands/forecast.ts'
import { boardReport } from './commands/report.ts'
import { status } from './commands/status.ts'
import { type ExitCode, exit } from './exit.ts'
import type { Io } from './io.ts'
import { addMerging, dividing } from './merging-program.ts'
import {
  type Add,
  allowEmpty,
  asOf,
  configured,
  examples,
  failOn,
  format,
  maxWarnings,
  noBaseline,
  noCache,
  noHistory,
  PATHS,
  PATHS_OR_TEXT,
} from './options.ts'
import { addSettingUp } from './setting-up-program.ts'
import { addTelling } from './telling-program.ts'
import { addWriting } from './writing-program.ts'

/** The commands with their options and help. `done` takes the exit code of the one that ran. */
export function programFor(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('pilots')
    .description('Finds what keeps AI pilots from reaching production, in files named *.pilot.yaml.')
    .version(about.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', examples('pilots check', 'pilots status', 'pilots explain owners/operator-missing'))
  addCheck(program, io, done)
  addMerging(program, io, done)
  addStatus(program, io, done)
  addClose(program, io, done)
  addReport(program, io, done)
  addForecast(program, io, done)
  addWriting(program, io, done)
  addAdopting(program, io, done)
  addTelling(program, io, done)
  addSettingUp(program, io, done)
  addLsp(program, io, done)
  return program
}

const addCheck: Add = (program, io, done) => {
  dividing(selecting(reporting(configured(program.command('check')))))
    .alias('lint')
    .summary('check pilots and report what was found')
    .description(
      'Checks pilots and reports what was found. Without a path it checks every pilot of the repository.',
    )
    .argument('[paths...]', PATHS_OR_TEXT)
    .addOption(asOf())
    .addOption(noHistory())
    .addOption(failOn())
    .addOption(maxWarnings())
    .addOption(
      new Option(
        '--since <ref>',
        'count only what is new or worse since the merge base with <ref>, such as origin/main',
      ).conflicts('stdin'),
    )
    .addOption(
      new Option(
        '--staged',
        'check the pilots that the next commit adds or changes, as they are staged',
      ).conflicts(['since', 'asOf', 'stdin']),
    )
    .addOption(noBaseline())
    .addOption(noCache())
    .addOption(allowEmpty())
    .option('--stdin', 'check the text on standard input')
    .option('--stdin-filename <path>', 'treat the text of standard input as if it were at this path')
    .addHelpText(
      'after',
      `${examples('pilots check pilots/ --as-of 2026-11-20', 'pilots check -f sarif=pilots.sarif -f concise', 'pilots check --rule owners --stage rollout', 'pilots check --since origin/main -f markdown=comment.md', 'pilots check --staged', 'pilots check --stdin --stdin-filename a.pilot.yaml < a.pilot.yaml')}${formatHelp}${CODES}`,
    )
    .action(async (paths, options) => done(await check(paths, options, io)))
}

const CODES = `
Exit codes:
  0  no findings that count
  1  findings that count
  2  wrong usage, mistakes in a configuration, or a file that cannot be read
  3  a defect of this program
`

const addStatus: Add = (program, io, done) => {
  configured(program.command('status'))
    .summary('show how the pilots stand')
    .description(
      'Shows how the pilots stand, one per row. Given the name of a pilot, it shows the dashboard of that pilot.',
    )
    .argument('[paths...]', `${PATHS}; or the name of one pilot`)
    .addOption(format())
    .addOption(asOf())
    .addOption(noHistory())
    .addOption(noCache())
    .addOption(allowEmpty())
    .addHelpText(
      'after',
      examples('pilots status', 'pilots status pilots/ --format json', 'pilots status demand-forecast'),
    )
    .action(async (paths, options) => done(await status(paths, options, io)))
}

const addClose: Add = (program, io, done) => {
  configured(program.command('close'))
    .summary('hold the closing review of a pilot')
    .description(
      'Asks the three questions of the closing review and shows how the file of the pilot answers them. Fails while one is open.',
    )
    .argument('<name>', 'the name of the pilot, or its file')
    .addOption(format())
    .addOption(asOf())
    .addOption(noHistory())
    .addOption(noCache())
    .addHelpText('after', examples('pilots close demand-forecast'))
    .action(async (name, options) => done(await close(name, options, io)))
}

const addReport: Add = (program, io, done) => {
  configured(program.command('report'))
    .summary('write the dashboard of all pilots')
    .description(
      'Writes the dashboard of all pilots: as one page of HTML that needs no network, or as JSON for programs.',
    )
    .argument('[paths...]', PATHS)
    .addOption(new Option('-f, --format <format>', 'what to write').choices(['html', 'json']).default('html'))
    .option('-o, --output <file>', 'write it to this file instead of standard output')
    .addOption(new Option('--html <file>', 'the same as --format html --output <file>').conflicts('output'))
    .addOption(asOf())
    .addOption(noHistory())
    .addOption(noCache())
    .addOption(allowEmpty())
    .addHelpText(
      'after',
      examples(
        'pilots report --html pilots.html',
        'pilots report pilots/ --format json -o board.json',
        'pilots report --html then.html --as-of 2026-09-30',
      ),
    )
    .action(async (paths, options) => done(await boardReport(paths, options, io)))
}

const addForecast: Add = (program, io, done) => {
  configured(program.command('forecast'))
    .summary('show which findings will appear')
    .description('Shows which finding appears on which day if nothing changes.')
    .argument('[paths...]', PATHS)
    .addOption(
      new Option('-u, --until <date>', 'the last day, or a number of days such as 90d').default('90d'),
    )
    .addOption(
      new Option('-f, --format <format>', 'how to report; ics is for calendars')
        .choices(['table', 'json', 'ics'])
        .default('table'),
    )
    .addOption(asOf())
    .addOption(noHistory())
    .addOption(noCache())
    .addOption(allowEmpty())
    .addHelpText(
      'after',
      examples(
        'pilots forecast',
        'pilots forecast pilots/ --until 2026-12-31',
        'pilots forecast -f ics > pilots.ics',
      ),
    )
    .action(async (paths, options) => done(await forecastPilots(paths, options, io)))
}

const addLsp: Add = (program, io, done) => {
  program
    .command('lsp')
    .summary('run the language server')
    .description('Runs the language server. An editor starts it.')
    .addOption(new Option('--stdio', 'speak over standard input and output').makeOptionMandatory())
    .addHelpText('after', examples('pilots lsp --stdio'))
    .action(async () => {
      await io.serve()
      done(exit.clean)
    })
}
