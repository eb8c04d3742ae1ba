import { addDays, type IsoDate } from '../pilot/dates.ts'
import { broughtIn, type TextChange } from './brought-in.ts'
import type { Commitments } from './commitments.ts'
import { daysOf, WAITING } from './days.ts'
import type { FileHistory, Revision } from './history.ts'
import type { LogCommit } from './log.ts'
import type { TraceStep } from './trace.ts'

/** What texts commit to, by their ids; nothing for those that cannot be read. */
type TextsRead = (blob: string) => Commitments | undefined

/** The history of a file whose way is known; without revisions where none of its texts can be read. */
export function fileHistoryOf(steps: readonly TraceStep[], read: TextsRead, today: IsoDate): FileHistory {
  const days = daysOf(
    steps.map(({ commit }) => commit),
    today,
  )
  let behind: string | undefined
  const revisions = steps.flatMap((step, index) => {
    const known = read(step.blob)
    const [date, unread] = [days[index] ?? '', behind]
    behind = known ? undefined : (unread ?? `commit ${step.commit.hash.slice(0, 7)} by ${step.commit.author}`)
    if (!known) return []
    const { hash, author } = step.commit
    const revision: Revision = { commit: hash, date, author, commitments: known, textId: step.blob, unread }
    const others = unread === undefined ? joinedRevisions(step, revision, read) : []
    return others.length === 0 ? [revision] : [...others, { ...revision, beforeId: step.before }]
  })
  return { revisions, unread: behind }
}

/** What a commit joined in, as revisions of those who had made it: they came on its day. */
function joinedRevisions(
  { before, joined = [] }: TraceStep,
  { commitments: after, date }: Revision,
  read: TextsRead,
): readonly Revision[] {
  const was = before === undefined ? undefined : read(before)
  if (!was) return []
  const changes = joined.flatMap((line) => line.toReversed()).flatMap((step) => changeOf(step, read))
  return broughtIn({ before: was, after }, changes).flatMap(({ at, commitments }) => {
    const step = changes[at]?.step
    if (!step) return []
    const { commit, blob, before: beforeId } = step
    const made = dayOf(commit, date)
    return [{ commit: commit.hash, date, made, author: commit.author, commitments, textId: blob, beforeId }]
  })
}

function changeOf(step: TraceStep, read: TextsRead): readonly (TextChange & { readonly step: TraceStep })[] {
  const [before, after] = [step.before === undefined ? undefined : read(step.before), read(step.blob)]
  return before && after ? [{ before, after, step }] : []
}

/** The author's day, unless it is much earlier than the commit; no change is made after it is joined in. */
function dayOf({ authored, committed }: LogCommit, joined: IsoDate): IsoDate {
  const day = authored < addDays(committed, -WAITING) ? committed : authored
  return day < joined ? day : joined
}
