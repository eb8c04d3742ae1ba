import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import type { SyntaxNode } from '../engine/yaml/node.ts'
import { standsBehind, trimmed } from './extent.ts'

/** A text with what was read of it. */
export type Reading = Pick<Analysis, 'text' | 'lines' | 'syntax'>

/** The blocks and list items that span several lines, and the comments that do. */
export function folding(reading: Reading): FoldingRange[] {
  const found = new Map<number, number>()
  if (reading.syntax.root) collect(reading, reading.syntax.root, found)
  const blocks = Array.from(found, ([startLine, endLine]) => ({ startLine, endLine }))
  return [...blocks, ...comments(reading)].sort((a, b) => a.startLine - b.startLine).slice(0, MOST)
}

const MOST = 5_000

function collect(reading: Reading, node: SyntaxNode, found: Map<number, number>): void {
  if (found.size >= MOST) return
  if (node.kind === 'mapping') {
    for (const entry of node.entries) {
      if (entry.merged || !standsBehind(entry)) continue
      fold(reading, entry.keySpan.start, entry.value, found)
      collect(reading, entry.value, found)
    }
  }
  if (node.kind !== 'sequence') return
  for (const item of node.items) {
    if (item.span.start < node.span.start || item.span.end > node.span.end) continue
    fold(reading, item.span.start, item, found)
    collect(reading, item, found)
  }
}

/** One fold a line: the outermost that starts there. */
function fold(
  { text, lines }: Reading,
  start: number,
  { span }: SyntaxNode,
  found: Map<number, number>,
): void {
  const startLine = lines.positionAt(start).line
  const endLine = lines.positionAt(trimmed(text, { start, end: span.end }).end).line
  if (endLine > startLine && endLine > (found.get(startLine) ?? 0)) found.set(startLine, endLine)
}

function comments({ text, lines, syntax }: Reading): FoldingRange[] {
  const alone = syntax.comments
    .map(({ span }) => lines.positionAt(span.start))
    .filter(({ line, character }) => {
      const start = lines.lineStart(line)
      return text.slice(start, start + character).trim() === ''
    })
  const ranges: FoldingRange[] = []
  for (const { line } of alone) {
    const last = ranges.at(-1)
    if (last && last.endLine === line - 1) last.endLine = line
    else ranges.push({ startLine: line, endLine: line, kind: FoldingRangeKind.Comment })
  }
  return ranges.filter(({ startLine, endLine }) => endLine > startLine)
}
