import { exchangesIn, withExchanges } from '../engine/history/exchanged.ts'
import type { LogCommit } from '../engine/history/log.ts'
import { readBlobs } from './blobs.ts'
import { decode } from './files.ts'
import type { Reading } from './told-history.ts'

/** The log with the files renamed where pilots exchanged theirs in one commit. Texts are read for that alone. */
export async function exchanged(
  { git, root, commitments, commitmentsIn }: Reading,
  commits: readonly LogCommit[],
): Promise<readonly LogCommit[]> {
  const exchanges = exchangesIn(commits)
  if (exchanges.size === 0) return commits
  const ids = [...exchanges.values()].flat(2).flatMap(({ after }) => after ?? [])
  const unread = [...new Set(ids)].filter((id) => !commitments.has(id))
  await readBlobs(git, root, unread, async (id, bytes) => {
    const content = decode(bytes)
    commitments.set(id, content.kind === 'text' ? commitmentsIn(content.text) : undefined)
  })
  return withExchanges(commits, exchanges, (id) => commitments.get(id)?.name)
}
