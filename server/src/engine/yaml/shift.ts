import type { Span } from '../text/span.ts'
import type { Comment, Entry, SyntaxNode } from './node.ts'

/** A tree as it would be with so many characters more in front of it. */
export function shifted(node: SyntaxNode, by: number): SyntaxNode {
  const span = shiftedSpan(node.span, by)
  if (node.kind === 'mapping')
    return { ...node, span, entries: node.entries.map((each) => shiftedEntry(each, by)) }
  if (node.kind === 'sequence') return { ...node, span, items: node.items.map((each) => shifted(each, by)) }
  return { ...node, span }
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
