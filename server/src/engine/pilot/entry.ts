import type { IsoDate } from './dates.ts'
import { gatesOfStage, isHeld, letsPass, passedGates } from './gates.ts'
import type { Gate, Pilot } from './model.generated.ts'
import { type Output, outputsOf } from './outputs.ts'
import { type Stage, stages } from './stages.ts'

/** What a pilot needs before it enters a stage, and whether it has it. */
export interface Checklist {
  /** Of the stages that come before; for the two ends, the decision itself as well. */
  readonly outputs: readonly Output[]
  /** Of the stages that come before. A pilot is stopped without any. */
  readonly gates: readonly Passage[]
}

/** How a pilot left a stage. */
export interface Passage {
  readonly stage: Stage
  readonly passed: boolean
  /** Of the gate that counts: the one that let it pass, else the newest or the next one. */
  readonly due: IsoDate | undefined
  readonly held: IsoDate | undefined
  readonly decision: string | undefined
  readonly by: string | undefined
}

export function checklistFor(pilot: Pilot, to: Stage): Checklist {
  const before = to === 'stopped' ? [] : stages.slice(0, stages.indexOf(to))
  const needed: readonly Stage[] = to === 'production' || to === 'stopped' ? [...before, to] : before
  return {
    outputs: outputsOf(pilot, (stage) => needed.includes(stage)),
    gates: before.map((stage) => passageOf(pilot, stage)),
  }
}

function passageOf(pilot: Pilot, stage: Stage): Passage {
  const gates = gatesOfStage(pilot, stage)
  const newest = gates.filter(isHeld).at(-1)
  // Of the many gates of a rollout the newest counts, of another stage any that let the pilot go on.
  const passing = stage === 'rollout' ? newest && [newest].find(letsPass) : passedGates(pilot, stage).at(-1)
  const gate: Gate | undefined = passing ?? newest ?? gates[0]
  return {
    stage,
    passed: passing !== undefined,
    due: gate?.due?.value,
    held: gate?.held?.value,
    decision: gate?.decision?.value,
    by: gate?.by?.value,
  }
}
