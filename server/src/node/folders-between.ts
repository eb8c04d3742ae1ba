import { dirname, isAbsolute, join, relative, sep } from 'node:path'

/** Whether a path does not lie below a folder. */
export function isElsewhere(path: string, folder: string): boolean {
  const way = relative(folder, dirname(path))
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
}

/** The folders between a folder and a path below it, from the outside in; none for a path elsewhere. */
export function foldersBetween(folder: string, path: string): readonly string[] {
  const steps = relative(folder, dirname(path)).split(sep)
  if (steps[0] === '' || isElsewhere(path, folder)) return []
  return steps.map((_, index) => join(folder, ...steps.slice(0, index + 1)))
}
