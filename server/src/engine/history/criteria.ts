import { addDuration, daysBetween, isDate, parseDuration } from '../pilot/dates.ts'
import type { Criterion, Pilot } from '../pilot/model.generated.ts'
import { criteriaOf } from '../pilot/progress.ts'
import { type Commitments, type CriterionCommitment, nameKey } from './commitments.ts'
import type { Course } from './course.ts'
import type { Step } from './history.ts'

/** A success criterion on its way from the start to the present text. */
export interface Track {
  /** As it was at the start, or when it was added. */
  readonly first: CriterionCommitment
  /** As it was last. */
  readonly last: CriterionCommitment
  /** The change that brought it in, when that was after the start. */
  readonly added: Step | undefined
  /** The change that took it out, when it has not come back. */
  readonly dropped: Step | undefined
  /** The last change that made it easier to meet, for each of its bars. */
  readonly eased: Readonly<Partial<Record<Bar, Step>>>
}

/** What a criterion is met by: its numbers, and its time. */
export type Bar = (typeof bars)[number]

export const bars = ['baseline', 'target', 'deadline'] as const

/** Follows every criterion through the history, also under another name and back from where it was dropped. */
export function criteriaTracks({ reference, steps }: Course): readonly Track[] {
  return steps.reduce(followStep, startTracks(reference))
}

/** The criteria at the start of their way. */
export function startTracks({ criteria }: Commitments): readonly Track[] {
  return criteria.map((first) => {
    return { first, last: first, added: undefined, dropped: undefined, eased: {} }
  })
}

/** The tracks after one more step: the same ones in their order, then those that it adds. */
export function followStep(tracks: readonly Track[], step: Step): readonly Track[] {
  const { pairs, added } = paired(tracks, step.after.criteria)
  return [
    ...tracks.map((track) => moved(track, pairs.get(track), step)),
    ...added.map((first) => ({ first, last: first, added: step, dropped: undefined, eased: {} })),
  ]
}

/** The criterion of the present text at the end of a track. */
export function inText({ last }: Track, { reference, steps }: Course, pilot: Pilot): Criterion | undefined {
  const index = (steps.at(-1)?.after ?? reference).criteria.indexOf(last)
  return criteriaOf(pilot).filter(({ metric }) => metric)[index]
}

/** Whether a bar is easier to meet, or to look good by, than the earlier one; unknown which way is better: no. */
export function isEasier(bar: Bar, from: CriterionCommitment, to: CriterionCommitment): boolean {
  if (bar === 'deadline') return isMuchLater(from.deadline ?? '', to.deadline ?? '')
  const direction = from.direction ?? to.direction
  const [before, after] = [from[bar], to[bar]]
  if (before === undefined || after === undefined || !direction || isRescaled(from, to)) return false
  return direction === 'higher' ? after < before : after > before
}

/** Whether both numbers changed by one factor together with the unit, or where none says what they are counted in. */
function isRescaled(from: CriterionCommitment, to: CriterionCommitment): boolean {
  if (from.unit !== undefined && from.unit === to.unit) return false
  if (!from.baseline || !from.target || !to.baseline || !to.target) return false
  const [baseline, target] = [to.baseline / from.baseline, to.target / from.target]
  return baseline !== 1 && from.baseline !== from.target && Math.abs(baseline / target - 1) < 1e-9
}

/** Days by which a deadline may move before it is another one: a matter of calendars, and of weeks that are called months. */
const CALENDAR_DAYS = 7

/** Whether a day or a time lies well behind another one; no where the one is a day and the other a time. */
function isMuchLater(from: string, to: string): boolean {
  if (isDate(from) && isDate(to)) return daysBetween(from, to) > CALENDAR_DAYS
  const [before, after] = [lengthsOf(from), lengthsOf(to)]
  return Math.min(...after) - Math.max(...before) > CALENDAR_DAYS && before.length > 0 && after.length > 0
}

/** How many days a time lasts, in shorter months and in longer ones. */
function lengthsOf(text: string): readonly number[] {
  const duration = parseDuration(text)
  return duration
    ? ['2026-01-01', '2026-07-01'].map((day) => daysBetween(day, addDuration(day, duration)))
    : []
}

function moved(track: Track, last: CriterionCommitment | undefined, step: Step): Track {
  if (!last) return { ...track, dropped: track.dropped ?? step }
  const eased = { ...track.eased }
  for (const bar of bars) if (isEasier(bar, track.last, last)) eased[bar] = step
  return { ...track, last, dropped: undefined, eased }
}

interface Pairing {
  readonly pairs: ReadonlyMap<Track, CriterionCommitment>
  readonly added: readonly CriterionCommitment[]
}

/** Pairs by what is sure first: name and numbers, then the name alone, then the numbers under another name. */
function paired(tracks: readonly Track[], criteria: readonly CriterionCommitment[]): Pairing {
  const pairs = new Map<Track, CriterionCommitment>()
  let added = criteria
  for (const keyOf of [exactKey, ({ metric }: CriterionCommitment) => nameKey(metric), numbersKey]) {
    const open = new Map<string, Track[]>()
    for (const track of tracks) {
      const key = pairs.has(track) ? undefined : keyOf(track.last)
      const others = key === undefined ? undefined : open.get(key)
      if (others) others.push(track)
      else if (key !== undefined) open.set(key, [track])
    }
    added = added.filter((criterion) => {
      const key = keyOf(criterion)
      const track = key === undefined ? undefined : open.get(key)?.shift()
      if (track) pairs.set(track, criterion)
      return !track
    })
  }
  return { pairs, added }
}

function exactKey(criterion: CriterionCommitment): string {
  return `${criterion.baseline} ${criterion.target} ${nameKey(criterion.metric)}`
}

function numbersKey({ baseline, target }: CriterionCommitment): string | undefined {
  return baseline === undefined || target === undefined ? undefined : `${baseline} ${target}`
}
