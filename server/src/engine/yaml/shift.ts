import type { Span } from '../text/span.ts'
import type { Comment, Entry, SyntaxNode } from './node.ts'

/** A tree as it would be with so many characters more in front of it. */
export function shifted(node: SyntaxNode, by: number): SyntaxNode {
  const span = shiftedSpan(node.span, by)
  if (node.kind === 'mapping') {
    const entries = node.entries.map((each) => shiftedEntry(each, by))
    return { kind: 'mapping', flow: node.flow, entries, span }
  }
  if (node.kind === 'scalar') return { kind: 'scalar', value: node.value, style: node.style, span }
  const items = node.items.map((each) => shifted(each, by))
  return { kind: 'sequence', flow: node.flow, items, span }
}

export function shiftedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

export function shiftedComment({ text, span }: Comment, by: number): Comment {
  return { text, span: shiftedSpan(span, by) }
}

function shiftedEntry({ key, keySpan, value, merged }: Entry, by: number): Entry {
  return { key, keySpan: shiftedSpan(keySpan, by), value: shifted(value, by), merged }
}
