import type { IsoDate } from './dates.ts'
import { gatesOf, settledGates } from './gates.ts'
import type { Located } from './located.ts'
import type { Pilot } from './model.generated.ts'
import { criteriaOf, isMet } from './progress.ts'
import { passedEnd } from './signs.ts'
import { isActive, stageOf } from './stages.ts'

/**
 * The deadlines of a pilot that can no longer be missed: what they promise is there, was decided, or is given up. By the
 * offsets at which they stand.
 */
export function settledDeadlines(pilot: Pilot, today: IsoDate): ReadonlySet<number> {
  const { timeline, next } = pilot
  const settled = settledGates(pilot)
  const isOver = !isActive(pilot)
  const dates: (Located<IsoDate> | undefined | false)[] = [
    passedEnd(pilot, today) === undefined && timeline?.end,
    isOver && timeline?.productionBy,
    isOver && next?.by,
    ...gatesOf(pilot).map((gate) => (isOver || settled.has(gate)) && gate.due),
    ...criteriaOf(pilot).map((each) => (stageOf(pilot) === 'stopped' || isMet(each)) && each.by),
  ]
  return new Set(dates.flatMap((date) => (date ? [date.span.start] : [])))
}
