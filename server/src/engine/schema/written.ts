import { type Span, touches } from '../text/span.ts'
import type { Entry, SyntaxNode } from '../yaml/node.ts'
import { type Property, propertyOf, ROOT } from './describe.ts'

/** A key with its value, or an item of a list of plain values, with what the schema says of it. */
export interface Written {
  /** The key in front of the value; absent for an item. */
  readonly entry: Entry | undefined
  /** Absent where an alias stands. */
  readonly node: SyntaxNode | undefined
  /** Of an item that of its list; absent for a key that the schema does not know. */
  readonly property: Property | undefined
}

/**
 * Everything that the author wrote, in the order of the file; with `within` only what touches it. What stands behind an alias
 * or a merge is written elsewhere, and comes once, there.
 */
export function writtenIn(root: SyntaxNode, within?: Span): Generator<Written> {
  return inNode(root, ROOT, within)
}

function* inNode(node: SyntaxNode, def: string | undefined, within: Span | undefined): Generator<Written> {
  if (node.kind === 'mapping') yield* inEntries(node.entries, def, within)
  if (node.kind !== 'sequence') return
  for (const item of node.items) {
    if (isElsewhere(item, node.span) || isOutside(item.span, within)) continue
    yield* inNode(item, def, within)
  }
}

function* inEntries(
  entries: readonly Entry[],
  def: string | undefined,
  within: Span | undefined,
): Generator<Written> {
  for (const entry of entries) {
    const { key, keySpan, value, merged } = entry
    if (merged) continue
    const property = def === undefined ? undefined : propertyOf(def, key)
    const isAlias = value.span.start < keySpan.end
    const end = isAlias ? keySpan.end : Math.max(keySpan.end, value.span.end)
    if (isOutside({ start: keySpan.start, end }, within)) continue
    yield { entry, node: isAlias ? undefined : value, property }
    if (isAlias) continue
    yield* inNode(value, property?.block, within)
    yield* inItems(value, property, within)
  }
}

function* inItems(
  list: SyntaxNode,
  property: Property | undefined,
  within: Span | undefined,
): Generator<Written> {
  if (list.kind !== 'sequence') return
  for (const node of list.items) {
    if (node.kind !== 'scalar' || isElsewhere(node, list.span) || isOutside(node.span, within)) continue
    yield { entry: undefined, node, property }
  }
}

function isElsewhere({ span }: SyntaxNode, around: Span): boolean {
  return span.start < around.start || span.end > around.end
}

function isOutside(span: Span, within: Span | undefined): boolean {
  return within !== undefined && !touches(span, within)
}
