import type { NoHistory } from '../engine/history/source.ts'
import type { ReadResult } from '../engine/ports.ts'
import { readBlobs } from './blobs.ts'
import { decode } from './files.ts'
import type { Git } from './git.ts'
import { failure } from './git-failure.ts'
import { partsOf, pilotPatterns, uriIn } from './git-paths.ts'
import { HASH, headOf, rootOf } from './history.ts'

/** States of a repository that are in none of its files. Calls never reject: what is missing is a gap. */
export interface Revisions {
  /** The commit at which the present line of commits left the one that a name stands for. */
  mergeBase(folder: string, ref: string): Promise<MergeBase>
  /**
   * The addresses of the files in the index whose texts are not those of a commit, and of those that are gone since, with the
   * ids of their texts in that commit: zeros where it has none. A submodule stands for all of its files.
   */
  changedSince(folder: string, commit: string): Promise<NoHistory | ReadonlyMap<string, string>>
  /** What the next commit will hold. */
  staged(folder: string): Promise<Staged | NoHistory>
}

export type MergeBase =
  | { readonly gap?: undefined; readonly commit: string }
  | NoHistory
  /** The name stands for no commit here; or for several; or for one that has nothing in common with the present one. */
  | { readonly gap: 'unknown' | 'ambiguous' | 'unrelated' }

export interface Staged {
  readonly gap?: undefined
  /** The root of the repository. */
  readonly root: string
  /** The pilots of the index by their URIs. */
  readonly texts: ReadonlyMap<string, ReadResult>
  /** Those of them that the next commit adds or changes. */
  readonly changed: ReadonlySet<string>
  /** Pilots that a merge left in conflict, of which nothing can be committed. */
  readonly unmerged: ReadonlySet<string>
}

/** The repositories of this machine. Nothing is written to them, not even to refresh the index. */
export function gitRevisions(git: Git): Revisions {
  return {
    async mergeBase(folder, ref) {
      const at = await rootAndHead(git, folder)
      if ('gap' in at) return at
      const other = await commitOf(git, at.root, ref)
      if (!HASH.test(other)) return { gap: other === AMBIGUOUS ? other : 'unknown' }
      const options: readonly string[] = []
      const result = await git.run(at.root, { command: 'merge-base', options, revision: at.head, other })
      if (result.kind === 'no-git') return failure(result)
      const [commit = ''] = result.output.toString().split('\n')
      if (HASH.test(commit)) return { commit }
      // Where there is none Git fails without a word.
      return result.kind === 'failed' && result.reason === '' ? { gap: 'unrelated' } : failure(result)
    },
    async changedSince(folder, commit) {
      const root = await rootOf(folder)
      if (root === undefined) return { gap: 'no-repository' }
      const changed = await changedIn(git, root, { revision: commit })
      return 'gap' in changed
        ? changed
        : new Map(Array.from(changed, ([path, id]) => [uriIn(root, path), id]))
    },
    async staged(folder) {
      const root = await rootOf(folder)
      if (root === undefined) return { gap: 'no-repository' }
      const head = await headOf(git, root)
      // The first commit has nothing to be compared with, and a shallow clone has all of its last one.
      if (typeof head !== 'string' && head.gap !== 'empty' && head.gap !== 'shallow') return head
      const isFirst = typeof head !== 'string' && head.gap === 'empty'
      const all = await indexOf(git, root)
      if ('gap' in all) return all
      const changed = isFirst
        ? all.entries
        : await changedIn(git, root, { revision: 'HEAD', patterns: pilotPatterns, options: COMMITTED })
      return 'gap' in changed ? changed : stagedOf(git, { root, ...all, changed })
    },
  }
}

async function rootAndHead(
  git: Git,
  folder: string,
): Promise<NoHistory | { readonly root: string; readonly head: string }> {
  const root = await rootOf(folder)
  if (root === undefined) return { gap: 'no-repository' }
  const head = await headOf(git, root)
  return typeof head === 'string' ? { root, head } : head
}

