import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Git } from './git.ts'
import { partsOf, pilotPatterns, placeIn } from './git-paths.ts'

/** The pilots that the index of a repository holds, by their paths on this machine: none where nobody can tell. Never rejects. */
export type Tracked = (root: string) => Promise<ReadonlySet<string>>

/** Asks Git, once for each state of an index. */
export function trackedBy(git: Git): Tracked {
  const known = new Map<string, { readonly state: string; readonly paths: ReturnType<Tracked> }>()
  return async (root) => {
    const state = await stateOf(root)
    const before = known.get(root)
    if (before && state !== undefined && before.state === state) return before.paths
    const paths = inIndex(git, root)
    if (state !== undefined) known.set(root, { state, paths })
    return paths
  }
}

/** The pilots that a repository holds and that are not to be put into its folders, as in a sparse checkout. Never rejects. */
export async function notCheckedOut(git: Git, root: string): Promise<ReadonlySet<string>> {
  const names = await namesInIndex(git, root, ['-t', '-z', '--cached'])
  return placesOf(
    names.flatMap((name) => (name.startsWith('S ') ? name.slice(2) : [])),
    root,
  )
}

/** Changes whenever the index does; `undefined` where that lies somewhere else, as in a second working tree. */
async function stateOf(root: string): Promise<string | undefined> {
  const stats = await stat(join(root, '.git', 'index')).catch(() => undefined)
  return stats && [stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(' ')
}

async function inIndex(git: Git, root: string): Promise<ReadonlySet<string>> {
  return placesOf(await namesInIndex(git, root, ['-z', '--cached']), root)
}

async function namesInIndex(git: Git, root: string, options: readonly string[]): Promise<readonly string[]> {
  const result = await git.run(root, { command: 'ls-files', options, patterns: pilotPatterns })
  return result.kind === 'done' ? partsOf(result.output) : []
}

function placesOf(names: readonly string[], root: string): ReadonlySet<string> {
  return new Set(names.map((name) => placeIn(root, name)))
}
