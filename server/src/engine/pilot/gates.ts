import { compareTexts } from '../text/compare.ts'
import { addDays, type IsoDate } from './dates.ts'
import { hasStrayDay, hasUnread, isAbsent, isUnlistedAt, type Located } from './located.ts'
import type { Gate, Pilot } from './model.generated.ts'
import { CLOSE_DAYS, hasReached, type Stage } from './stages.ts'

/** Days that a due gate may be late before anyone speaks of it. */
export const GRACE_DAYS = 3

/** Days before a gate from which on its decision is on its way. */
const SOON_DAYS = 14

/** Days from one gate to the next while it is not decided how the stage ends (claim M50). */
export const GATE_INTERVAL = 30

/** The gates of the file in the author's order. */
export function gatesOf(pilot: Pilot): readonly Gate[] {
  return pilot.gates?.items ?? []
}

/** The gates of one stage, by the date on which they are due or were held. */
export function gatesOfStage(pilot: Pilot, stage: Stage): readonly Gate[] {
  const gates = gatesOf(pilot).filter((gate) => gate.stage?.value === stage)
  return gates.toSorted((a, b) => compare(dateOf(a), dateOf(b)))
}

export type HeldGate = Gate & { readonly held: Located<IsoDate> }

export function isHeld(gate: Gate): gate is HeldGate {
  return gate.held !== undefined
}

/** The gate of a stage that was held last. */
export function lastHeldGate(pilot: Pilot, stage: Stage): HeldGate | undefined {
  return gatesOfStage(pilot, stage).filter(isHeld).at(-1)
}

/** Whether the gate let the pilot go on: the decision was to advance or to expand. */
export function letsPass(gate: Gate): boolean {
  return gate.decision?.value === 'advance' || gate.decision?.value === 'expand'
}

/**
 * `passed`: held, and the pilot may go on; `held-back`: held, and it may not; `due`: planned; `overdue`: its date and the
 * days of grace have passed; `missing`: no date is written.
 */
export type GateState = 'passed' | 'held-back' | 'due' | 'overdue' | 'missing'

export function gateState(gate: Gate, today: IsoDate): GateState {
  if (isHeld(gate)) return letsPass(gate) ? 'passed' : 'held-back'
  if (!gate.due) return 'missing'
  return today > addDays(gate.due.value, GRACE_DAYS) ? 'overdue' : 'due'
}

/** The held gates of a stage that let the pilot go on. */
export function passedGates(pilot: Pilot, stage: Stage): readonly HeldGate[] {
  return gatesOfStage(pilot, stage).filter(isHeld).filter(letsPass)
}

/** Whether a gate may have let the pilot go on that cannot be read: the schema reports what is wrong with it. */
export function mayHavePassed(pilot: Pilot): boolean {
  if (!pilot.gates) return !isUnlistedAt(pilot, 'gates')
  return hasUnread(pilot.gates, ...DECISIVE) || pilot.gates.items.some(isPassedOnStrayDay)
}

/** A gate that decided to go on, with a day of which nobody knows whether it was held on it. */
function isPassedOnStrayDay(gate: Gate): boolean {
  return letsPass(gate) && isAbsent(gate, 'held') && hasStrayDay(gate)
}

const DECISIVE = ['stage', 'held', 'decision'] as const

/** The first gate that is planned and waits for its decision, by its due date. */
export function nextGate(pilot: Pilot): Gate | undefined {
  const settled = settledGates(pilot)
  const open = gatesOf(pilot).filter((gate) => gate.due && !settled.has(gate))
  return open.toSorted((a, b) => compare(a.due?.value, b.due?.value))[0]
}

/** The gates that were held, or whose decision was taken at a later one of the same stage. */
export function settledGates(pilot: Pilot): ReadonlySet<Gate> {
  const gates = gatesOf(pilot)
  const last = new Map<string, IsoDate>()
  for (const { stage, held } of gates) {
    if (stage && held && held.value > (last.get(stage.value) ?? '')) last.set(stage.value, held.value)
  }
  const isSettled = (gate: Gate): boolean => {
    const { stage, due } = gate
    return !isAbsent(gate, 'held') || (due !== undefined && due.value <= (last.get(stage?.value ?? '') ?? ''))
  }
  return new Set(gates.filter(isSettled))
}

/** The gates by which a pilot is shown: without one whose decision was taken at a later one of its stage, which shows it. */
export function shownGates(pilot: Pilot): readonly Gate[] {
  const settled = settledGates(pilot)
  return gatesOf(pilot).filter((gate) => isHeld(gate) || !settled.has(gate))
}

/** Whether a gate is due today or within two weeks: the decision that it takes is on its way. */
export function isDecisionNear(pilot: Pilot, today: IsoDate): boolean {
  return gatesOf(pilot).some((gate) => !isHeld(gate) && isDueSoon(gate, today))
}

/** Whether it is due today or within two weeks. */
export function isDueSoon({ due }: Gate, today: IsoDate): boolean {
  return due !== undefined && due.value >= today && due.value <= addDays(today, SOON_DAYS)
}

/** The day of its outcome, or of a gate that stopped the pilot or passed it on, on a date or later. */
export function decisionSince(pilot: Pilot, date: IsoDate): IsoDate | undefined {
  return outcomeDay(pilot, date) ?? decisiveGates(pilot).find(({ held }) => held.value >= date)?.held.value
}

/**
 * The day on which it was decided how the pilot ends: its outcome, or a gate near the planned end or later that stopped it
 * or passed it on. That a pilot is let into the rollout is no such decision; from adoption on, that it was expanded is.
 */
export function endDecision(pilot: Pilot, end: IsoDate): IsoDate | undefined {
  const from = addDays(end, -CLOSE_DAYS)
  const near = decisiveGates(pilot).find((gate) => gate.held.value >= from && !isPreparation(gate))
  return outcomeDay(pilot, from) ?? expansion(pilot) ?? near?.held.value
}

/** From adoption on, the day on which the rollout was expanded. */
export function expansion(pilot: Pilot): IsoDate | undefined {
  return hasReached(pilot, 'adoption') ? passedGates(pilot, 'rollout')[0]?.held.value : undefined
}

function outcomeDay({ outcome }: Pilot, otherwise: IsoDate): IsoDate | undefined {
  return outcome?.decision ? (outcome.date?.value ?? otherwise) : undefined
}

function decisiveGates(pilot: Pilot): readonly HeldGate[] {
  return gatesOf(pilot)
    .filter(isHeld)
    .filter((gate) => letsPass(gate) || gate.decision?.value === 'stop')
}

/** Whether the gate let the pilot on its way into the rollout, and no further. */
function isPreparation(gate: Gate): boolean {
  const stage = gate.stage?.value
  return letsPass(gate) && (stage === 'criteria' || stage === 'ownership' || stage === 'data')
}

/** The gates held so many days around a date, or since an earlier one: what happened then may be their decision. */
export function gatesHeldNear(
  pilot: Pilot,
  date: IsoDate,
  days: number,
  since: IsoDate = date,
): readonly HeldGate[] {
  const [from, to] = [addDays(since, -days), addDays(date, days)]
  return gatesOf(pilot)
    .filter(isHeld)
    .filter(({ held }) => held.value >= from && held.value <= to)
}

function dateOf(gate: Gate): IsoDate | undefined {
  return gate.held?.value ?? gate.due?.value
}

function compare(a: IsoDate | undefined, b: IsoDate | undefined): number {
  // A gate without any date comes last.
  return compareTexts(a ?? '9999', b ?? '9999')
}
