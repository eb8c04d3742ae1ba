import type { Span } from '../text/span.ts'
import type { SyntaxNode } from '../yaml/node.ts'
import { type IsoDate, isDate } from './dates.ts'
import type { Pilot } from './model.generated.ts'

/** A day that a file names, and how many years it is ahead; those behind are below 0. */
export interface FarDay {
  readonly day: IsoDate
  readonly span: Span
  readonly years: number
}

/** Years ahead that no plan reaches, and years back at which nobody works on it yet: such a year is misspelt. */
const AHEAD = 25
const BACK = 50

/** The days of a pilot whose years are misspelt. */
export function farDays(pilot: Pilot, today: IsoDate): readonly FarDay[] {
  const { timeline, next, owners, criteria, data, integration, rollout, adoption } = pilot
  const { production, compliance, governance, vendor, cost, outcome, conditions, gates } = pilot
  const blocks = [timeline, next, owners, criteria, data, integration, rollout, adoption, production]
  const others = [compliance, governance, vendor, cost, outcome, ...(conditions?.items ?? [])]
  // An anchored day is met again at each of its aliases.
  const found = new Map<number, FarDay>()
  for (const block of [...blocks, ...others, ...(gates?.items ?? [])])
    for (const { value, span } of block?.node ? textsIn(block.node) : []) {
      const years = isDate(value) ? yearOf(value) - yearOf(today) : 0
      if (years > AHEAD || years < -BACK) found.set(span.start, { day: value, span, years })
    }
  return [...found.values()]
}

/** The texts below the keys of the format. */
function textsIn(node: SyntaxNode): readonly { readonly value: string; readonly span: Span }[] {
  if (node.kind === 'sequence') return node.items.flatMap(textsIn)
  if (node.kind === 'mapping')
    return node.entries.flatMap(({ key, value }) => (key.startsWith('x-') ? [] : textsIn(value)))
  return typeof node.value === 'string' ? [{ value: node.value, span: node.span }] : []
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}
