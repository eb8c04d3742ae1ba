import { daysBetween, type IsoDate } from '../pilot/dates.ts'
import type { Commitments } from './commitments.ts'
import { likenessBetween } from './criterion-keys.ts'
import { isKin, isOver } from './heirs.ts'
import type { Revision } from './history.ts'

/** Days for which a pilot may be over and go on as if it had not been. */
const BREAK = 14

/** Whether a pilot was over for so long that its file may be that of another round. */
export function isLongOver(since: IsoDate, until: IsoDate): boolean {
  return daysBetween(since, until) > BREAK
}

/** Whether after a pilot that was over another one is written into its file, be it bit by bit, whatever it is called. */
export function isNextRound(was: Commitments, then: readonly (Commitments | undefined)[]): boolean {
  const told = then.find((is) => is && (isWhole(is) || isSame(was, is)))
  return isWhole(was) && told !== undefined && (isDeclared(was, told) || !isSame(was, told))
}

/** Whether a text with another start says of itself that there was another pilot before it. */
function isDeclared(was: Commitments, { start, predecessor }: Commitments): boolean {
  return predecessor !== undefined && predecessor !== was.predecessor && start !== was.start
}

/** The same of the text that is not committed yet, behind revisions of which the last one was over. */
export function isOtherRound(revisions: readonly Revision[], present: Commitments, today: IsoDate): boolean {
  const active = revisions.findLastIndex(({ commitments }) => !isOver(commitments))
  const [since, last] = [revisions[active + 1], revisions.at(-1)]
  if (!since || !last || !isLongOver(since.date, today)) return false
  const isBack = revisions.some(({ commitments: { start } }) => start === present.start)
  return !isBack && isNextRound(last.commitments, [present])
}

/** Whether a text says what it is told apart by. */
function isWhole({ start, criteria }: Commitments): boolean {
  return start !== undefined && criteria.length > 0
}

/** Whether two texts are of one pilot, be it that a metric is called otherwise. */
function isSame(one: Commitments, other: Commitments): boolean {
  if (isKin(one, other)) return true
  const [were, are] = [one, other].map(({ criteria }) => criteria.slice(0, MOST_COMPARED))
  return were?.some((was) => are?.some((is) => likenessBetween(was, is) === 'same')) === true
}

/** Criteria of a text that are compared by more than their names. */
const MOST_COMPARED = 20
