import { posix } from 'node:path'
import { isInside } from '../engine/config/paths.ts'
import { gapText } from '../engine/history/source.ts'
import { shortListing } from '../engine/text/listing.ts'
import type { Staged } from '../node/revisions.ts'
import type { Results } from './checked.ts'
import { UsageError } from './exit.ts'
import { fullPath, fullPaths, kindsOf } from './inputs.ts'
import type { Files, Io } from './io.ts'
import { pastFiles } from './past-files.ts'
import { pathOf, slashed, uriOf } from './paths.ts'
import { shellWord } from './report/escape.ts'

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
  refuseUnmerged(staged, io)
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

/** Git makes no commit of them either. */
function refuseUnmerged({ unmerged }: Pick<Staged, 'unmerged'>, { cwd }: Io): void {
  if (unmerged.size === 0) return
  const paths = Array.from(unmerged, (uri) => posix.relative(cwd, pathOf(uri))).sort()
  const [are, their, them] = paths.length === 1 ? ['is', 'its', 'it'] : ['are', 'their', 'them']
  const named = shortListing(
    paths.map((path) => `"${path}"`),
    MOST,
  )
  const added = paths.length > MOST ? 'FILES' : paths.map(shellWord).join(' ')
  throw new UsageError(
    `The next commit cannot be checked: ${named} ${are} not merged. Solve ${their} conflict${paths.length === 1 ? '' : 's'}, and stage ${them} by: git add ${added}`,
  )
}

/** Paths that are named in a message. */
const MOST = 5
