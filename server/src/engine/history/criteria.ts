import type { Criterion, Pilot } from '../pilot/model.generated.ts'
import { criteriaOf } from '../pilot/progress.ts'
import { type Bar, bars, isEasier } from './bars.ts'
import { type Commitments, type CriterionCommitment, nameKey } from './commitments.ts'
import type { Course } from './course.ts'
import type { Step } from './history.ts'

/** A success criterion on its way from the start to the present text. */
export interface Track {
  /** As it was at the start, or when it was added; a bar that it did not have, as that was when it came. */
  readonly first: CriterionCommitment
  /** The change that brought a bar in, when that was after the start. */
  readonly given: Steps
  /** As it was last. */
  readonly last: CriterionCommitment
  /** The change that brought it in, when that was after the start. */
  readonly added: Step | undefined
  /** The change that took it out, when it has not come back. */
  readonly dropped: Step | undefined
  /** As it was last, with what was written of a bar that is gone. */
  readonly stated: CriterionCommitment
  /** The changes that made it easier to meet than it was, for each of its bars. */
  readonly eased: Readonly<Partial<Record<Bar, readonly Eased[] | undefined>>>
  /** The last change of each bar. */
  readonly set: Steps
}

type Steps = Readonly<Partial<Record<Bar, Step>>>

export interface Eased {
  readonly step: Step
  readonly to: CriterionCommitment
}

/** Follows every criterion through the history, also under another name and back from where it was dropped. */
export function criteriaTracks({ reference, steps }: Course): readonly Track[] {
  return steps.reduce(followStep, startTracks(reference))
}

/** The criteria at the start of their way. */
export function startTracks({ criteria }: Commitments): readonly Track[] {
  return criteria.map((first) => newTrack(first))
}

function newTrack(first: CriterionCommitment, added?: Step): Track {
  const given = added ? { baseline: added, target: added, deadline: added } : {}
  return { first, given, last: first, added, dropped: undefined, stated: first, eased: {}, set: {} }
}

/** The tracks after one more step: the same ones in their order, then those that it adds. */
export function followStep(tracks: readonly Track[], step: Step): readonly Track[] {
  const { pairs, added } = paired(tracks, step.after.criteria)
  return [
    ...tracks.map((track) => moved(track, pairs.get(track), step)),
    ...added.map((first) => newTrack(first, step)),
  ]
}

/** The criterion of the present text at the end of a track. */
export function inText({ last }: Track, { reference, steps }: Course, pilot: Pilot): Criterion | undefined {
  const index = (steps.at(-1)?.after ?? reference).criteria.indexOf(last)
  return criteriaOf(pilot).filter(({ metric }) => metric)[index]
}

function moved(track: Track, last: CriterionCommitment | undefined, step: Step): Track {
  if (!last) return { ...track, dropped: track.dropped ?? step }
  const { stated: was } = track
  const stated = {
    ...last,
    baseline: last.baseline ?? was.baseline,
    target: last.target ?? was.target,
    deadline: last.deadline ?? was.deadline,
  }
  const now: Track = { ...track, last, stated, dropped: undefined }
  return bars.reduce((each, bar) => barMoved(each, bar, { was, step }), now)
}

interface Move {
  readonly was: CriterionCommitment
  readonly step: Step
}

function barMoved(track: Track, bar: Bar, { was, step }: Move): Track {
  const { stated: to, given } = track
  if (to[bar] === was[bar] && to.unit === was.unit) return track
  // What came after the start may be put right on the day on which it came.
  const isNew = was[bar] === undefined || given[bar]?.date === step.date
  const first = isNew ? { ...track.first, [bar]: to[bar] } : track.first
  const eased = isEasier(bar, was, to) ? [...(track.eased[bar] ?? []), { step, to }] : track.eased[bar]
  return {
    ...track,
    first,
    given: isNew ? { ...given, [bar]: step } : given,
    eased: { ...track.eased, [bar]: isEasier(bar, first, to) ? eased : undefined },
    set: { ...track.set, [bar]: step },
  }
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
