import { addDays, type IsoDate, latest } from '../pilot/dates.ts'
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
  const came = new Map<string, IsoDate>()
  let behind: string | undefined
  const revisions = steps.flatMap((step, index) => {
    const known = read(step.blob)
    const [date, unread] = [days[index] ?? '', behind]
    behind = known ? undefined : (unread ?? `commit ${step.commit.hash.slice(0, 7)} by ${step.commit.author}`)
    if (!known) return []
    const { hash, author } = step.commit
    const revision: Revision = { commit: hash, date, author, commitments: known, textId: step.blob, unread }
    const others = unread === undefined ? joinedRevisions(step, revision, { read, came }) : []
    noteDay(came, step.blob, date)
    return others.length === 0 ? [revision] : [...others, { ...revision, beforeId: step.before }]
  })
  return { revisions, unread: behind }
}

interface Texts {
  readonly read: TextsRead
  /** The day of each of them, the first one where it came again. */
  readonly came: Map<string, IsoDate>
}

/** What a commit joined in, as revisions of those who had made it: they came on its day. */
function joinedRevisions(
  { before, joined = [] }: TraceStep,
  { commitments: after, date }: Revision,
  { read, came }: Texts,
): readonly Revision[] {
  const was = before === undefined ? undefined : read(before)
  if (!was) return []
  const changes = joined.toReversed().flatMap((step) => {
    const made = dayOf(step.commit, came.get(step.before ?? ''), date)
    noteDay(came, step.blob, made)
    return changeOf(step, made, read)
  })
  return broughtIn({ before: was, after }, changes).flatMap(({ at, commitments }) => {
    const change = changes[at]
    if (!change) return []
    const { commit, blob, before: beforeId } = change.step
    const { made } = change
    return [{ commit: commit.hash, date, made, author: commit.author, commitments, textId: blob, beforeId }]
  })
}

interface Change extends TextChange {
  readonly step: TraceStep
  readonly made: IsoDate
}

/** What a line took in from another one is no change of its own. */
function changeOf(step: TraceStep, made: IsoDate, read: TextsRead): readonly Change[] {
  if (step.commit.parents.length > 1) return []
  const [before, after] = [step.before === undefined ? undefined : read(step.before), read(step.blob)]
  return before && after ? [{ before, after, step, made }] : []
}

function noteDay(came: Map<string, IsoDate>, blob: string, day: IsoDate): void {
  if (!came.has(blob)) came.set(blob, day)
}

/**
 * The author's day, unless that cannot be: it is later than the commit or much earlier, or earlier than the text that was changed. No change
 * is made after it is joined in.
 */
function dayOf({ authored, committed }: LogCommit, since: IsoDate | undefined, joined: IsoDate): IsoDate {
  const isLate = authored > committed || authored < (latest(addDays(committed, -WAITING), since) ?? '')
  const day = isLate ? (latest(committed, since) ?? committed) : authored
  return day < joined ? day : joined
}
