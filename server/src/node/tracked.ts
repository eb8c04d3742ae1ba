import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { bytesOf } from './files.ts'
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

/** Changes whenever the index does; `undefined` where there is none. */
async function stateOf(root: string): Promise<string | undefined> {
  const stats = await stat(join(await gitFolderOf(root), 'index')).catch(() => undefined)
  return stats && [stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(' ')
}

/** Of a second working tree, and of a submodule, a file says where it is. */
async function gitFolderOf(root: string): Promise<string> {
  const place = join(root, '.git')
  const [, elsewhere] = /^gitdir: (.+)/.exec(String(await bytesOf(place, LONG))) ?? []
  return elsewhere === undefined ? place : resolve(root, elsewhere)
}

/** Bytes of such a file. */
const LONG = 10_000

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
