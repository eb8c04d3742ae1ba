import type { IsoDate } from './dates.ts'
import { gatesOfStage } from './gates.ts'
import { named, withUnit } from './metrics.ts'
import type { Criterion, Gate, Pilot } from './model.generated.ts'
import { directionOf, type FullReading, meetsTarget, newestReading, readingsOf } from './progress.ts'

/** A criterion whose readings go the wrong way. */
export interface Decline {
  readonly newest: FullReading
  /** A sentence with the author's numbers. */
  readonly says: string
}

/**
 * Whether the newest reading is worse than the baseline, or the last two steps both lead away from the target.
 * Nothing while the target is met, or when nobody said which way is better.
 */
export function declineOf(criterion: Criterion): Decline | undefined {
  const newest = newestReading(criterion)
  if (!newest || meetsTarget(criterion, newest.value.value)) return undefined
  const says = belowBaseline(criterion, newest) ?? awayTwice(criterion)
  return says === undefined ? undefined : { newest, says: `${named(criterion)} ${says}` }
}

/** The rollout gate that has to answer for the reading: open and due by `until`, or held since without a look for the cause. */
export function gateAnswering(pilot: Pilot, since: IsoDate, until: IsoDate): Gate | undefined {
  return gatesOfStage(pilot, 'rollout').find(({ held, due, decision }) => {
    if (!held) return due !== undefined && due.value <= until
    return held.value >= since && decision?.value !== 'diagnose' && decision?.value !== 'stop'
  })
}

function belowBaseline(criterion: Criterion, { date, value }: FullReading): string | undefined {
  const { baseline } = criterion
  if (!baseline || !isWorse(criterion, value.value, baseline.value)) return undefined
  const was = withUnit(baseline.value, criterion)
  return `was at ${withUnit(value.value, criterion)} on ${date.value}, worse than its baseline of ${was}.`
}

function awayTwice(criterion: Criterion): string | undefined {
  const values = readingsOf(criterion).map(({ value }) => value.value)
  const [first, second, third] = values.slice(-3)
  if (!criterion.target || first === undefined || second === undefined || third === undefined)
    return undefined
  if (!isWorse(criterion, second, first) || !isWorse(criterion, third, second)) return undefined
  const [a, b, c, goal] = [first, second, third, criterion.target.value].map((each) =>
    withUnit(each, criterion),
  )
  return `went from ${a} to ${b} to ${c}, away from its target of ${goal}.`
}

function isWorse(criterion: Criterion, value: number, than: number): boolean {
  const direction = directionOf(criterion)
  if (!direction) return false
  return direction === 'higher' ? value < than : value > than
}
