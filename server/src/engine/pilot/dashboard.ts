import { addMonths, daysBetween, type IsoDate } from './dates.ts'
import type { Criterion, Pilot } from './model.generated.ts'
import {
  criteriaOf,
  type Direction,
  deadlineOf,
  directionOf,
  isMet,
  newestReading,
  progressOf,
  readingsOf,
} from './progress.ts'

/** One criterion of the success dashboard. Numbers are in the criterion's unit. */
export interface DashboardRow {
  readonly metric: string
  readonly unit: string | undefined
  readonly direction: Direction | undefined
  readonly baseline: number | undefined
  readonly month1: Milestone
  readonly month3: Milestone
  readonly newest: Measured | undefined
  readonly target: number | undefined
  /** The day on which the target is due. */
  readonly deadline: IsoDate | undefined
  /** From the baseline, 0, to the target, 1; beyond both possible. */
  readonly progress: number | undefined
  readonly met: boolean
}

export interface Measured {
  readonly date: IsoDate
  readonly value: number
}

/** What was measured so long after the rollout began; `missing` when it should be there and is not. */
export type Milestone = Measured | 'missing' | 'not due'

/** How far from the day of a milestone its reading may lie. */
const NEAR_DAYS = 15

/** The success dashboard: one row for each criterion, in the author's order. */
export function dashboardOf(pilot: Pilot, today: IsoDate): readonly DashboardRow[] {
  const start = pilot.rollout?.start?.value
  return criteriaOf(pilot).map((criterion) => {
    const newest = newestReading(criterion)
    const milestone = (months: number): Milestone =>
      milestoneAt(criterion, start && addMonths(start, months), today)
    return {
      metric: criterion.metric?.value ?? 'unnamed criterion',
      unit: criterion.unit?.value,
      direction: directionOf(criterion),
      baseline: criterion.baseline?.value,
      month1: milestone(1),
      month3: milestone(3),
      newest: newest && { date: newest.date.value, value: newest.value.value },
      target: criterion.target?.value,
      deadline: deadlineOf(pilot, criterion),
      progress: progressOf(criterion),
      met: isMet(criterion),
    }
  })
}

/** The reading nearest to the day, the earlier one of two. Without a rollout there is no day yet. */
function milestoneAt(criterion: Criterion, day: IsoDate | undefined, today: IsoDate): Milestone {
  if (day === undefined) return 'not due'
  let best: Measured | undefined
  let distance = NEAR_DAYS + 1
  for (const { date, value } of readingsOf(criterion)) {
    const away = Math.abs(daysBetween(day, date.value))
    if (away >= distance) continue
    best = { date: date.value, value: value.value }
    distance = away
  }
  return best ?? (daysBetween(day, today) > NEAR_DAYS ? 'missing' : 'not due')
}
