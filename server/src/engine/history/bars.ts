import { addDuration, daysBetween, type IsoDate, isDate, parseDuration } from '../pilot/dates.ts'
import type { CriterionCommitment } from './commitments.ts'
import { type Factor, factorBetween } from './units.ts'

/** What a criterion is met by: its numbers, and its time. */
export type Bar = (typeof bars)[number]

export const bars = ['baseline', 'target', 'deadline'] as const

/** Whether a bar is easier to meet, or to look good by, than the earlier one; unknown which way is better: no. */
export function isEasier(bar: Bar, from: CriterionCommitment, to: CriterionCommitment): boolean {
  if (bar === 'deadline') return isMuchLater(from.deadline ?? '', to.deadline ?? '')
  const direction = from.direction ?? to.direction
  const [before, after] = [from[bar], to[bar]]
  if (before === undefined || after === undefined || !direction) return false
  const { least, most } = factorBetween(from, to) ?? SAME
  // Another unit makes other decimals. Where it may be counted in several ways, a number has moved by each of them.
  const margin = least === 1 && most === 1 ? 0 : ROUNDING
  const ways = [least, most].map((factor) => before * factor)
  const isLess = ways.every((was) => after < was - Math.abs(was) * margin)
  const isMore = ways.every((was) => after > was + Math.abs(was) * margin)
  if (isTurned(from, to)) return isLess || isMore
  return direction === 'higher' ? isLess : isMore
}

/** Whether what is better has become worse, as by a baseline on the other side of the target: any result may meet that. */
export function isTurned(
  { direction: from }: CriterionCommitment,
  { direction: to }: CriterionCommitment,
): boolean {
  return from !== undefined && to !== undefined && from !== to
}

/** Whether a criterion says that the one way is better, and its two numbers that the other one is: that is a mistake, and no goal. */
export function isContradictory({ direction, baseline, target }: CriterionCommitment): boolean {
  if (baseline === undefined || target === undefined || direction === undefined) return false
  return direction === 'higher' ? target < baseline : target > baseline
}

/** Whether two numbers that stood in each other's place were put right. */
export function isExchanged(from: CriterionCommitment, to: CriterionCommitment): boolean {
  return isContradictory(from) && from.baseline === to.target && from.target === to.baseline
}

const SAME: Factor = { least: 1, most: 1 }

const ROUNDING = 0.01

/** Days by which a deadline may move before it is another one: a matter of calendars, and of weeks that are called months. */
const CALENDAR_DAYS = 7

/** Whether a day or a time lies well behind another one; no where the one is a day and the other a time. */
function isMuchLater(from: string, to: string): boolean {
  if (isDate(from) && isDate(to)) return daysBetween(from, to) > CALENDAR_DAYS
  const [before, after] = [lengthsOf(from), lengthsOf(to)]
  return Math.min(...after) - Math.max(...before) > CALENDAR_DAYS && before.length > 0 && after.length > 0
}

/** The same where the one is a day and the other a time, which is counted from the day of going to production. */
export function isMuchLaterFrom(live: IsoDate, from = '', to = ''): boolean {
  const [before, after] = [from, to].map((text) => {
    const duration = parseDuration(text)
    return duration ? addDuration(live, duration) : text
  })
  return isDate(from) !== isDate(to) && isMuchLater(before ?? '', after ?? '')
}

/** How many days a time lasts, in shorter months and in longer ones. */
function lengthsOf(text: string): readonly number[] {
  const duration = parseDuration(text)
  return duration
    ? ['2026-01-01', '2026-07-01'].map((day) => daysBetween(day, addDuration(day, duration)))
    : []
}
