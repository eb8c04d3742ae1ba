import { groupBy } from '../group-by.ts'
import type { IsoDate } from '../pilot/dates.ts'
import type { GateCommitment } from './commitments.ts'

/** A gate that was held, with what it decided. */
export interface DecidedGate extends GateCommitment {
  readonly held: IsoDate
  readonly decision: string
}

/** A gate of earlier texts. */
interface Known {
  /** As it was decided. */
  readonly first: DecidedGate
  /** As it stood last. */
  readonly last: GateCommitment
  /** Its place in the text before; absent where that has it no more. */
  readonly at: number | undefined
}

interface Places<T> {
  /** Where each gate stands that is still there. */
  readonly places: ReadonlyMap<T, number>
  /** The places of those that are none of them; what is written twice is one. */
  readonly others: readonly number[]
}

/** Finds gates again in a text. A gate has no name: it is known by its stage, its days and its decision, or by some of these. */
export function placesOf<T extends Known>(known: readonly T[], gates: readonly GateCommitment[]): Places<T> {
  const wholes = gates.map(wholeKey)
  const whole = new Map(wholes.map((key, at) => [key, at]))
  const places = new Map<T, number>()
  for (const gate of known) {
    const key = [gate.first, gate.last].map(wholeKey).find((each) => each && whole.has(each))
    const at = key && whole.get(key)
    if (typeof at === 'number') places.set(gate, at)
  }
  const found = new Set([...places.values()].map((at) => wholes[at]))
  const left = [...gates.keys()].filter((at) => {
    const key = wholes[at]
    return !key || (!found.has(key) && whole.get(key) === at)
  })
  const others = marks.reduce<readonly number[]>(
    (rest, mark) => take(rest, mark, { known, gates, places }),
    left,
  )
  return { places, others }
}

interface Search<T> {
  readonly known: readonly T[]
  readonly gates: readonly GateCommitment[]
  /** What is found is added. */
  readonly places: Map<T, number>
}

/** Finds by one mark what is not found yet, and leaves the places that nothing is found at. */
function take<T extends Known>(
  others: readonly number[],
  { keyOf, isThere }: Mark,
  { known, gates, places }: Search<T>,
): readonly number[] {
  const missing = known.filter((gate) => !places.has(gate) && (gate.at !== undefined || !isThere))
  if (missing.length === 0 || others.length === 0) return others
  const left = queues(others, (at) => gates[at] && keyOf(gates[at]))
  for (const gate of missing) {
    const { first, last } = gate
    const at = left.get(keyOf({ ...last, held: last.held ?? first.held }) ?? '')?.pop()
    if (at !== undefined) places.set(gate, at)
  }
  const taken = new Set(places.values())
  return others.filter((at) => !taken.has(at))
}

/** Those of each key, the last one first, so that the first is the next to be taken. */
function queues(
  items: readonly number[],
  keyOf: (item: number) => string | undefined,
): Map<string, number[]> {
  return new Map(Array.from(groupBy(items, keyOf), ([key, group]) => [key, group.toReversed()]))
}

/** What a gate is known by; of some only if the text before had it: what is gone is not looked for among all that came since. */
interface Mark {
  keyOf(gate: GateCommitment): string | undefined
  readonly isThere?: true
}

/** The surest first. */
const marks: readonly Mark[] = [
  { keyOf: ({ stage, due, decision }) => due && `${stage} ${due} ${decision}` },
  { keyOf: ({ stage, held }) => held && `${stage} ${held}` },
  { keyOf: ({ stage, due }) => due && `${stage} ${due}` },
  { keyOf: ({ stage, held, decision }) => held && decision && `${stage} ${decision}`, isThere: true },
  { keyOf: ({ held }) => held, isThere: true },
]

function wholeKey({ stage, held, decision }: GateCommitment): string | undefined {
  return held && `${stage} ${held} ${decision}`
}
