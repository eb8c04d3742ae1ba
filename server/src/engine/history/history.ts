import type { IsoDate } from '../pilot/dates.ts'
import type { Commitments } from './commitments.ts'

/** One commit that changed the text of a pilot file, as far as its text could be read. */
export interface Revision {
  /** The full hash. */
  readonly commit: string
  /** The author's calendar date. */
  readonly date: IsoDate
  readonly author: string
  readonly commitments: Commitments
}

/** What Git remembers of one file, under all the names it had. */
export interface FileHistory {
  /** Oldest first, at least one. */
  readonly revisions: readonly Revision[]
}

/** A commit, or the editor's text that is in none yet, with what was committed to before and after it. */
export interface Step {
  /** Absent for what is not committed yet. */
  readonly revision: Revision | undefined
  /** The day of the commit; of an uncommitted change, the day on which it is looked at. */
  readonly date: IsoDate
  readonly before: Commitments
  readonly after: Commitments
}

/** Every change of commitments, oldest first; the last one leads to the present text when that differs from the last commit. */
export function stepsOf({ revisions }: FileHistory, present: Commitments, today: IsoDate): readonly Step[] {
  const steps: Step[] = []
  let before = revisions[0]?.commitments
  for (const revision of revisions.slice(1)) {
    const after = revision.commitments
    if (before && !same(before, after)) steps.push({ revision, date: revision.date, before, after })
    before = after
  }
  if (before && !same(before, present))
    steps.push({ revision: undefined, date: today, before, after: present })
  return steps
}

/** Whether two revisions commit to the same: a change of the file's format is none. */
function same(a: Commitments, b: Commitments): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
