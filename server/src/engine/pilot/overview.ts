import type { Analysis } from '../analyze.ts'
import { daysBetween, type IsoDate } from './dates.ts'
import { endDecision, nextGate } from './gates.ts'
import type { Pilot } from './model.generated.ts'
import { type Readiness, readinessOf } from './readiness.ts'
import { endOf, isActive, type Stage, stageOf } from './stages.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** One pilot in one row. */
export interface Overview {
  readonly name: string | undefined
  readonly title: string | undefined
  readonly stage: Stage
  readonly readiness: Readiness
  readonly verdict: Verdict
  readonly signs: readonly string[]
  readonly nextGate: PlannedGate | undefined
  /** Days to the next promise that is open: the planned end until it is decided, then the production date. Negative when past. */
  readonly daysLeft: number | undefined
  /** Findings that will make the pilot stall: the errors. */
  readonly blocking: number
}

export interface PlannedGate {
  readonly stage: string | undefined
  readonly due: IsoDate
}

export function overviewOf({ pilot, findings }: Analysis, today: IsoDate): Overview {
  const { verdict, signs } = verdictOf(pilot, findings, today)
  const active = isActive(pilot)
  const promise = active ? openPromise(pilot) : undefined
  const gate = active ? nextGate(pilot) : undefined
  return {
    name: pilot.name?.value,
    title: pilot.title?.value,
    stage: stageOf(pilot),
    readiness: readinessOf(pilot).level,
    verdict,
    signs,
    nextGate: gate?.due && { stage: gate.stage?.value, due: gate.due.value },
    daysLeft: promise === undefined ? undefined : daysBetween(today, promise),
    blocking: findings.filter(({ severity }) => severity === 'error').length,
  }
}

function openPromise(pilot: Pilot): IsoDate | undefined {
  const end = endOf(pilot)?.value
  const live = pilot.timeline?.productionBy?.value
  if (end === undefined || endDecision(pilot, end) !== undefined) return live ?? end
  return end
}
