import { behindMark } from '../../engine/text/characters.ts'
import type { LineIndex, Position } from '../../engine/text/line-index.ts'
import type { Counted } from '../checked.ts'

/** The column of an offset from 1, as editors count it: a byte order mark takes none. */
export function columnOf(text: string, lines: LineIndex, offset: number): number {
  return columnAt(text, lines.positionAt(offset))
}

/** The same of a position. */
export function columnAt(text: string, { line, character }: Position): number {
  const mark = line === 0 && character > 0 ? behindMark(text) : 0
  return character + 1 - mark
}

/** `12:5`, where an offset stands. */
export function placeText({ text, lines }: Counted, offset: number): string {
  return `${lines.positionAt(offset).line + 1}:${columnOf(text, lines, offset)}`
}
