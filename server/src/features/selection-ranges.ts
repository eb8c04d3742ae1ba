import type { Position, SelectionRange } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { holds, type Span, withoutQuotes } from '../engine/text/span.ts'
import { lineStartAt } from '../engine/yaml/layout.ts'
import type { Sequence, SyntaxNode } from '../engine/yaml/node.ts'
import { entrySpan, trimmed } from './extent.ts'
import { rangeOf } from './range.ts'

/** For each place what a selection grows by: the word, the value, its entry, the block, the entry around it, and so on. */
export function selectionRanges(analysis: Analysis, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionAt(analysis, analysis.lines.offsetAt(position)))
}

function selectionAt({ text, lines, syntax }: Analysis, offset: number): SelectionRange {
  const whole = { start: 0, end: text.length }
  const around = syntax.root ? [...spansIn(text, syntax.root, offset)] : []
  let selection: SelectionRange = { range: rangeOf(lines, whole) }
  let outer: Span = whole
  for (const span of [...around, wordAt(text, offset)]) {
    const isInside = span.start >= outer.start && span.end <= outer.end
    const isSmaller = span.end - span.start < outer.end - outer.start
    if (!isInside || !isSmaller || !holds(span, offset)) continue
    selection = { range: rangeOf(lines, span), parent: selection }
    outer = span
  }
  return selection
}

/** What lies around an offset, from the root inwards. */
function* spansIn(text: string, node: SyntaxNode, offset: number): Generator<Span> {
  yield trimmed(text, node.span)
  if (node.kind === 'scalar') yield withoutQuotes(text, node.span)
  if (node.kind === 'sequence') {
    const found = itemAt(text, node, offset)
    if (!found) return
    yield found.span
    yield* spansIn(text, found.item, offset)
  }
  if (node.kind === 'mapping') {
    const entry = node.entries.find((each) => !each.merged && holds(trimmed(text, entrySpan(each)), offset))
    if (!entry) return
    yield trimmed(text, entrySpan(entry))
    if (holds(entry.keySpan, offset)) yield entry.keySpan
    else yield* spansIn(text, entry.value, offset)
  }
}

/** The item at an offset, and its span with the dash in front of it. */
function itemAt(
  text: string,
  { items }: Sequence,
  offset: number,
): { readonly item: SyntaxNode; readonly span: Span } | undefined {
  for (const item of items) {
    if (item.span.end < offset) continue
    const span = withDash(text, trimmed(text, item.span))
    if (holds(span, offset)) return { item, span }
    if (item.span.start > offset) return undefined
  }
  return undefined
}

function withDash(text: string, { start, end }: Span): Span {
  const before = /- *$/.exec(text.slice(lineStartAt(text, start), start))
  return { start: start - (before?.[0].length ?? 0), end }
}

function wordAt(text: string, offset: number): Span {
  const isWord = (at: number): boolean => /[\p{L}\p{M}\p{N}_]/u.test(text.charAt(at))
  let [start, end] = [offset, offset]
  while (isWord(start - 1)) start--
  while (isWord(end)) end++
  return { start, end }
}
