import { once } from '../once.ts'
import { isBreak } from './characters.ts'
import { lineBreaks } from './line-breaks.ts'

/** A place as editors count it: line and UTF-16 column, both from 0. */
export interface Position {
  readonly line: number
  readonly character: number
}

/**
 * Translates between offsets and positions of one text, whose lines are looked for when first asked. Lines end at LF, CR LF or a
 * lone CR, as in LSP.
 */
export interface LineIndex {
  /** Clamps offsets outside the text. */
  positionAt(offset: number): Position
  /** Clamps positions outside the text; a column past its line's end is the line's end. */
  offsetAt(position: Position): number
  /** Offset of the first character of the line. */
  lineStart(line: number): number
  /** Offset behind the last character of the line, before its line break. */
  lineEnd(line: number): number
}

export function lineIndex(text: string): LineIndex {
  const starts = once(() => lineStarts(text))

  const clampLine = (line: number): number => Math.min(Math.max(line, 0), starts().length - 1)
  const lineStart = (line: number): number => starts()[clampLine(line)] ?? 0
  const lineEnd = (line: number): number => {
    let end = starts()[clampLine(line) + 1] ?? text.length
    const start = lineStart(line)
    while (end > start && isBreak(text.charCodeAt(end - 1))) end--
    return end
  }
  const positionAt = (offset: number): Position => {
    const at = Math.min(Math.max(offset, 0), text.length)
    const line = lineOf(starts(), at)
    return { line, character: at - lineStart(line) }
  }
  const offsetAt = ({ line, character }: Position): number => {
    if (line < 0) return 0
    if (line >= starts().length) return text.length
    return Math.min(lineStart(line) + Math.max(character, 0), lineEnd(line))
  }
  return { positionAt, offsetAt, lineStart, lineEnd }
}

/** A list of ten thousand would be copied again and again while it grows, at each key. */
function lineStarts(text: string): Uint32Array {
  let starts = room
  let count = 1
  const next = lineBreaks(text)
  for (let start = next(); start >= 0; start = next()) {
    if (count === starts.length) {
      const more = new Uint32Array(2 * count)
      more.set(starts)
      starts = more
    }
    starts[count++] = start
  }
  return starts.slice(0, count)
}

/** The lines of a text are noted here before it is known how many there are. The first one begins at 0. */
const room = new Uint32Array(4096)

function lineOf(starts: Uint32Array, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low - 1
}
