import type { IsoDate } from '../pilot/dates.ts'
import { isInPhaseOne } from '../pilot/features.ts'
import { gatesOf } from '../pilot/gates.ts'
import type { Criterion, Pilot } from '../pilot/model.generated.ts'
import { criteriaOf, type Direction, directionOf } from '../pilot/progress.ts'
import { type Stage, stageOf } from '../pilot/stages.ts'

/** What one revision of a file commits to: small enough to be kept for every revision of every pilot. */
export interface Commitments {
  readonly name: string | undefined
  readonly predecessor: string | undefined
  readonly useCase: string | undefined
  readonly stage: Stage
  readonly operator: string | undefined
  readonly start: IsoDate | undefined
  readonly end: IsoDate | undefined
  readonly productionBy: IsoDate | undefined
  readonly criteria: readonly CriterionCommitment[]
  /** What was to end the pilot, as written. */
  readonly stops: readonly string[]
  /** What has to be true for production, as written. */
  readonly goes: readonly string[]
  /** The names of the features of phase 1; one without a phase belongs to it. */
  readonly features: readonly string[]
  readonly gates: readonly GateCommitment[]
}

export interface CriterionCommitment {
  readonly metric: string
  readonly unit: string | undefined
  readonly direction: Direction | undefined
  readonly baseline: number | undefined
  readonly target: number | undefined
  /** `by` or `within`, as written. */
  readonly deadline: string | undefined
}

export interface GateCommitment {
  readonly stage: string
  readonly due: IsoDate | undefined
  readonly held: IsoDate | undefined
  readonly decision: string | undefined
  /** Who decided. */
  readonly by: string | undefined
  readonly notes: string | undefined
}

/** Takes from a pilot what its history is compared by. */
export function commitmentsOf(pilot: Pilot): Commitments {
  const features = pilot.scope?.features?.items ?? []
  const { start, end, productionBy } = pilot.timeline ?? {}
  return {
    name: pilot.name?.value,
    predecessor: pilot.predecessor?.value,
    useCase: pilot.useCase?.value,
    stage: stageOf(pilot),
    operator: pilot.owners?.operator?.name?.value,
    start: start?.value,
    end: end?.value,
    productionBy: productionBy?.value,
    criteria: criteriaOf(pilot)
      .map(criterion)
      .filter((each) => each !== undefined),
    stops: pilot.criteria?.stop?.items.map(({ value }) => value) ?? [],
    goes: pilot.criteria?.go?.items.map(({ value }) => value) ?? [],
    features: features.filter(isInPhaseOne).flatMap(({ name }) => name?.value ?? []),
    gates: gatesOf(pilot).map(({ stage, due, held, decision, by, notes }) => ({
      stage: stage?.value ?? '',
      due: due?.value,
      held: held?.value,
      decision: decision?.value,
      by: by?.value,
      notes: notes?.value,
    })),
  }
}

/** The numbers of a criterion as a person reads them; absent where it has none. */
export function numbersOf({ baseline, target }: CriterionCommitment): string | undefined {
  const both = [baseline, target].filter((each) => each !== undefined)
  return both.length === 0 ? undefined : both.join(' to ')
}

/** What metrics and features are told apart by: case and white space do not count. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

function criterion(source: Criterion): CriterionCommitment | undefined {
  const { metric, unit, baseline, target, by, within } = source
  if (!metric) return undefined
  return {
    metric: metric.value,
    unit: unit?.value,
    direction: directionOf(source),
    baseline: baseline?.value,
    target: target?.value,
    deadline: by?.value ?? within?.value,
  }
}
