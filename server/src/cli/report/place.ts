import { behindMark } from '../../engine/text/characters.ts'
import type { Counted } from '../checked.ts'

/** A line and a column, both from 1. */
interface LineAndColumn {
  readonly line: number
  readonly column: number
}

/** Where an offset stands, as editors count it: a byte order mark takes no column. */
export function placeAt({ text, lines }: Counted, offset: number): LineAndColumn {
  const { line, character } = lines.positionAt(offset)
  const mark = line === 0 && character > 0 ? behindMark(text) : 0
  return { line: line + 1, column: character + 1 - mark }
}

/** `12:5`, where an offset stands. */
export function placeText(counted: Counted, offset: number): string {
  const { line, column } = placeAt(counted, offset)
  return `${line}:${column}`
}
