import type { IsoDate } from '../pilot/dates.ts'
import type { Member } from './portfolio.ts'

/** Whether a pilot was scaled or stopped on a day or later; where nobody wrote the day down, it may have been. */
export function isSettledSince({ facts }: Member, day: IsoDate): boolean {
  const settled = facts.decided === 'scale' || facts.decided === 'stop' || !facts.active
  return settled && (facts.decidedOn === undefined || facts.decidedOn >= day)
}

/** Whether the planned end of a pilot has passed and nobody decided anything. */
export function isLeftOpen({ facts }: Member, today: IsoDate): boolean {
  return facts.active && facts.decided === undefined && facts.end !== undefined && facts.end < today
}

export function isStopped({ facts }: Member): boolean {
  return facts.stage === 'stopped' || facts.decided === 'stop'
}

/** Since when a pilot is over that was stopped or left open; unknown without any date. */
export function overSince(member: Member, today: IsoDate): IsoDate | undefined {
  const { decidedOn, end, start } = member.facts
  return isStopped(member) || isLeftOpen(member, today) ? (decidedOn ?? end ?? start) : undefined
}

/** Whether an active pilot begins where another one was stopped or left open. One without a start has not begun. */
export function isRetryOf(later: Member, earlier: Member, today: IsoDate): boolean {
  const day = overSince(earlier, today)
  return day !== undefined && beginsAfter(later, day)
}

/** Whether an active pilot begins on a day or later. */
export function beginsAfter({ facts }: Member, day: IsoDate): boolean {
  return facts.active && (facts.start === undefined || facts.start >= day)
}
