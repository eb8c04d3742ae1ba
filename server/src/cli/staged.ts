import { posix } from 'node:path'
import { isInside } from '../engine/config/paths.ts'
import { gapText } from '../engine/history/source.ts'
import type { Results } from './checked.ts'
import { UsageError } from './exit.ts'
import { fullPath, fullPaths, kindsOf } from './inputs.ts'
import type { Files, Io } from './io.ts'
import { pastFiles } from './past-files.ts'
import { pathOf, slashed, uriOf } from './paths.ts'

/** What the next commit holds, and what of it a run is about. */
export interface StagedRun {
  /** The pilots of the index; everything else is as it is on disk. */
  readonly files: Files
  /** The paths to analyze: the other pilots are looked at for the rules over all of them. */
  readonly paths: readonly string[]
  /** The results for the files that the commit adds or changes. */
  subjects(results: Results): Results
}

/** Reads the index, and nothing of the pilots that lie in the folders. */
export async function stagedRun(paths: readonly string[], io: Io): Promise<StagedRun> {
  if (paths.includes('-')) throw new UsageError('--staged and standard input do not go together.')
  const staged = await io.revisions.staged(uriOf(io.cwd))
  if (staged.gap !== undefined) throw new UsageError(`--staged needs Git, and ${gapText(staged.gap)}.`)
  const root = slashed(staged.root)
  const files = pastFiles(root, staged, io.files)
  const wanted = fullPaths(paths, io)
  const kinds = await kindsOf(paths, { ...io, files })
  for (const [index, kind] of kinds.entries()) {
    const path = wanted[index] ?? ''
    // A pilot that was not added to Git is there, and no part of the commit.
    if (kind === 'missing' && (await io.files.kindOf(path)) === 'missing')
      throw new UsageError(`There is no file or folder "${paths[index]}".`)
  }
  const changed = new Set([...staged.changed].map(pathOf))
  const isSubject = ({ path }: { readonly path: string }): boolean => {
    const full = fullPath(path, io)
    return changed.has(full) && wanted.some((each) => isInside(full, each))
  }
  return {
    files,
    paths: kinds.every((kind) => kind === 'folder') ? paths : [posix.relative(io.cwd, root) || '.'],
    subjects: (results) => ({
      ...results,
      files: results.files.filter(isSubject),
      unread: results.unread.filter(isSubject),
    }),
  }
}
