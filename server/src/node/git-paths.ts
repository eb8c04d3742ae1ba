import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What Git is asked about: the pilots, wherever they stand. */
export const pilotPatterns: readonly string[] = ['**/*.pilot.yaml', '**/*.pilot.yml']

/** The place on this machine of a path that Git gives, which begins at the root of its repository. */
export function placeIn(root: string, path: string): string {
  return join(root, path.split('/').join(sep))
}

/** The same place as an address. */
export function uriIn(root: string, path: string): string {
  return pathToFileURL(placeIn(root, path)).href
}

/** What Git prints with `-z`. */
export function partsOf(output: Buffer): readonly string[] {
  return output
    .toString()
    .split('\0')
    .filter((part) => part !== '')
}
