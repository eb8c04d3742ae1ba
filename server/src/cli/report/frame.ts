import type { LineIndex } from '../../engine/text/line-index.ts'
import type { Span } from '../../engine/text/span.ts'
import { commandsIn, escapeCharacter, isPlain, visible } from '../../engine/text/visible.ts'
import { charactersOf, widthOf } from './width.ts'

/** The lines of a file around a place, as they are to be shown. */
export interface Frame {
  readonly rows: readonly Row[]
  /** Columns before the mark, and the columns that it takes: at least one. */
  readonly indent: number
  readonly length: number
}

export interface Row {
  /** From 1. */
  readonly number: number
  readonly text: string
}

const TAB = 4
/** UTF-16 units of a line that are looked at before and behind a place. */
const REACH = 400

/**
 * The line of a place, which lies within one, and the line above it unless that is blank. A line that is wider than
 * `columns` is cut around the place.
 */
export function frameOf(text: string, lines: LineIndex, span: Span, columns: number): Frame {
  const { line } = lines.positionAt(span.start)
  const start = lines.lineStart(line) + (text.charCodeAt(lines.lineStart(line)) === BOM ? 1 : 0)
  const raw = text.slice(start, lines.lineEnd(line))
  const { shown, indent, length } = windowOf(
    raw,
    { start: span.start - start, end: span.end - start },
    columns,
  )
  const above = line > 0 ? text.slice(lines.lineStart(line - 1), lines.lineEnd(line - 1)) : ''
  const context = above.trim() === '' ? [] : [{ number: line, text: windowOf(above, NOWHERE, columns).shown }]
  return { rows: [...context, { number: line + 1, text: shown }], indent, length }
}

const BOM = 0xfeff
/** For a line without a mark, which is shown from its beginning. */
const NOWHERE: Span = { start: 0, end: 1 }

interface Cell {
  readonly text: string
  readonly width: number
  readonly marked: boolean
}

function cellsOf(line: string, { start, end }: Span): readonly Cell[] {
  const from = Math.max(0, start - REACH)
  const part = line.slice(from, start + REACH)
  const commands = new Set(commandsIn(part).map((index) => index + from))
  const cells: Cell[] = []
  let offset = from
  let column = 0
  for (const character of charactersOf(part)) {
    const shown = commands.has(offset) ? escapeCharacter(character) : shownAs(character, column)
    const width = widthOf(shown)
    const next = offset + character.length
    cells.push({ text: shown, width, marked: offset < Math.max(end, start + 1) && next > start })
    offset = next
    column += width
  }
  if (!cells.some(({ marked }) => marked)) cells.push({ text: ' ', width: 1, marked: true })
  return cells
}

function shownAs(character: string, column: number): string {
  return character === '\t' ? ' '.repeat(TAB - (column % TAB)) : visible(character)
}

interface Window {
  readonly shown: string
  readonly indent: number
  readonly length: number
}

/** So much of a line as fits, with the beginning of the mark in it. */
function windowOf(line: string, { start, end }: Span, columns: number): Window {
  // Nearly every line is like that.
  if (start < line.length && isPlain(line)) return windowOfPlain(line, { start, end }, columns)
  return windowOfCells(cellsOf(line, { start, end }), columns)
}

/** The same where each character takes one column. */
function windowOfPlain(line: string, { start, end }: Span, columns: number): Window {
  const from = line.length <= columns ? 0 : Math.max(0, start - Math.ceil(columns / 2))
  const lead = from > 0 ? '…' : ''
  const room = columns - lead.length
  const isCut = line.length - from > room
  const to = isCut ? from + room - 1 : line.length
  return {
    shown: `${lead}${line.slice(from, to)}${isCut ? '…' : ''}`.trimEnd(),
    indent: lead.length + start - from,
    length: Math.min(Math.max(end, start + 1), to) - start,
  }
}

function windowOfCells(cells: readonly Cell[], columns: number): Window {
  const first = cells.findIndex(({ marked }) => marked)
  const from = widthOfAll(cells) <= columns ? 0 : startOf(cells, first, columns)
  let [shown, width, indent, length] = [from > 0 ? '…' : '', from > 0 ? 1 : 0, 0, 0]
  for (const [index, cell] of cells.entries()) {
    if (index < from) continue
    if (width + cell.width > columns - 1 && index < cells.length - 1) {
      shown += '…'
      break
    }
    if (index === first) indent = width
    if (cell.marked) length += cell.width
    shown += cell.text
    width += cell.width
  }
  return { shown: shown.trimEnd(), indent, length: Math.max(1, length) }
}

/** The first cell to show, so that the mark begins within the first half. */
function startOf(cells: readonly Cell[], first: number, columns: number): number {
  let before = 0
  let from = first
  while (from > 0 && before < columns / 2) {
    from--
    before += cells[from]?.width ?? 0
  }
  return from
}

function widthOfAll(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}
