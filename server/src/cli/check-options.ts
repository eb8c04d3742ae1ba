import { type Command, Option } from 'commander'
import { type Stage, stages } from '../engine/pilot/stages.ts'
import { nearest } from '../engine/schema/suggest.ts'
import { UsageError } from './exit.ts'
import { formats, type Target, targetOf } from './report/formats.ts'
import type { SeverityChoice } from './selection.ts'

/** The option of a command that can write several reports at once. */
export function reporting(command: Command): Command {
  const names = [...formats.keys()].join(', ')
  return command
    .addOption(
      new Option(
        '-f, --format <name[=file]>',
        `how to report, and into which file (repeatable): ${names}`,
      ).argParser(repeated<Target>(targetOf)),
    )
    .option('--statistics', 'count how often each rule was broken: the same as --format statistics')
    .option('-q, --quiet', 'report only errors and whatever else makes the check fail')
}

/** The options of a command that leave out what the user does not want to see. */
export function selecting(command: Command): Command {
  return command
    .addOption(
      new Option('--rule <rule>', 'only this rule or group (repeatable)').argParser(repeated(String)),
    )
    .addOption(
      new Option('--ignore <rule>', 'leave out this rule or group (repeatable)').argParser(repeated(String)),
    )
    .addOption(
      new Option(
        '--severity <rule=level>',
        'report a rule or group as error, warning or info, or not at all: off (repeatable)',
      ).argParser(repeated(severityChoice)),
    )
    .addOption(
      new Option('--stage <stage>', 'only pilots at this stage (repeatable)').argParser(repeated(stageNamed)),
    )
    .addOption(
      new Option('--owner <name>', 'only pilots that this person or team owns (repeatable)').argParser(
        repeated(String),
      ),
    )
    .option('--no-suppressions', 'also report what suppressions silence')
}

/** What the help says about the format when none is asked for. */
export const formatHelp: string = `
Formats:
${[...formats].map(([name, { about }]) => `  ${name.padEnd(12)}${about}`).join('\n')}

Without --format the report is pretty. If standard output is not a terminal, it is agent when a coding agent
runs the program, or else github in GitHub Actions. Of several reports, only one can go to standard output. An
existing file is replaced only if it is empty or a report of the same format.
`

/** Collects the values of an option that may stand more than once. */
function repeated<T>(
  read: (text: string) => T,
): (text: string, before: readonly T[] | undefined) => readonly T[] {
  return (text, before = []) => [...before, read(text)]
}

export const levels: readonly ['error', 'warning', 'info', 'off'] = [
  'error',
  'warning',
  'info',
  'off',
] as const

function severityChoice(text: string): SeverityChoice {
  const [rule = '', word = ''] = text.split('=')
  const level = levels.find((each) => each === word)
  if (rule !== '' && level) return { rule, level }
  const meant = rule === '' ? undefined : nearest(word, levels)
  const advice = meant
    ? `Did you mean ${rule}=${meant}?`
    : `Write it as RULE=LEVEL, with one of ${levels.join(', ')}.`
  throw new UsageError(`--severity cannot be "${text}". ${advice}`)
}

function stageNamed(text: string): Stage {
  const stage = stages.find((each) => each === text)
  if (stage) return stage
  const meant = nearest(text, stages)
  const advice = meant ? `Did you mean ${meant}?` : `There are ${stages.join(', ')}.`
  throw new UsageError(`There is no stage "${text}". ${advice}`)
}
