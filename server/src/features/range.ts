import type { Range } from 'vscode-languageserver-types'
import type { LineIndex } from '../engine/text/line-index.ts'
import type { Span } from '../engine/text/span.ts'

/** A span as lines and UTF-16 columns. */
export function rangeOf(lines: LineIndex, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) }
}

/** The other way round. A range that lies outside the text or ends before it starts becomes one that does neither. */
export function spanOf(lines: LineIndex, { start, end }: Range): Span {
  const from = lines.offsetAt(start)
  return { start: from, end: Math.max(from, lines.offsetAt(end)) }
}
