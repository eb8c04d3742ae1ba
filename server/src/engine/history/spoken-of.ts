import { gatesHeldNear, type HeldGate } from '../pilot/gates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { nameKey } from './commitments.ts'
import type { Easing } from './easing.ts'

/** Days between a change and the gate whose notes explain it. */
const NEAR_DAYS = 3

/**
 * The gate that decided on a change, as far as its notes can tell: they were written with the change or after it, they
 * name what changed, or the gate was held on that very day. What was written before it about something else explains nothing.
 */
export function gateOn(
  change: Pick<Easing, 'step' | 'metrics' | 'value'>,
  pilot: Pilot,
): HeldGate | undefined {
  const { date, before } = change.step
  const known = new Set(before.gates.map(({ notes }) => notes))
  return gatesHeldNear(pilot, date, NEAR_DAYS).find(({ held, notes }) => {
    if (!notes || notes.value.trim() === '') return false
    return held.value === date || !known.has(notes.value) || names(notes.value, change)
  })
}

function names(notes: string, { metrics, value }: Pick<Easing, 'metrics' | 'value'>): boolean {
  const text = nameKey(notes)
  if (metrics.some((metric) => text.includes(nameKey(metric)))) return true
  return value !== undefined && numbersIn(notes).includes(Math.abs(value))
}

/** Every number of a text, in either way of writing a decimal point. */
function numbersIn(text: string): readonly number[] {
  const written = text.match(/\d+(?:[.,]\d+)?/g) ?? []
  return written.map((number) => Number(number.replace(',', '.')))
}
