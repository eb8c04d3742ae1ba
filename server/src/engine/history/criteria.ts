import type { Criterion, Pilot } from '../pilot/model.generated.ts'
import { criteriaOf } from '../pilot/progress.ts'
import { type Bar, bars, isEasier } from './bars.ts'
import { type Renaming, renamingOf, translations } from './called-otherwise.ts'
import { type Commitments, type CriterionCommitment, nameKey } from './commitments.ts'
import type { Course } from './course.ts'
import { isReworded, keysOfCriteria, likenessBetween, numbersKey } from './criterion-keys.ts'
import type { Step } from './history.ts'
import { pointing, righting } from './put-right.ts'
import { factorBetween, isExact, unitOf } from './units.ts'

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
  /** The change that took a number out, when it has not come back. */
  readonly lost: Steps
  /** The change that brought in which way is better, when that was after the start. */
  readonly pointed: Step | undefined
  /** The change that turned that round, when it has not been turned back. */
  readonly turned: Step | undefined
  /** The change that put two numbers right that stood in each other's place from the first. */
  readonly righted: Step | undefined
  /** The change that gave it the name of something else, when it still has one. */
  readonly renamed: Renaming | undefined
}

type Steps = Readonly<Partial<Record<Bar, Step | undefined>>>

export interface Eased {
  readonly step: Step
  readonly to: CriterionCommitment
}

/** Follows every criterion through the history, also under another name and back from where it was dropped. */
export function criteriaTracks({ reference, steps }: Course): readonly Track[] {
  const tracks = new CriteriaTracks(reference)
  for (const step of steps) tracks.follow(step)
  return tracks.all
}

/** What a step made of a criterion. */
export interface TrackChange {
  /** Absent for one that the step adds. */
  readonly before: Track | undefined
  readonly after: Track
}

/**
 * The criteria on their way, of which a step looks at no more than those that it may concern: in a long history most were
 * dropped, and each may come back.
 */
