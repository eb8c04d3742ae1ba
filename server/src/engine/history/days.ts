import { addDays, type IsoDate, latest } from '../pilot/dates.ts'
import type { LogCommit } from './log.ts'

/** Days for which a change may have waited for its way into the line of commits. */
export const WAITING = 14

/**
 * The day of each commit of one line, oldest first: its author's, unless that cannot be or is much older than the commit and
 * what it follows is not. Whoever gives a change an early date has not made it before what stood there.
 */
export function daysOf(commits: readonly LogCommit[], today: IsoDate): readonly IsoDate[] {
  // A clock that was wrong by years makes no later commit a later one. It may be tomorrow elsewhere.
  const future = addDays(today, 1)
  let earlier: IsoDate = ''
  return commits.map(({ authored, committed }, index) => {
    const before = commits[index - 1]
    const since = addDays(committed, -WAITING)
    const isLate = authored > committed || authored < earlier
    const isDated = before !== undefined && authored < since && before.committed < since
    const day = isLate || isDated ? (latest(committed, earlier) ?? committed) : authored
    if (day <= future) earlier = day
    return day
  })
}
