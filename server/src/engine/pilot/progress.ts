import { compareTexts } from '../text/compare.ts'
import { isLeftOpen } from '../yaml/template.ts'
import { addDuration, daysBetween, type IsoDate, latest, parseDuration } from './dates.ts'
import { hasStrayDeadline, hasUnread, isAbsent, isUnread, type Located } from './located.ts'
import type { Criterion, Pilot, Reading } from './model.generated.ts'

export type Direction = 'higher' | 'lower'

export interface FullReading extends Reading {
  readonly date: Located<IsoDate>
  readonly value: Located<number>
}

/** The criteria of the file in the author's order. */
export function criteriaOf(pilot: Pilot): readonly Criterion[] {
  return pilot.criteria?.success?.items ?? []
}

/** One that was just inserted: nobody has said where its number stands, and nobody has read it. */
export function isSample(criterion: Criterion): boolean {
  const { source } = criterion
  return source !== undefined && isLeftOpen(source.value) && newestReading(criterion) === undefined
}

/** Which way is better: as the author says, else from the baseline towards the target; unknown when neither tells. */
export function directionOf({ better, baseline, target }: Criterion): Direction | undefined {
  if (better) return better.value
  if (!baseline || !target || baseline.value === target.value) return undefined
  return target.value > baseline.value ? 'higher' : 'lower'
}

/** The readings with date and value, oldest first. */
export function readingsOf(criterion: Criterion): readonly FullReading[] {
  const full = (criterion.readings?.items ?? []).filter(isFull)
  return full.toSorted((a, b) => compareTexts(a.date.value, b.date.value))
}

/** Whether nothing says by when it is to be met, nor a key that may mean that. */
export function lacksDeadline(criterion: Criterion): boolean {
  return isAbsent(criterion, 'within') && isAbsent(criterion, 'by') && !hasStrayDeadline(criterion)
}

/** Whether a reading of it is written that cannot be read: nobody knows where its number stands. */
export function isReadingUnread(criterion: Criterion): boolean {
  return isUnread(criterion, 'readings') || hasUnread(criterion.readings, 'date', 'value')
}

export function newestReading(criterion: Criterion): FullReading | undefined {
  return readingsOf(criterion).at(-1)
}

/** Whether a value reaches the target in the criterion's direction; unknown without target or direction. */
export function meetsTarget(criterion: Criterion, value: number): boolean | undefined {
  const direction = directionOf(criterion)
  if (!criterion.target || !direction) return undefined
  return direction === 'higher' ? value >= criterion.target.value : value <= criterion.target.value
}

/** Whether the newest reading reaches the target; false without a reading. */
export function isMet(criterion: Criterion): boolean {
  const newest = newestReading(criterion)
  return newest !== undefined && meetsTarget(criterion, newest.value.value) === true
}

/** How far the newest reading has come from the baseline to the target: 0 at the baseline, 1 at the target; unknown without all three. */
export function progressOf(criterion: Criterion): number | undefined {
  const { baseline, target } = criterion
  const newest = newestReading(criterion)
  if (!baseline || !target || !newest || baseline.value === target.value) return undefined
  return (newest.value.value - baseline.value) / (target.value - baseline.value)
}

/**
 * The day on which the target is due: `by`, or `within` counted from the day of going to production, which is the
 * outcome's date once it is decided to scale and the promised date before.
 */
export function deadlineOf(pilot: Pilot, { by, within }: Criterion): IsoDate | undefined {
  if (by) return by.value
  const length = within && parseDuration(within.value)
  const scaled = pilot.outcome?.decision?.value === 'scale' ? pilot.outcome.date?.value : undefined
  const live = scaled ?? pilot.timeline?.productionBy?.value
  return length && live ? addDuration(live, length) : undefined
}

/**
 * How much of the time between the start and the deadline has passed: 0 at the start, 1 at the deadline and 1.5 half as
 * long again after it; unknown without a start in front of the deadline.
 */
export function timeShareOf(pilot: Pilot, criterion: Criterion, today: IsoDate): number | undefined {
  const start = pilot.timeline?.start?.value ?? pilot.rollout?.start?.value
  const deadline = deadlineOf(pilot, criterion)
  if (start === undefined || deadline === undefined || deadline <= start) return undefined
  return Math.max(0, daysBetween(start, today) / daysBetween(start, deadline))
}

/**
 * The day since which every criterion has met its target without a break, up to its newest reading; `undefined` while
 * one is unmet or unmeasured, or when there is none.
 */
export function allMetSince(pilot: Pilot): IsoDate | undefined {
  const since = criteriaOf(pilot).map(metSince)
  if (since.length === 0 || since.includes(undefined)) return undefined
  return latest(...since)
}

function metSince(criterion: Criterion): IsoDate | undefined {
  const readings = readingsOf(criterion)
  const lastMiss = readings.findLastIndex(({ value }) => meetsTarget(criterion, value.value) !== true)
  return readings[lastMiss + 1]?.date.value
}

function isFull(reading: Reading): reading is FullReading {
  return reading.date !== undefined && reading.value !== undefined
}
