import type { Severity } from '../finding.ts'
import { addDays, type IsoDate } from './dates.ts'
import type { Located } from './located.ts'
import type { Pilot } from './model.generated.ts'

/** The stages in the order in which they are passed; `stopped` can follow any of them. */
export const stages = [
  'criteria',
  'ownership',
  'data',
  'rollout',
  'adoption',
  'production',
  'stopped',
] as const

export type Stage = (typeof stages)[number]

/** The severity of a rule by stage, each holding until the next stage named; `close` is the time of the decision. */
export type SeverityByStage = { readonly [stage in Stage | 'close']?: Severity }

/** The stage of a pilot; a file without one, or with an unknown word, has earned none but the first. */
export function stageOf(pilot: Pilot): Stage {
  return pilot.stage?.value ?? 'criteria'
}

/** Whether the pilot is still on its way: neither in production nor stopped. */
export function isActive(pilot: Pilot): boolean {
  return isOnTheWay(stageOf(pilot))
}

/** Whether a stage is none of the two ends, production and stopped. */
export function isOnTheWay(stage: Stage): boolean {
  return stage !== 'production' && stage !== 'stopped'
}

/** Whether the pilot has come as far as the stage. A stopped pilot has come nowhere. */
export function hasReached(pilot: Pilot, stage: Stage): boolean {
  return reaches(stageOf(pilot), stage)
}

/** Days before the planned end at which the pilot has to be ready for its decision. */
export const CLOSE_DAYS = 30

/** Where a pilot stands: all that the severity of a rule depends on. */
export interface Standing {
  readonly stage: Stage
  /** The planned end. */
  readonly end: IsoDate | undefined
}

export function standingOf(pilot: Pilot): Standing {
  return { stage: stageOf(pilot), end: endOf(pilot)?.value }
}

/** The planned end. One that is not after the start is a mistake, and nothing follows from it. */
export function endOf({ timeline }: Pilot): Located<IsoDate> | undefined {
  const { start, end } = timeline ?? {}
  return start && end && end.value <= start.value ? undefined : end
}

/** The severity that a rule has where a pilot stands; `undefined` while its stage is not reached. */
export function severitiesAt(
  standing: Standing,
  today: IsoDate,
): (from: SeverityByStage) => Severity | undefined {
  const { stage } = standing
  const near = closes(standing, today)
  return (from) => {
    if (stage === 'stopped') return from.stopped
    const usual = reachedIn(from, stage)
    // A decision that comes near raises what is due already; it does not bring forward what belongs to a later stage.
    return near && from.close && (usual !== undefined || isUnstaged(from)) ? from.close : usual
  }
}

/** What the last stage says that the pilot has reached and the rule names. */
function reachedIn(from: SeverityByStage, stage: Stage): Severity | undefined {
  for (let index = stages.indexOf(stage); index >= 0; index--) {
    const at = stages[index]
    const severity = at && from[at]
    if (severity) return severity
  }
  return undefined
}

function isUnstaged(from: SeverityByStage): boolean {
  return stages.every((stage) => from[stage] === undefined)
}

/** Whether the decision is near or past: within 30 days of the planned end, or any stage from adoption on. */
export function closes({ stage, end }: Standing, today: IsoDate): boolean {
  if (reaches(stage, 'adoption')) return true
  return end !== undefined && stage !== 'stopped' && today >= addDays(end, -CLOSE_DAYS)
}

function reaches(stage: Stage, other: Stage): boolean {
  if (stage === 'stopped' || other === 'stopped') return stage === other
  return stages.indexOf(stage) >= stages.indexOf(other)
}