export class CriteriaTracks {
  readonly all: Track[] = []
  /** The places of the tracks by a key of what each was last: what is sure first. */
  readonly #places = keysOfCriteria.map((keyOf) => ({
    keyOf,
    by: new Map<string | undefined, Set<number>>(),
  }))

  /** With the criteria at the start of their way. */
  constructor({ criteria }: Commitments) {
    for (const first of criteria) this.#put(this.all.length, newTrack(first))
  }

  /** Takes one more step, and tells what it changes in the order of the tracks; those that it adds come last. */
  follow(step: Step): readonly TrackChange[] {
    const { pairs, added } = this.#paired(step.after.criteria)
    const changed = this.all.flatMap((before, at) => {
      const last = pairs.get(at)
      return last || !before.dropped ? [this.#put(at, moved(before, last, step))] : []
    })
    return [...changed, ...added.map((first) => this.#put(this.all.length, newTrack(first, step)))]
  }

  #put(at: number, after: Track): TrackChange {
    const before = this.all[at]
    this.all[at] = after
    for (const { keyOf, by } of before?.last === after.last ? [] : this.#places) {
      if (before) by.get(keyOf(before.last))?.delete(at)
      const key = keyOf(after.last)
      by.set(key, (by.get(key) ?? new Set()).add(at))
    }
    return { before, after }
  }

  /** Pairs by what is sure first: name and numbers, then the name alone, then the numbers under a name that is alike. */
  #paired(criteria: readonly CriterionCommitment[]): Pairing {
    const pairs = new Map<number, CriterionCommitment>()
    let added = criteria
    for (const { keyOf, by } of this.#places) {
      const free = new Map<string, number[]>()
      added = added.filter((criterion) => {
        const key = keyOf(criterion)
        if (key === undefined) return true
        const left =
          free.get(key) ?? [...(by.get(key) ?? [])].filter((at) => !pairs.has(at)).sort((a, b) => a - b)
        free.set(key, left)
        const at = keyOf === numbersKey ? this.#nearest(left, criterion) : left[0]
        if (at === undefined) return true
        left.splice(left.indexOf(at), 1)
        pairs.set(at, criterion)
        return false
      })
    }
    return { pairs, added: this.#unpaired(pairs, added) }
  }

  /** Those that are new. Others stand for one that is gone: reworded, or named as it was at first, of two the one in its unit. */
  #unpaired(
    pairs: Map<number, CriterionCommitment>,
    added: readonly CriterionCommitment[],
  ): Pairing['added'] {
    const gone =
      added.length === 0 ? [] : this.all.flatMap(({ dropped }, at) => (dropped || pairs.has(at) ? [] : [at]))
    if (gone.length * added.length > MOST_COMPARED ** 2) return added
    const others = added.filter((criterion) => {
      const places = gone.filter((each) => !pairs.has(each))
      const name = nameKey(criterion.metric)
      const named = places.filter((each) => nameKey(this.all[each]?.first.metric ?? '') === name)
      const at =
        places.find((each) => this.#lastAt(each).some(([, last]) => isReworded(last, criterion))) ??
        named.find((each) => this.#lastAt(each).some(([, last]) => unitOf(last) === unitOf(criterion))) ??
        named[0]
      if (at !== undefined) pairs.set(at, criterion)
      return at === undefined
    })
    const left = new Map(gone.flatMap((at) => (pairs.has(at) ? [] : this.#lastAt(at))))
    const areOthers = (): boolean => pairs.size > 0 && [...pairs].every((each) => this.#isRenamed(each))
    const translated = translations(left, others, areOthers)
    for (const [at, criterion] of translated) pairs.set(at, criterion)
    return translated.size > 0 ? [] : others
  }

  #lastAt(at: number): readonly (readonly [number, CriterionCommitment])[] {
    const track = this.all[at]
    return track ? [[at, track.last]] : []
  }

  #isRenamed([at, is]: readonly [number, CriterionCommitment]): boolean {
    return this.#lastAt(at).some(([, was]) => likenessBetween(was, is) !== 'same')
  }

  /** Another metric with the same numbers is another criterion. */
  #nearest(places: readonly number[], criterion: CriterionCommitment): number | undefined {
    const near = places.slice(0, MOST_COMPARED).map((at) => {
      const last = this.all[at]?.last
      return { at, likeness: last && likenessBetween(last, criterion) }
    })
    const same = near.find(({ likeness }) => likeness === 'same')
    return (same ?? near.find(({ likeness }) => likeness === 'alike'))?.at
  }
}

/** Criteria with the same two numbers whose names are compared with that of one. */
const MOST_COMPARED = 20

function newTrack(first: CriterionCommitment, added?: Step): Track {
  const given = added ? { baseline: added, target: added, deadline: added } : {}
  const none = { dropped: undefined, eased: {}, set: {}, lost: {}, turned: undefined, renamed: undefined }
  return { ...none, righted: undefined, first, given, pointed: added, last: first, added, stated: first }
}

/** Tells the criterion of the present text at the end of a track. Where each stands is found out once for all of them. */
export function criteriaInText({ reference, steps }: Course, pilot: Pilot): InText {
  const named = criteriaOf(pilot).filter(({ metric }) => metric)
  const places = new Map<CriterionCommitment, Criterion | undefined>()
  for (const [at, last] of (steps.at(-1)?.after ?? reference).criteria.entries())
    if (!places.has(last)) places.set(last, named[at])
  return ({ last }) => places.get(last)
}

export type InText = (track: Track) => Criterion | undefined

function moved(track: Track, last: CriterionCommitment | undefined, step: Step): Track {
  if (!last) return { ...track, dropped: track.dropped ?? step }
  const { stated: was } = track
  const stated = {
    ...last,
    direction: last.direction ?? was.direction,
    baseline: last.baseline ?? was.baseline,
    target: last.target ?? was.target,
    deadline: last.deadline ?? was.deadline,
  }
  const renamed = last.metric === track.last.metric ? track.renamed : renamingOf(track, last, step)
  const lost = {
    baseline: last.baseline === undefined ? (track.lost.baseline ?? step) : undefined,
    target: last.target === undefined ? (track.lost.target ?? step) : undefined,
  }
  const pointed = { ...track, ...pointing(track, stated, step) }
  const way = { ...pointed, ...righting(pointed, stated, step) }
  const now: Track = { ...way, last, stated, dropped: undefined, renamed, lost }
  return bars.reduce((each, bar) => barMoved(each, bar, { was, step }), now)
}

interface Move {
  readonly was: CriterionCommitment
  readonly step: Step
}

function barMoved(track: Track, bar: Bar, { was, step }: Move): Track {
  const { stated: to, given } = track
  if (to[bar] === was[bar] && unitOf(to) === unitOf(was)) return track
  // What came after the start may be put right on the day on which it came.
  const isNew = was[bar] === undefined || given[bar]?.date === step.date
  const first = isNew ? { ...track.first, [bar]: inFirstUnit(track.first, to, bar) } : track.first
  const eased = isEasier(bar, was, to) ? [...(track.eased[bar] ?? []), { step, to }] : track.eased[bar]
  return {
    ...track,
    first,
    given: isNew ? { ...given, [bar]: step } : given,
    eased: { ...track.eased, [bar]: isEasier(bar, first, to) ? eased : undefined },
    set: { ...track.set, [bar]: step },
  }
}

/** What came later, in the unit of the start; absent where that may be counted in several ways. */
function inFirstUnit(
  first: CriterionCommitment,
  to: CriterionCommitment,
  bar: Bar,
): CriterionCommitment[Bar] {
  const value = to[bar]
  const factor =
    typeof value === 'number' && unitOf(first) !== unitOf(to) ? factorBetween(first, to) : undefined
  if (typeof value !== 'number' || !factor) return value
  return isExact(factor) ? value / factor.least : undefined
}

interface Pairing {
  /** By the places of the tracks. */
  readonly pairs: ReadonlyMap<number, CriterionCommitment>
  readonly added: readonly CriterionCommitment[]
}
