import type { Change, Fix } from '../finding.ts'
import { daysBetween, isDate, latest } from '../pilot/dates.ts'
import { isAbsent } from '../pilot/located.ts'
import { inUnit } from '../pilot/metrics.ts'
import type { Criterion, Pilot } from '../pilot/model.generated.ts'
import { insertAt } from '../templates/changes.ts'
import type { Span } from '../text/span.ts'
import { entryOf } from '../yaml/node.ts'
import { isUnwritten } from '../yaml/value.ts'
import { type Bar, bars, isEasier, isMuchLaterFrom, isTurned } from './bars.ts'
import type { CriterionCommitment } from './commitments.ts'
import { easedConditions } from './conditions.ts'
import type { Course } from './course.ts'
import { criteriaInText, criteriaTracks, type InText, type Track } from './criteria.ts'
import { droppedEasing } from './dropped.ts'
import type { Step } from './history.ts'
import { turnedEasing } from './turned.ts'
import { factorBetween, isExact, isRecounted, unitOf } from './units.ts'

/** Something that became easier to reach than it was at the start. */
export interface Easing {
  readonly at: Span
  /** What is easier or gone; absent for a criterion that is gone, is called otherwise or is better the other way round. */
  readonly bar?: Bar | 'condition'
  /** The first half of a sentence: what it was, and what became of it. */
  readonly what: string
  readonly step: Step
  readonly was: string
  /** Absent for what is gone. */
  readonly is: string | undefined
  /** What it is called now, and was at the start. */
  readonly names: readonly string[]
  /** What it became, as a number. */
  readonly value: number | undefined
  /** Where the value has changed again since, what it is now, as the end of a sentence. */
  readonly since: string
  /** Whether it may be the same as before, counted in another unit or called by another name. */
  readonly mayBeSame: boolean
  /** Restores the old value; absent where nobody knows how that is written now. */
  readonly fix: Fix | undefined
}

/** Where it is looked. */
interface Place {
  readonly course: Course
  readonly pilot: Pilot
  readonly inText: InText
}

/**
 * The criteria of the present text that are easier to meet than they were, at the start or when they came, and those that are gone, be
 * it those that were to stop the pilot or to let it go on.
 */
export function easingsOf(course: Course, pilot: Pilot): readonly Easing[] {
  const place = { course, pilot, inText: criteriaInText(course, pilot) }
  const ofSuccess = criteriaTracks(course).flatMap((track) => {
    // What came after the start and went again was never agreed.
    if (track.dropped) return track.added ? [] : [droppedEasing(track, track.dropped, pilot)]
    const moved = bars.map((bar) => lost(track, bar, place) ?? eased(track, bar, place))
    const each = [renamed(track, place), turned(track, moved, place), ...moved]
    return each.filter((easing) => easing !== undefined)
  })
  return [...ofSuccess, ...easedConditions(course, pilot)]
}

/** Where there is a baseline, a number that moved tells it. */
function turned(
  track: Track,
  moved: readonly (Easing | undefined)[],
  { course, inText }: Place,
): Easing | undefined {
  const { first, last } = track
  const hasBaseline = (first.baseline ?? last.baseline) !== undefined
  const isTold = hasBaseline && moved.some((each) => each?.bar !== undefined && each.bar !== 'deadline')
  const criterion = isTold ? undefined : inText(track)
  return criterion && turnedEasing(track, criterion, course.begun)
}

/** What is said of all that has no number now. */
const numberless = { value: undefined, since: '', mayBeSame: false } as const

/** A name that measures something else may be easier to meet with the same numbers. */
function renamed(track: Track, { inText }: Place): Easing | undefined {
  const { first, last, renamed } = track
  const criterion = inText(track)
  if (!renamed || !criterion?.metric) return undefined
  const [was, is] = [first.metric, last.metric]
  return {
    ...numberless,
    at: criterion.metric.span,
    what: `The criterion "${was}" became "${is}" with the same numbers`,
    step: renamed.step,
    was,
    is,
    names: [was, is],
    mayBeSame: renamed.isAlike,
    fix: restoreName(criterion, was),
  }
}

/** Without the number any result is good enough. A deadline that is gone is asked for by itself. */
function lost(track: Track, bar: Bar, { course, inText }: Place): Easing | undefined {
  const { first, last, lost } = track
  const criterion = inText(track)
  const [step, value] = [lost[bar], first[bar]]
  const word = criterion && wordUnder(criterion, bar)
  if (!step || value === undefined || !criterion || !(word || isAbsent(criterion, bar))) return undefined
  const was = shown(first, bar)
  const became = word?.value === undefined ? 'was taken out' : `became "${word.value}"`
  const back: Change = word
    ? { do: 'replace', span: word.span, text: String(value) }
    : insertAt(criterion, [bar], value)
  return {
    ...numberless,
    at: word?.span ?? criterion.keySpan,
    bar,
    what: `The ${bar} of "${last.metric}" was ${was} ${agreedOn(track, bar, course)} and ${became}`,
    step,
    was,
    is: word?.value,
    names: [first.metric, last.metric],
    fix:
      unitOf(first) === unitOf(last)
        ? { title: `Restore the ${bar} ${was}`, safe: false, changes: [back] }
        : undefined,
  }
}

