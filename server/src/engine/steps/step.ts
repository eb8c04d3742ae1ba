import type { Change } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import type { Stage } from '../pilot/stages.ts'
import type { Decision } from '../templates/gate.ts'

/** A step that a person takes with a pilot, with their answers. */
export type Step = DecideStep | AdvanceStep | ReadStep | StopStep

/** Records what was decided at a gate. */
export interface DecideStep {
  readonly do: 'decide'
  /** Its place among the gates of the file, from 0; absent: one that nobody had planned. */
  readonly gate?: number
  /** Of a gate that nobody had planned; the present one when absent. */
  readonly stage?: Stage
  readonly decision: Decision
  readonly by: string
  readonly date: IsoDate
  /** Of a rollout gate: how many of the first group use it. */
  readonly adoptersUsing?: number
  /** Of a rollout gate: whether the numbers move. */
  readonly metricsMoving?: boolean
}

/** Moves the pilot to the stage behind its present one. */
export interface AdvanceStep {
  readonly do: 'advance'
}

/** Writes down a measured value. */
export interface ReadStep {
  readonly do: 'read'
  /** Its place among the criteria of the file, from 0. */
  readonly criterion: number
  readonly date: IsoDate
  readonly value: number
}

/** Ends the pilot on purpose. */
export interface StopStep {
  readonly do: 'stop'
  readonly by: string
  readonly date: IsoDate
  readonly because: string
  /** One lesson each. */
  readonly learned: readonly string[]
}

/** What a step changes, or why it cannot be taken. */
export type Outcome = Plan | Refusal

export interface Plan {
  readonly kind: 'plan'
  readonly changes: readonly Change[]
  /** The keys under which something changes; below all others everything has to stay as it is. */
  readonly under: readonly (readonly (string | number)[])[]
}

export interface Refusal {
  readonly kind: 'refused'
  /** What is in the way and what to do, in one or two sentences. */
  readonly message: string
}

export function refuse(message: string): Refusal {
  return { kind: 'refused', message }
}

/** What a step is taken with. */
export interface Situation {
  readonly pilot: Pilot
  readonly stage: Stage
  readonly today: IsoDate
}
