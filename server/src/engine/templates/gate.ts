import type { Change, Fix } from '../finding.ts'
import { ofEach } from '../once.ts'
import { addDays, type IsoDate, latest } from '../pilot/dates.ts'
import { GATE_INTERVAL, gatesOf, isHeld } from '../pilot/gates.ts'
import type { Gate, Pilot } from '../pilot/model.generated.ts'
import { adopterCount } from '../pilot/rollout.ts'
import { type Stage, stageOf, stages } from '../pilot/stages.ts'
import { choice, hole, sample, type TemplateBlock } from '../yaml/template.ts'
import { fillAbsent, insertAt } from './changes.ts'

export type Decision = 'advance' | 'expand' | 'diagnose' | 'hold' | 'stop'

/** What can be decided at a gate of a stage, the usual first. */
export function decisionsAt(stage: string | undefined): readonly Decision[] {
  return stage === 'rollout' ? ['expand', 'diagnose', 'hold', 'stop'] : ['advance', 'hold', 'stop']
}

/** A gate as a fix writes it. */
export type GateTemplate = TemplateBlock & { readonly stage: Stage }

/** A gate that is still to be held: the decision and its evidence follow when it is. */
export function gateTemplate(stage: Stage, due: IsoDate): GateTemplate {
  return { stage, due: sample(due) }
}

/** A fix that sets a gate in a week, which decides how the stage of the pilot ends. */
export function insertGate(pilot: Pilot, today: IsoDate): Fix {
  const value = gateTemplate(stageOf(pilot), addDays(today, 7))
  return { title: 'Insert a gate', safe: false, changes: addGates(pilot, [value]) }
}

/** A gate that was held with a decision; one of the rollout with the evidence behind it. */
export function heldGateTemplate(
  pilot: Pilot,
  { stage, held, decision }: { readonly stage: Stage; readonly held: IsoDate; readonly decision: Decision },
): GateTemplate {
  return { stage, due: sample(held), held: sample(held), decision, ...record(stage, pilot) }
}

/** The changes that add gates to the file, which may have none yet: each behind those of its stage and of earlier ones. */
export function addGates(into: Pilot, gates: readonly GateTemplate[]): readonly Change[] {
  const path = ['gates']
  if (!into.gates || into.gates.items.length === 0) return [insertAt(into, path, gates)]
  return gates.map((value) => ({ do: 'append', into, path, value, ...placeOf(value, into) }))
}

/** In front of the first gate of a later stage; nothing where there is none. */
function placeOf({ stage }: GateTemplate, pilot: Pilot): { readonly index?: number } {
  const index = firstLater(gatesOf(pilot))(stage)
  return index < 0 ? {} : { index }
}

/** Asked for each gate of a list to which a fix adds another one. */
const firstLater = ofEach((gates: readonly Gate[]) => {
  const all = stages.map((stage) => gates.findIndex((gate) => gate.stage && isLater(gate.stage.value, stage)))
  return (stage: Stage): number => all[stages.indexOf(stage)] ?? -1
})

function isLater(stage: Stage, than: Stage): boolean {
  return stages.indexOf(stage) > stages.indexOf(than)
}

/** The gate behind one that was held; none where one is planned. */
export function gatesBehind(
  held: IsoDate,
  { pilot, stage, today }: { readonly pilot: Pilot; readonly stage: Stage; readonly today: IsoDate },
): readonly GateTemplate[] {
  const isPlanned = lastPlanned(gatesOf(pilot)) > today
  return isPlanned ? [] : [gateTemplate(stage, dayBehind(held, today))]
}

/** The last day for which a gate is planned that was not held; empty without one. */
const lastPlanned = ofEach((gates: readonly Gate[]): IsoDate => {
  return gates.reduce((last, gate) => {
    const due = isHeld(gate) ? undefined : gate.due?.value
    return due !== undefined && due > last ? due : last
  }, '')
})

/** The day for the gate behind another one, or behind the start of the rollout; at least two weeks away. */
export function dayBehind(day: IsoDate | undefined, today: IsoDate): IsoDate {
  return latest(addDays(today, 14), day && addDays(day, GATE_INTERVAL)) ?? today
}

/** The changes that record at a gate what it lacks of a decision held on a day. */
export function holdGate(gate: Gate, held: IsoDate, pilot: Pilot): readonly Change[] {
  const stage = gate.stage?.value ?? 'criteria'
  const words =
    stage === 'rollout' ? choice('hold', 'expand', 'diagnose', 'stop') : choice('hold', 'advance', 'stop')
  return fillAbsent(gate, { held: sample(held), decision: words, ...record(stage, pilot) })
}

/** The changes that put a decision on a gate that was held, with the evidence that it lacks. */
export function decideGate(gate: Gate, decision: Decision, pilot: Pilot): readonly Change[] {
  return fillAbsent(gate, { decision, ...evidence(gate.stage?.value, pilot) })
}

/** The changes that insert the evidence that a gate lacks. */
export function proveGate(gate: Gate, pilot: Pilot): readonly Change[] {
  return fillAbsent(gate, evidence(gate.stage?.value, pilot))
}

function record(stage: string, pilot: Pilot): TemplateBlock {
  return { by: hole('who decided'), ...evidence(stage, pilot) }
}

/** As many people as there are in the first group: more cannot use it, and of fewer than half it is asked why. */
function evidence(stage: string | undefined, pilot: Pilot): TemplateBlock {
  const using = adopterCount(pilot) || 4
  return stage === 'rollout' ? { adoptersUsing: sample(using), metricsMoving: sample(true) } : {}
}
