import { gatesHeldNear, type HeldGate } from '../pilot/gates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { nameKey } from './commitments.ts'
import { madeOn, type Step } from './history.ts'

/** Days between a change and the gate that decided it. */
export const DECISION_DAYS = 7

/** Days between a change and the gate whose notes explain it. */
const NEAR_DAYS = 3

/** What was changed after the start, as the notes of a gate would speak of it. */
export interface Spoken {
  readonly step: Step
  /** Metrics or people: one of them is enough. */
  readonly names: readonly string[]
  /** The new number. */
  readonly value?: number | undefined
}

/**
 * The gate that decided on a change, as far as its notes can tell: they were written with the change or after it, they
 * name what changed, or the gate was held on that very day. What was written before it about something else explains nothing.
 */
export function gateOn(change: Spoken, pilot: Pilot, days: number = NEAR_DAYS): HeldGate | undefined {
  const { step } = change
  const known = new Set(step.before.gates.map(({ notes }) => notes))
  return gatesNear(step, pilot, days).find(({ held, notes }) => {
    if (!notes || notes.value.trim() === '') return false
    return (
      held.value === madeOn(step) ||
      held.value === step.date ||
      !known.has(notes.value) ||
      speaks(notes.value, change)
    )
  })
}

/** The gates that were held about the time of a change; of one that was joined in later, until that. */
export function gatesNear(step: Step, pilot: Pilot, days: number): readonly HeldGate[] {
  return gatesHeldNear(pilot, step.date, days, madeOn(step))
}

function speaks(notes: string, { names, value }: Spoken): boolean {
  const text = nameKey(notes)
  if (names.some((name) => text.includes(nameKey(name)))) return true
  return value !== undefined && numbersIn(notes).includes(Math.abs(value))
}

/** Every number of a text, in either way of writing a decimal point. */
function numbersIn(text: string): readonly number[] {
  const written = text.match(/\d+(?:[.,]\d+)?/g) ?? []
  return written.map((number) => Number(number.replace(',', '.')))
}
