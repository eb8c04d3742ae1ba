import type { Fix } from '../finding.ts'
import { daysBetween, isDate } from '../pilot/dates.ts'
import { withUnit } from '../pilot/metrics.ts'
import type { Criterion, Pilot } from '../pilot/model.generated.ts'
import { restoreCriterion } from '../templates/restored.ts'
import type { Span } from '../text/span.ts'
import type { CriterionCommitment } from './commitments.ts'
import type { Course } from './course.ts'
import { type Bar, bars, criteriaTracks, inText, isEasier, type Track } from './criteria.ts'
import type { Step } from './history.ts'

/** Something that became easier to reach than it was at the start. */
export interface Easing {
  readonly at: Span
  /** What is easier; absent for what was dropped. */
  readonly bar?: Bar
  /** The first half of a sentence: what it was, and what became of it. */
  readonly what: string
  readonly step: Step
  readonly was: string
  /** Absent for what was dropped. */
  readonly is: string | undefined
  /** What it is called now, and was at the start. */
  readonly names: readonly string[]
  /** What it became, as a number. */
  readonly value: number | undefined
  /** Restores the old value. */
  readonly fix: Fix
}

/** Where it is looked. */
interface Place {
  readonly course: Course
  readonly pilot: Pilot
}

/** The criteria of the present text that are easier to meet than at the start, and those that are gone. */
export function easingsOf(course: Course, pilot: Pilot): readonly Easing[] {
  // What came after the start was never agreed at it.
  const agreed = criteriaTracks(course).filter(({ added }) => !added)
  return agreed.flatMap((track) => {
    if (track.dropped) return [dropped(track, track.dropped, pilot)]
    return bars.map((bar) => eased(track, bar, { course, pilot })).filter((easing) => easing !== undefined)
  })
}

function eased(track: Track, bar: Bar, { course, pilot }: Place): Easing | undefined {
  const { first, last } = track
  const criterion = inText(track, course, pilot)
  const now = bar === 'deadline' ? (criterion?.by ?? criterion?.within) : criterion?.[bar]
  const before = first[bar]
  const step = track.eased[bar] ?? course.steps.at(-1)
  if (!criterion || !step || before === undefined || !now || !isEasier(bar, first, last)) return undefined
  if (bar === 'deadline' && movedAlong(first, last, { course, pilot })) return undefined
  const [was, is] = [shown(before, criterion), shown(now.value, criterion)]
  const change = { do: 'replace', span: now.span, text: String(before) } as const
  return {
    at: now.span,
    bar,
    what: `The ${bar} of "${last.metric}" was ${was} at the start and became ${is}`,
    step,
    was,
    is,
    names: [first.metric, last.metric],
    value: typeof now.value === 'number' ? now.value : undefined,
    fix: { title: `Restore the ${bar} ${was}`, safe: false, changes: [change] },
  }
}

function shown(value: number | string, criterion: Criterion): string {
  return typeof value === 'number' ? withUnit(value, criterion) : value
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

function dropped({ first, last }: Track, step: Step, pilot: Pilot): Easing {
  const agreed = unEased(first, last)
  const numbers = [agreed.baseline, agreed.target].filter((each) => each !== undefined).join(' to ')
  return {
    at: (pilot.criteria?.success ?? pilot.criteria ?? pilot).keySpan,
    what: `The criterion "${last.metric}"${numbers === '' ? '' : ` (${numbers})`} was dropped`,
    step,
    was: numbers === '' ? last.metric : `${last.metric}: ${numbers}`,
    is: undefined,
    names: [first.metric, last.metric],
    value: undefined,
    fix: restoreCriterion(pilot, agreed),
  }
}

/** A criterion as it was last, with what it was at the start where that was harder to meet. */
function unEased(first: CriterionCommitment, last: CriterionCommitment): CriterionCommitment {
  const harder = (bar: Bar): CriterionCommitment => (isEasier(bar, first, last) ? first : last)
  return {
    ...last,
    baseline: harder('baseline').baseline,
    target: harder('target').target,
    deadline: harder('deadline').deadline,
  }
}
