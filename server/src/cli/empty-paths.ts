import type { Command } from 'commander'
import { UsageError } from './exit.ts'

/**
 * Ends a command that was given an empty path, as a shell hands on a variable that is not set: taken as a path, that would be
 * the current folder.
 */
export function refuseEmptyPaths(command: Command): void {
  for (const [index, argument] of command.registeredArguments.entries()) {
    if (!PATHS.has(argument.name()) || ![command.processedArgs[index]].flat().includes('')) continue
    const what = argument.name() === 'paths' ? 'a file or a folder, such as "." for this one' : 'a file'
    throw new UsageError(`A path is empty: is a variable not set? Name ${what}.`)
  }
  for (const option of command.options) {
    if (!/<(?:file|map)>/.test(option.flags) || command.getOptionValue(option.attributeName()) !== '')
      continue
    const instead = option.mandatory ? '' : `, or leave out ${option.long}`
    throw new UsageError(`${option.long} is followed by no path: is a variable empty? Name a file${instead}.`)
  }
}

/** The arguments that are paths and nothing else, as the help calls them. */
const PATHS: ReadonlySet<string> = new Set(['paths', 'parts', 'table', 'file'])
