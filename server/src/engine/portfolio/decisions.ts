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

/** Whether a pilot begins where another one of its use case was stopped or left open. */
export function isRetryOf(later: Member, earlier: Member, today: IsoDate): boolean {
  const { facts } = earlier
  const isOver = facts.stage === 'stopped' || facts.decided === 'stop' || isLeftOpen(earlier, today)
  if (!isOver || !later.facts.active) return false
  const ended = facts.decidedOn ?? facts.end ?? facts.start
  return ended !== undefined && (later.facts.start === undefined || later.facts.start >= ended)
}
