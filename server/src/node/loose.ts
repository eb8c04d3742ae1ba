import { fileURLToPath, pathToFileURL } from 'node:url'
import type { HistoryRequest, Present, RepositoryHistory } from '../engine/history/source.ts'

/** The files in which the present state and the newest commit differ, by their URIs. */
export interface Loose {
  /** The texts of those that are in no commit. */
  readonly added: ReadonlyMap<string, string>
  /** Those of the newest commit that are not there any more. Nobody looks for them where nothing was added. */
  readonly gone: ReadonlySet<string>
}

const none: Loose = { added: new Map(), gone: new Set() }

/** What may have been renamed since the newest commit, of which the files are given. */
export async function looseOf(committed: ReadonlySet<string>, present: Present | undefined): Promise<Loose> {
  if (!present) return none
  const texts = new Map(Array.from(present.texts, ([uri, text]) => [normal(uri), text]))
  const added = new Map([...texts].filter(([uri]) => !committed.has(uri)))
  if (added.size === 0) return none
  const gone = new Set<string>()
  for (const uri of committed) if (!texts.has(uri) && !(await present.isThere(uri))) gone.add(uri)
  return gone.size === 0 ? none : { added, gone }
}

/** Equal where nothing has changed that a rename depends on. */
export function keyOf({ added, gone }: Loose): string {
  return gone.size === 0 ? '' : JSON.stringify([[...added], [...gone]])
}

/** What an answer depends on besides the newest commit: the files of that, and what may have been renamed since. */
export type Followed = WeakMap<
  RepositoryHistory,
  { readonly committed: ReadonlySet<string>; readonly key: string }
>

/** Whether an earlier answer still holds for the files of today. */
export async function isAsFollowed(
  known: RepositoryHistory,
  { present }: HistoryRequest,
  followed: Followed,
): Promise<boolean> {
  const before = known.asOf === undefined ? followed.get(known) : undefined
  return !before || keyOf(await looseOf(before.committed, present)) === before.key
}

/** Editors escape other characters than Node does. */
function normal(uri: string): string {
  try {
    return pathToFileURL(fileURLToPath(uri)).href
  } catch {
    return uri
  }
}
