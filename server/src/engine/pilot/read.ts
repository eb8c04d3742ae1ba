import type { Span } from '../text/span.ts'
import type { Entry, Mapping, SyntaxNode } from '../yaml/node.ts'
import { isUnwritten } from '../yaml/value.ts'
import { isCountable } from './countable.ts'
import { isDate } from './dates.ts'
import type { Located, LocatedList } from './located.ts'

/** A value under a key or in a list, before it is known to be of the right kind. */
export interface Slot {
  readonly value: SyntaxNode
  readonly keySpan: Span
}

export type Fields = ReadonlyMap<string, Entry>

/** The keys of a block by name; nothing when the value is no block. */
export function fieldsOf(node: SyntaxNode | undefined): Fields | undefined {
  if (node?.kind !== 'mapping') return undefined
  const fields = new Map<string, Entry>()
  for (const entry of node.entries) fields.set(entry.key, entry)
  return fields
}

export function readString(slot: Slot | undefined): Located<string> | undefined {
  const node = slot?.value
  if (!slot || node?.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '')
    return undefined
  return { value: node.value, span: node.span, keySpan: slot.keySpan }
}

export function readNumber(slot: Slot | undefined): Located<number> | undefined {
  const node = slot?.value
  if (!slot || node?.kind !== 'scalar' || typeof node.value !== 'number') return undefined
  return isCountable(node.value) ? { value: node.value, span: node.span, keySpan: slot.keySpan } : undefined
}

/** A number that the schema wants to be at least 0. */
export function readAmount(slot: Slot | undefined): Located<number> | undefined {
  const number = readNumber(slot)
  return number && number.value < 0 ? undefined : number
}

export function readBoolean(slot: Slot | undefined): Located<boolean> | undefined {
  const node = slot?.value
  if (!slot || node?.kind !== 'scalar' || typeof node.value !== 'boolean') return undefined
  return { value: node.value, span: node.span, keySpan: slot.keySpan }
}

/** A calendar date; one that does not exist (2026-02-30) is left to the schema. */
export function readDate(slot: Slot | undefined): Located<string> | undefined {
  const text = readString(slot)
  return text && isDate(text.value) ? text : undefined
}

/** One of the words of the list; the schema reports any other. */
export function readWord<T extends string>(
  slot: Slot | undefined,
  words: readonly T[],
): Located<T> | undefined {
  const text = readString(slot)
  const value = words.find((word) => word === text?.value)
  return text && value !== undefined ? { value, span: text.span, keySpan: text.keySpan } : undefined
}

export function readList<T>(
  slot: Slot | undefined,
  read: (slot: Slot) => T | undefined,
): LocatedList<T> | undefined {
  const node = slot?.value
  if (!slot || node?.kind !== 'sequence') return undefined
  const items: T[] = []
  let isPartial = false
  for (const value of node.items) {
    const item = read({ value, keySpan: itemSpan(value) })
    if (item !== undefined) items.push(item)
    else if (!isUnwritten(value)) isPartial = true
  }
  return { items, isPartial, span: node.span, keySpan: slot.keySpan }
}

/** The mapping of a block. An empty key (`owners:`) is a block without fields. */
export function mappingOf(node: SyntaxNode): Mapping | undefined {
  if (node.kind === 'mapping') return node
  const empty = node.kind === 'scalar' && node.value === null
  return empty ? { kind: 'mapping', flow: false, entries: [], span: node.span } : undefined
}

/** What names an item: its first key with the value, or the value itself. */
function itemSpan(node: SyntaxNode): Span {
  const first = node.kind === 'mapping' ? node.entries.find((entry) => !entry.merged) : undefined
  if (!first) return node.span
  const scalar = first.value.kind === 'scalar'
  return {
    start: first.keySpan.start,
    end: scalar ? Math.max(first.keySpan.end, first.value.span.end) : first.keySpan.end,
  }
}
