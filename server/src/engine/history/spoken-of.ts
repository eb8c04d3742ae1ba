import { gatesHeldNear, type HeldGate } from '../pilot/gates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { isSlipOf } from '../schema/suggest.ts'
import { wordsIn } from '../text/letters.ts'
import { type GateCommitment, nameKey } from './commitments.ts'
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
 * The gate that decided on a change, as far as its notes can tell: they say more than before the change, they name what
 * changed, or the gate was held on that very day. What was written before it about something else explains nothing, nor does
 * a word of it that was put right.
 */
export function gateOn(change: Spoken, pilot: Pilot, days: number = NEAR_DAYS): HeldGate | undefined {
  const { step } = change
  return gatesNear(step, pilot, days).find((gate) => {
    const { held, notes } = gate
    if (!notes || notes.value.trim() === '') return false
    return (
      held.value === madeOn(step) ||
      held.value === step.date ||
      saysMore(gate, notes.value, step.before.gates) ||
      speaks(notes.value, change)
    )
  })
}

/** The gates that were held about the time of a change; of one that was joined in later, until that. */
export function gatesNear(step: Step, pilot: Pilot, days: number): readonly HeldGate[] {
  return gatesHeldNear(pilot, step.date, days, madeOn(step))
}

/** Whether what is noted at a gate was not there before, be it there or at another one. */
function saysMore({ stage, due, held }: HeldGate, notes: string, before: readonly GateCommitment[]): boolean {
  return before.every((was) => {
    const isThen = was.held === held.value || (was.due !== undefined && was.due === due?.value)
    const isSame = isThen && was.stage === stage?.value
    return was.notes !== notes && (!isSame || isMoreThan(was.notes ?? '', notes))
  })
}

/** Whether a text has two words at least that are none of an earlier one, or no other words. */
function isMoreThan(was: string, is: string): boolean {
  if (was.length + is.length > MOST_COMPARED) return true
  const [known, words] = [wordsOf(was), wordsOf(is)]
  const isKnown = (word: string): boolean =>
    known.has(word) || (word.length > 3 && [...known].some((each) => isSlipOf(each, word)))
  const others = [...words].filter((word) => !isKnown(word)).length
  return others > 1 || (others > 0 && others === words.size)
}

/** Characters of notes that are compared by their words. */
const MOST_COMPARED = 4_000

/** In writings that put no space between their words, each sign. */
function wordsOf(notes: string): ReadonlySet<string> {
  return new Set(wordsIn(nameKey(notes)).flatMap((word) => (UNSPACED.test(word) ? [...word] : [word])))
}

const UNSPACED = /[\u0e00-\u0eff\u2e80-\u9fff]/

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
