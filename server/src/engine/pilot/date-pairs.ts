import { artifactsOf } from './compliance.ts'
import type { IsoDate } from './dates.ts'
import { gatesOf, gatesOfStage } from './gates.ts'
import { type Located, quoted } from './located.ts'
import type { Pilot } from './model.generated.ts'
import { criteriaOf } from './progress.ts'
import { hasReached, stageOf } from './stages.ts'
import { integratedOf, issuesOf } from './systems.ts'

/** A date with what happened on it, as half a sentence that is built where one is told: `the data audit was completed`. */
export interface Event {
  readonly date: Located<IsoDate>
  readonly says: () => string
}

/** Two events of which the first cannot come after the second. */
export interface DatePair {
  readonly first: Event
  readonly second: Event
}

/** The events that a file records as done, so that they cannot lie in the future. */
export function doneEvents(pilot: Pilot): readonly Event[] {
  return done.flatMap((eventsOf) => eventsOf(pilot))
}

/** The pairs of events with a fixed order. That the end follows the start is a question of its own. */
export function datePairs(pilot: Pilot): readonly DatePair[] {
  return pairs.flatMap((pairsOf) => pairsOf(pilot))
}

const done: readonly ((pilot: Pilot) => readonly Event[])[] = [
  (pilot) =>
    hasReached(pilot, 'rollout')
      ? [
          ...event(pilot.timeline?.approved, () => `a pilot in ${stageOf(pilot)} was approved`),
          ...event(pilot.timeline?.start, () => `a pilot in ${stageOf(pilot)} started`),
          ...event(pilot.vendor?.selected, () => 'the tool was chosen'),
        ]
      : [],
  ({ criteria }) => event(criteria?.agreed, () => 'the criteria were agreed'),
  (pilot) =>
    criteriaOf(pilot).flatMap(({ metric, readings }) =>
      (readings?.items ?? []).flatMap(({ date }) =>
        event(date, () => `${quoted(metric, 'a criterion')} was read`),
      ),
    ),
  (pilot) =>
    issuesOf(pilot).flatMap(({ what, done }) =>
      event(done, () => `${quoted(what, 'a data issue')} was done`),
    ),
  ({ data }) => event(data?.audit?.completed, () => 'the data audit was completed'),
  (pilot) =>
    integratedOf(pilot).flatMap(({ system, status, scoped }) =>
      event(
        status && status.value !== 'unscoped' ? scoped : undefined,
        () => `${system?.value ?? 'a system'} was scoped`,
      ),
    ),
  (pilot) =>
    integratedOf(pilot).flatMap(({ system, securityReview: review }) => {
      const ended = review?.status?.value === 'passed' || review?.status?.value === 'failed'
      const says = (): string =>
        `the security review of ${system?.value ?? 'a system'} was ${review?.status?.value}`
      return event(ended ? review?.date : undefined, says)
    }),
  ({ conditions }) =>
    (conditions?.items ?? []).flatMap(({ what, decision, date }) => {
      const decided = decision && decision.value !== 'undecided'
      return event(decided ? date : undefined, () => `${quoted(what, 'a condition')} was decided`)
    }),
  (pilot) =>
    hasReached(pilot, 'adoption')
      ? event(pilot.rollout?.start, () => `the rollout of a pilot in ${stageOf(pilot)} started`)
      : [],
  (pilot) =>
    gatesOf(pilot).flatMap(({ stage, held }) =>
      event(held, () => `the ${stage?.value ?? 'first'} gate was held`),
    ),
  (pilot) =>
    artifactsOf(pilot).flatMap(({ name, artifact: { status, date } }) =>
      event(status?.value === 'done' ? date : undefined, () => `${name.replace(/^an? /, 'the ')} was done`),
    ),
  ({ compliance }) => event(compliance?.artifacts?.biasTesting?.resolved, () => 'the gap was closed'),
  ({ cost }) => {
    const budget = cost?.productionBudget
    const isApproved = budget?.status?.value === 'approved'
    return event(isApproved ? budget.approved : undefined, () => 'the production budget was approved')
  },
  ({ governance }) => event(governance?.lastReview, () => 'the last review was held'),
  ({ governance }) => event(governance?.returnMeasured, () => 'the return was measured'),
  ({ vendor }) => event(vendor?.lastUsed, () => 'the tool was last used'),
  ({ outcome }) =>
    event(outcome?.date, () => `it was decided to ${outcome?.decision?.value ?? 'end the pilot'}`),
]

const pairs: readonly ((pilot: Pilot) => readonly DatePair[])[] = [
  ({ timeline, rollout }) =>
    pair(
      started(timeline),
      event(rollout?.start, () => 'the rollout started'),
    ),
  ({ timeline }) =>
    pair(
      started(timeline),
      event(timeline?.productionBy, () => 'production is due'),
    ),
  (pilot) =>
    criteriaOf(pilot).flatMap(({ metric, by }) =>
      pair(
        started(pilot.timeline),
        event(by, () => `${quoted(metric, 'a criterion')} is due`),
      ),
    ),
  ({ data }) =>
    pair(
      event(data?.audit?.started, () => 'it started'),
      event(data?.audit?.completed, () => 'the data audit was completed'),
    ),
  (pilot) =>
    gatesOfStage(pilot, 'rollout').flatMap(({ held }) =>
      pair(
        event(pilot.rollout?.start, () => 'the rollout started'),
        event(held, () => 'a rollout gate was held'),
      ),
    ),
  // A pilot may be stopped before it starts, and not scaled.
  ({ timeline, outcome }) => {
    const scaled = outcome?.decision?.value === 'scale' ? outcome.date : undefined
    return pair(
      started(timeline),
      event(scaled, () => 'it was decided to scale'),
    )
  },
  ({ outcome }) =>
    pair(
      event(outcome?.date, () => 'the pilot was decided'),
      event(outcome?.revisit?.by, () => 'it is to be looked at again'),
    ),
  ({ owners }) =>
    owners
      ? ownerKeys.flatMap((key) => {
          const owner = owners[key]
          const name = owner?.name?.value ?? owner?.team?.value ?? `the ${key} owner`
          return pair(
            event(owner?.since, () => 'the role began'),
            event(owner?.until, () => `${name} leaves`),
          )
        })
      : [],
]

const ownerKeys = ['sponsor', 'operator', 'production', 'delivery', 'champion', 'partner', 'it'] as const

function started(timeline: Pilot['timeline']): readonly Event[] {
  return event(timeline?.start, () => 'the pilot started')
}

function event(date: Located<IsoDate> | undefined, says: () => string): readonly Event[] {
  return date ? [{ date, says }] : []
}

function pair([first]: readonly Event[], [second]: readonly Event[]): readonly DatePair[] {
  return first && second ? [{ first, second }] : []
}
