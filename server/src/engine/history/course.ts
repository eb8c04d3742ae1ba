import type { PastChange } from '../finding.ts'
import { addDays, type IsoDate, latest } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import type { Stage } from '../pilot/stages.ts'
import { type Commitments, commitmentsOf } from './commitments.ts'
import { type FileHistory, madeOn, type Revision, type Step, stepsOf } from './history.ts'

/** What became of a pilot since it started. */
export interface Course {
  readonly started: IsoDate
  /** When that was, as a sentence says it. */
  readonly begun: string
  /**
   * What held at the start: the last revision up to that day, or on that day the present text, as it will be when it is committed;
   * where the file came into the repository later, up to the day of its first.
   */
  readonly reference: Commitments
  /** Every change of commitments since then, oldest first. */
  readonly steps: readonly Step[]
}

/** The course of a pilot that has started; `undefined` while it has not, or when no start is known. */
export function courseOf(history: FileHistory | undefined, pilot: Pilot, today: IsoDate): Course | undefined {
  const present = commitmentsOf(pilot)
  if (!history) return undefined
  const started = startedOn(history, present, today)
  if (started === undefined) return undefined
  const begun = 'at the start'
  return courseFrom({ started, begun }, history, { present, today })
}

/**
 * The course of what a pilot has to reach. Leaving the start out makes no target a plan: where the present text gives none, it counts
 * from the day on which a text first stood at a stage before which the criteria are agreed, and from the one on which it stood at the
 * rollout where a start was only written down that lies long behind that. A start that is put off at the rollout puts off no target.
 */
export function courseOfCriteria(
  history: FileHistory | undefined,
  pilot: Pilot,
  today: IsoDate,
): Course | undefined {
  if (!history) return undefined
  const present = commitmentsOf(pilot)
  const course = courseOf(history, pilot, today)
  const stood = (isAt: (stage: Stage) => boolean): Revision | undefined =>
    history.revisions.find(({ commitments }) => isAt(commitments.stage))
  const byStage = (first: Revision | undefined): Course | undefined => {
    const begun = `when it reached the ${first?.commitments.stage} stage`
    return first && courseFrom({ started: first.date, begun }, history, { present, today })
  }
  const start = course?.started ?? present.start
  if (start === undefined) return byStage(stood(isUnderWay))
  const rollout = stood((stage) => ROLLED_OUT.includes(stage))
  const planned = rollout && plannedStart(rollout, start, history)
  const day = planned ?? rollout?.date
  if (!day || start <= addDays(day, LATE)) return course
  if (rollout?.commitments.start === undefined) return byStage(rollout)
  const begun = `on ${planned}, when it was to start,`
  return planned === undefined ? course : courseFrom({ started: planned, begun }, history, { present, today })
}

/** The day that was still to come when the rollout began, where the pilot stood at the rollout until the start that took its place. */
function plannedStart(rollout: Revision, start: IsoDate, { revisions }: FileHistory): IsoDate | undefined {
  const planned = rollout.commitments.start
  const until = revisions.slice(revisions.indexOf(rollout)).filter(({ date }) => date <= start)
  const isOn = until.every(({ commitments: { stage } }) => ROLLED_OUT.includes(stage))
  return isOn && planned !== undefined && planned > rollout.date ? planned : undefined
}

const ROLLED_OUT: readonly Stage[] = ['rollout', 'adoption', 'production']

/** Days by which the start may lie behind the first text at the rollout. */
const LATE = 14

function isUnderWay(stage: Stage): boolean {
  return stage !== 'criteria' && stage !== 'ownership'
}

function courseFrom(
  start: Pick<Course, 'started' | 'begun'>,
  history: FileHistory,
  { present, today }: { readonly present: Commitments; readonly today: IsoDate },
): Course | undefined {
  const { started } = start
  // What came later may be put right on the day on which it came, also in the text that is not committed yet.
  const day = latest(started, history.revisions[0]?.date) ?? started
  if (day >= today) return { ...start, reference: present, steps: [] }
  const first = history.revisions.findLastIndex(({ date }) => date <= day)
  const reference = history.revisions[first]?.commitments
  return reference && { ...start, reference, steps: stepsOf(history, present, today, first) }
}

/**
 * The first start that came while it was the planned one. A start that is moved once it has come remains what it was, unless it was put
 * right on the day on which it was written, or within a month where it was of a wrong year.
 */
export function startedOn(
  { revisions }: FileHistory,
  present: Commitments,
  today: IsoDate,
): IsoDate | undefined {
  const states = [...revisions.map(({ commitments }) => commitments), present]
  // A text holds until the next commit; the last one and the present text until today.
  const days = [...revisions.map(({ date }) => date), today, addDays(today, 1)]
  const came = states.find(({ start }, at) => {
    const [written, end] = [days[at] ?? today, days[at + 1] ?? today]
    if (!start || start >= end) return false
    const next = states.findIndex((each, later) => later > at && each.start !== start)
    const right = states[next]?.start
    if (!right) return true
    const isNow = addDays(start, LONG_OVER) < written && right < addDays(written, LONG_OVER)
    const isYear = isNow && right.slice(4) === start.slice(4)
    return addDays(written, isYear ? MONTH : 0) < (days[next] ?? today)
  })
  return came?.start
}

/** Days after which nobody begins to write down a pilot, and before which nobody knows on which day it starts. */
const LONG_OVER = 180
/** Days for which a wrong year may stand unseen. */
const MONTH = 31

/**
 * Who made a change, and when, as the end of a sentence: `on 2026-04-05 by Luis Ortega (commit 1a2b3c4)`. With the start, also why a
 * change that was made before it counts.
 */
export function attribution({ revision, unread = revision?.unread }: Step, started: IsoDate = ''): string {
  const before = unread === undefined ? '' : `, if not since ${unread}, which cannot be read`
  if (!revision) return `in the text that is not committed yet${before}`
  const { date, made = date, author, commit } = revision
  const late = made < started && date > started ? `, after the start of ${started}` : ''
  const joined = made === date ? '' : `, merged on ${date}${late}`
  return `on ${made} by ${author} (commit ${commit.slice(0, 7)})${joined}${before}`
}

/** A step as a finding carries it, with the values that it changed. */
export function pastChange(step: Step, before: string | undefined, after: string | undefined): PastChange {
  const { revision } = step
  return { commit: revision?.commit, date: madeOn(step), author: revision?.author, before, after }
}
