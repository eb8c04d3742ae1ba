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
  const hear = (value: string, span: Span): void => {
    const years = isDate(value) ? yearOf(value) - yearOf(today) : 0
    if (years > AHEAD || years < -BACK) found.set(span.start, { day: value, span, years })
  }
  for (const block of [...blocks, ...others, ...(gates?.items ?? [])])
    if (block?.node) tellTexts(block.node, hear)
  return [...found.values()]
}

/** Tells each text below the keys of the format. */
function tellTexts(node: SyntaxNode, hear: (value: string, span: Span) => void): void {
  if (node.kind === 'sequence') for (const item of node.items) tellTexts(item, hear)
  else if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) if (!key.startsWith('x-')) tellTexts(value, hear)
  } else if (typeof node.value === 'string') hear(node.value, node.span)
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}