/** The full hash of the commit that a name of the user's stands for. Of a branch and a tag of one name Git takes the tag, whoever made it. */
async function commitOf(git: Git, root: string, ref: string): Promise<string> {
  // With `--quiet` Git would not warn.
  const options = ['--verify']
  const result = await git.run(root, { command: 'rev-parse', options, revision: `${ref}^{commit}` })
  if (result.kind !== 'done') return ''
  const isAmbiguous = !HASH.test(ref) && /^warning: refname .* is ambiguous/m.test(result.warning ?? '')
  return isAmbiguous ? AMBIGUOUS : result.output.toString().trim()
}

const AMBIGUOUS = 'ambiguous'

/** The ids of the texts in the index by their paths, and the paths that are part of a conflict. */
type Entries = Pick<Index, 'entries' | 'unmerged'>

async function indexOf(git: Git, root: string): Promise<NoHistory | Entries> {
  const options = ['-z', '--stage']
  const result = await git.run(root, {
    command: 'ls-files',
    options,
    patterns: pilotPatterns,
    nextCommit: true,
  })
  if (result.kind !== 'done') return failure(result)
  const entries = new Map<string, string>()
  const unmerged = new Set<string>()
  for (const line of partsOf(result.output)) {
    const [, id, side, path] = ENTRY.exec(line) ?? []
    if (id === undefined || path === undefined) continue
    if (side === '0') entries.set(path, id)
    else unmerged.add(path)
  }
  return { entries, unmerged }
}

/** A regular file; the number in front of the path is 0 where it is no part of a conflict. */
const ENTRY = /^100\d{3} ([0-9a-f]+) ([0-3])\t(.*)$/s

/** Without what is only meant to be added, which has no text in the index. */
const COMMITTED = ['--ita-invisible-in-index']

interface Comparison {
  readonly revision: string
  readonly patterns?: readonly string[]
  readonly options?: readonly string[]
}

/** The paths whose texts in the index differ from those of a commit, with the ids of the latter. */
async function changedIn(
  git: Git,
  root: string,
  { options: more = [], ...compared }: Comparison,
): Promise<NoHistory | ReadonlyMap<string, string>> {
  const options = [
    '-z',
    '--cached',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=none',
    ...more,
  ]
  const call = { command: 'diff-index', options, ...compared } as const
  const result = await git.run(root, { ...call, nextCommit: true })
  if (result.kind !== 'done') return failure(result)
  const parts = partsOf(result.output)
  const before = new Map<string, string>()
  for (let at = 1; at < parts.length; at += 2) {
    const [, then = '', now] = IDS.exec(parts[at - 1] ?? '') ?? []
    // Where the ids are the same, only the rights to the file have changed.
    if (then !== now) before.set(parts[at] ?? '', then)
  }
  return before
}

/** The ids of the text before a change and after it, in front of its path. */
const IDS = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) /

interface Index {
  readonly root: string
  readonly entries: ReadonlyMap<string, string>
  readonly unmerged: ReadonlySet<string>
  readonly changed: ReadonlyMap<string, string>
}

async function stagedOf(git: Git, { root, entries, unmerged, changed }: Index): Promise<Staged> {
  const contents = new Map<string, ReadResult>()
  await readBlobs(git, root, [...new Set(entries.values())], async (id, bytes) => {
    contents.set(id, decode(bytes))
  })
  const uri = (path: string): string => uriIn(root, path)
  const texts = Array.from(entries, ([path, id]) => {
    return [uri(path), contents.get(id) ?? { kind: 'missing' }] as const
  })
  const names = [...changed.keys()].filter((path) => entries.has(path))
  return {
    root,
    texts: new Map(texts),
    changed: new Set(names.map(uri)),
    unmerged: new Set(Array.from(unmerged, uri)),
  }
}
