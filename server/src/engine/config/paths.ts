/** The name of a configuration file. */
export const CONFIG_FILE = 'pilots.config.yaml'

/**
 * Where the configuration of a file may stand, the nearest first, and never above the root. Paths are absolute with forward
 * slashes, or the addresses of files. Empty for a file outside of the root.
 */
export function configPathsFor(path: string, root: string): readonly string[] {
  return placesUpwards(path, root, CONFIG_FILE)
}

/** Where a file that holds for others may stand: beside them, or in a folder above up to the root. */
export function placesUpwards(path: string, root: string, name: string): readonly string[] {
  const paths: string[] = []
  for (let at = folderOf(path); isInside(at, root); at = folderOf(at)) {
    paths.push(`${at}/${name}`)
    if (at === root) break
  }
  return paths
}

/** The folder that a file or folder stands in. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The path from a folder to what lies below it; `undefined` for what does not. */
export function pathBelow(path: string, folder: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined
}

/** Whether a path is that of a folder, or of what lies below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || pathBelow(path, folder) !== undefined
}

/** The path that a relative one means in a folder; `undefined` where it leaves the root or is not relative. */
export function pathFrom(folder: string, relative: string, root: string): string | undefined {
  if (/^[/~]|[\\:\0]/.test(relative)) return undefined
  const steps = pathBelow(folder, root)?.split('/') ?? []
  for (const step of relative.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return [root, ...steps].join('/')
}
