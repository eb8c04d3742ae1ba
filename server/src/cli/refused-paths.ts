import { posix } from 'node:path'
import type { Command } from 'commander'
import { CONFIG_FILE } from '../engine/config/paths.ts'
import { UsageError } from './exit.ts'
import { slashed } from './paths.ts'

/**
 * Ends a command that was given a path that cannot be meant: an empty one, as a shell hands on a variable that is not set, which
 * would be the current folder; or a configuration in the place of a pilot.
 */
export function refusePaths(command: Command): void {
  for (const [index, argument] of command.registeredArguments.entries())
    if (PATHS.has(argument.name())) refuseAmong([command.processedArgs[index]].flat(), argument.name())
  for (const option of command.options) {
    if (!/<(?:file|map)>/.test(option.flags) || command.getOptionValue(option.attributeName()) !== '')
      continue
    const instead = option.mandatory ? '' : `, or leave out ${option.long}`
    throw new UsageError(`${option.long} is followed by no path: is a variable empty? Name a file${instead}.`)
  }
}

function refuseAmong(given: readonly unknown[], argument: string): void {
  const arePilots = argument === PILOTS
  if (given.includes('')) {
    const what = arePilots ? 'a file or a folder, such as "." for this one' : 'a file'
    throw new UsageError(`A path is empty: is a variable not set? Name ${what}.`)
  }
  const config = arePilots ? given.find(isConfig) : undefined
  if (config !== undefined)
    throw new UsageError(
      `"${config}" is a configuration, and no pilot. It is checked along with the pilots that it is for.`,
    )
}

/** Where pilots are named. */
const PILOTS = 'paths'

/** The arguments that are paths and nothing else, as the help calls them. */
const PATHS: ReadonlySet<string> = new Set([PILOTS, 'parts', 'table', 'file'])

function isConfig(given: unknown): boolean {
  return typeof given === 'string' && posix.basename(slashed(given)) === CONFIG_FILE
}
