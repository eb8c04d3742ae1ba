import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ExitCode } from './exit.ts'
import type { Io } from './io.ts'

/** Adds commands to the program. `done` takes the exit code of the one that ran. */
export type Add = (program: Command, io: Io, done: (code: ExitCode) => void) => void

/** What a command takes that looks at many pilots. */
export const PATHS = 'files, or folders to search for *.pilot.yaml; without any, all pilots of the repository'
/** The same of a command that also takes a text. */
export const PATHS_OR_TEXT: string = `${PATHS}; - for standard input`

/** For a command with one report for people and one for programs. */
export function format(): Option {
  return new Option('-f, --format <format>', 'how to report').choices(['pretty', 'json']).default('pretty')
}

export function asOf(): Option {
  return new Option(
    '--as-of <date>',
    'report as of this day, such as 2026-11-20; for a past day, on the files of the last commit up to it',
  )
}

export function noHistory(): Option {
  return new Option(
    '--no-history',
    'do not ask Git: take the files as they are now, and skip the rules that need the history',
  )
}

export function failOn(): Option {
  return new Option('--fail-on <severity>', 'the least severity that counts')
    .choices(['error', 'warning', 'info', 'never'])
    .default('error')
}

export function maxWarnings(): Option {
  return new Option('--max-warnings <number>', 'also fail if there are more warnings than this').argParser(
    wholeNumber,
  )
}

export function noCache(): Option {
  return new Option('--no-cache', 'work everything out afresh, and remember nothing')
}

export function noBaseline(): Option {
  return new Option('--no-baseline', 'also count the findings that the baseline holds')
}

export function allowEmpty(): Option {
  return new Option('--allow-empty', 'do not fail when there are no pilots')
}

/** The options of every command that reads a configuration. */
export function configured(command: Command): Command {
  return command
    .option(
      '--config <file>',
      'use this configuration for all files, as if it stood at the root of the repository',
    )
    .option('--no-config', 'use no configuration')
}

/** Reads the value of an option that counts something. */
function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number.')
  return Number(text)
}

/** The end of a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`
}
