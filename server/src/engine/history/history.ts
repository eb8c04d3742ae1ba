import { ofLast } from '../once.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { isOnTheWay } from '../pilot/stages.ts'
import type { Commitments } from './commitments.ts'
import { isOtherRound } from './next-round.ts'

/** One commit that changed the text of a pilot file, as far as its text could be read. */
export interface Revision {
  /** The full hash. */
  readonly commit: string
  /** The author's calendar date. */
  readonly date: IsoDate
  /** Of a change that was made on another line of commits: its author's day, where `date` is that on which it was joined in. */
  readonly made?: IsoDate
  readonly author: string
  readonly commitments: Commitments
  /** What the source knows the text by. */
  readonly textId?: string
  /** The same of the text before it, where that is not the one of the revision before. */
  readonly beforeId?: string | undefined
  /** The first of the commits in between and behind the one before, whose texts cannot be read: as a sentence names it. */
  readonly unread?: string | undefined
}

/** What Git remembers of one file, under all the names it had. */
export interface FileHistory {
  /** Oldest first, at least one. */
  readonly revisions: readonly Revision[]
  /** The first of the commits behind the last one, whose texts cannot be read: as a sentence names it. */
  readonly unread?: string | undefined
}

/** Whether they hold the same commits with the same texts. */
export function isSameHistory(
  { revisions: a, unread }: FileHistory,
  { revisions: b, unread: other }: FileHistory,
): boolean {
  if (a.length !== b.length || unread !== other) return false
  return a.every(({ commit, textId }, index) => commit === b[index]?.commit && textId === b[index]?.textId)
}

/** A pilot file that is no longer there, with what it committed to last. */
export interface Departed {
  /** As the caller knows files. */
  readonly file: string
  /** Of the commit that deleted it. */
  readonly commit: string
  readonly date: IsoDate
  readonly author: string
  readonly commitments: Commitments
  /** What the source knows its last text by. */
  readonly textId?: string
}

/** A commit, or the editor's text that is in none yet, with what was committed to before and after it. */
export interface Step {
  /** Absent for what is not committed yet. */
  readonly revision: Revision | undefined
  /** Of such a text, the first of the commits that it may be of, and that cannot be read. */
  readonly unread?: string | undefined
  /** The day of the commit; of an uncommitted change, the day on which it is looked at. */
  readonly date: IsoDate
  readonly before: Commitments
  readonly after: Commitments
}

/** The day on which a change was made, which may have been joined in later. */
export function madeOn({ revision, date }: Step): IsoDate {
  return revision?.made ?? date
}

/**
 * Every change of commitments, oldest first; the last one leads to the present text when that differs from the last commit. With the number
 * of a revision, those behind it. None where the present text begins another round, in the file of a pilot that was over.
 */
export function stepsOf(
  history: FileHistory,
  present: Commitments,
  today: IsoDate,
  from = 0,
): readonly Step[] {
  const { steps, last } = committed(history)
  const behind = steps.filter(({ at }) => at > from).map(({ step }) => step)
  if (!last || !isOpen(history, present)) return behind
  if (isBegunAnew(history, present, today)) return []
  const { unread } = history
  return [...behind, { revision: undefined, unread, date: today, before: last.commitments, after: present }]
}

/** Whether the present text begins another round, in the file of a pilot that was over. */
export function isBegunAnew({ revisions }: FileHistory, present: Commitments, today: IsoDate): boolean {
  const last = revisions.at(-1)?.commitments
  const isBegun = last && !isOnTheWay(last.stage) && isOnTheWay(present.stage)
  return isBegun === true && isOtherRound(revisions, present, today)
}

/** Whether the present text commits to something else than the last commit. */
export function isOpen(history: FileHistory, present: Commitments): boolean {
  const { last } = committed(history)
  return last !== undefined && JSON.stringify(present) !== last.text
}

interface Committed {
  /** Each with the number of its revision. */
  readonly steps: readonly { readonly at: number; readonly step: Step }[]
  /** Where there is any revision. */
  readonly last: { readonly commitments: Commitments; readonly text: string } | undefined
}

/** Some rules ask for the steps of one history behind each other, and at every key again. */
const committed = ofLast(({ revisions }: FileHistory): Committed => {
  const steps: { readonly at: number; readonly step: Step }[] = []
  let last: Committed['last']
  for (const [at, revision] of revisions.entries()) {
    const { date, commitments } = revision
    // A change of the file's format changes no value, and is no step.
    const text = JSON.stringify(commitments)
    if (last && last.text !== text)
      steps.push({ at, step: { revision, date, before: last.commitments, after: commitments } })
    last = { commitments, text }
  }
  return { steps, last }
})
