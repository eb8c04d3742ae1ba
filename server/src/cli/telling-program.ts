import { Argument } from 'commander'
import { printConfig } from './commands/config.ts'
import { explain } from './commands/explain.ts'
import { listRules } from './commands/rules.ts'
import { printSchema, schemaNames } from './commands/schema.ts'
import { type Add, configured, examples, format } from './options.ts'

/** The commands that say what holds: a rule, all rules, the settings of a file, a schema. They check nothing. */
export const addTelling: Add = (program, io, done) => {
  addExplain(program, io, done)
  addRules(program, io, done)
  addConfig(program, io, done)
  addSchema(program, io, done)
}

const addExplain: Add = (program, io, done) => {
  configured(program.command('explain'))
    .summary('explain a rule')
    .description('Explains what a rule checks, why it matters and what to do.')
    .argument('<rule>', 'the rule, as a finding names it')
    .addOption(format())
    .addHelpText('after', examples('pilots explain owners/operator-missing', 'pilots explain schema/date'))
    .action(async (rule, options) => done(await explain(rule, options, io)))
}

const addRules: Add = (program, io, done) => {
  configured(program.command('rules'))
    .summary('list the rules')
    .description(
      'Lists all rules with their severity by stage, including those of the configurations here and below.',
    )
    .addOption(format())
    .addHelpText('after', examples('pilots rules', 'pilots rules --format json'))
    .action(async (options) => done(await listRules(options, io)))
}

const addConfig: Add = (program, io, done) => {
  configured(program.command('config'))
    .summary('show which settings apply to a file')
    .description('Shows which settings apply to a file, and which line of which configuration decided each.')
    .addArgument(new Argument('<action>', 'what to do').choices(['print']))
    .argument('<file>', 'a pilot file')
    .addOption(format())
    .addHelpText(
      'after',
      examples('pilots config print pilots/a.pilot.yaml', 'pilots config print a.pilot.yaml --format json'),
    )
    .action(async (_action, file, options) => done(await printConfig(file, options, io)))
}

const addSchema: Add = (program, io, done) => {
  program
    .command('schema')
    .summary('print a JSON Schema')
    .description(
      'Prints the JSON Schema of a pilot file, the configuration, the JSON report, a baseline, the dashboard as JSON (board) or an import map.',
    )
    .addArgument(new Argument('<name>', 'which schema').choices(schemaNames))
    .addHelpText('after', examples('pilots schema pilot', 'pilots schema config > config.schema.json'))
    .action((name) => done(printSchema(name, io)))
}