/** A word in the place of a number: `tbd`, `high`, or `null`, which is none. What has a digit in it may be the number in another notation. */
function wordUnder({ node }: Criterion, bar: Bar): Word | undefined {
  const written = node && entryOf(node, bar)?.value
  if (written?.kind !== 'scalar' || isUnwritten(written)) return undefined
  if (written.value === null) return { value: undefined, span: written.span }
  const value = String(written.value).trim().slice(0, 80)
  return /\d/.test(value) ? undefined : { value, span: written.span }
}

interface Word {
  readonly value: string | undefined
  readonly span: Span
}

function restoreName(into: Criterion, value: string): Fix {
  const change = insertAt(into, ['metric'], value)
  return { title: `Restore the metric "${value}"`, safe: false, changes: [change] }
}

function agreedOn({ given, righted }: Track, bar: Bar, { begun }: Course): string {
  const step = given[bar] ?? (bar === 'deadline' ? undefined : righted)
  return step ? `on ${step.date}` : begun
}

function eased(track: Track, bar: Bar, place: Place): Easing | undefined {
  const { course, inText } = place
  const { first, last, eased, set } = track
  const criterion = inText(track)
  const now = bar === 'deadline' ? (criterion?.by ?? criterion?.within) : criterion?.[bar]
  const [before, after] = [first[bar], last[bar]]
  const steps = eased[bar] ?? []
  const { step, to } = steps.at(-1) ?? { step: set[bar], to: last }
  if (!step || before === undefined || after === undefined || !now) return undefined
  if (!isEased(track, bar, place)) return undefined
  const [was, became, is] = [shown(first, bar), shown(to, bar), shown(last, bar)]
  const across = bar === 'baseline' && isTurned(first, to) ? ', on the other side of the target,' : ''
  const often = steps.length > 1 ? ` in ${steps.length} steps, the last one` : ''
  return {
    at: now.span,
    bar,
    what: `The ${bar} of "${last.metric}" was ${was} ${agreedOn(track, bar, course)} and became ${became}${across}${often}`,
    since: became === is ? '' : `, and is ${is} now`,
    step,
    was,
    is: became,
    names: [first.metric, last.metric],
    value: typeof after === 'number' ? after : undefined,
    mayBeSame: bar !== 'deadline' && isRecounted(first, last),
    fix: restored(track, bar, now.span),
  }
}

/** Not where it is the other way round that makes it easier since: that is told by itself. */
function isEased(track: Track, bar: Bar, place: Place): boolean {
  const { first, last, eased } = track
  if (bar === 'deadline') return isLate(track, place)
  return isEasier(bar, first, last) && (eased[bar] !== undefined || !isTurned(first, last))
}

/** Writes a bar as it was, in the unit that the criterion has now. */
function restored({ first, last }: Track, bar: Bar, span: Span): Fix | undefined {
  const before = first[bar]
  const known = typeof before === 'number' ? factorBetween(first, last) : undefined
  const factor = known && isExact(known) ? known.least : undefined
  const isKnown = factor !== undefined || unitOf(first) === unitOf(last)
  const isAlike = typeof before === 'number' ? isKnown : isDate(before ?? '') === isDate(last.deadline ?? '')
  if (before === undefined || !isAlike) return undefined
  const value = typeof before === 'number' ? Number((before * (factor ?? 1)).toPrecision(12)) : before
  const title = `Restore the ${bar} ${shown({ ...last, [bar]: value }, bar)}`
  return { title, safe: false, changes: [{ do: 'replace', span, text: String(value) }] }
}

function shown(criterion: CriterionCommitment, bar: Bar): string {
  const value = criterion[bar]
  return typeof value === 'number' ? inUnit(value, unitOf(criterion)) : String(value)
}

/** Whether a deadline is later than it was, and not because the pilot's own dates are. */
function isLate({ first, last }: Track, place: Place): boolean {
  const { course, pilot } = place
  const live = latest(course.reference.productionBy, pilot.timeline?.productionBy?.value)
  const isOtherKind = live !== undefined && isMuchLaterFrom(live, first.deadline, last.deadline)
  return isOtherKind || (isEasier('deadline', first, last) && !movedAlong(first, last, place))
}

/** Whether a day moved no further than the pilot's own end or production date did: that these slipped is another question. */
function movedAlong(
  { deadline: from }: CriterionCommitment,
  { deadline: to }: CriterionCommitment,
  { course, pilot }: Place,
): boolean {
  if (from === undefined || to === undefined || !isDate(from) || !isDate(to)) return false
  const moves = (['end', 'productionBy'] as const).map((key) => {
    const [before, now] = [course.reference[key], pilot.timeline?.[key]?.value]
    return before === undefined || now === undefined ? 0 : daysBetween(before, now)
  })
  return daysBetween(from, to) <= Math.max(...moves)
}
