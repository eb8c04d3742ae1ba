import { holds, type Span } from '../text/span.ts'
import { flowContext } from './flow-context.ts'
import { layoutOf } from './layout.ts'
import { exceeded } from './limits.ts'
import { around, keysBelow, keysBeside, nextRow, type Placed, pathBehind, pathTo } from './nesting.ts'
import { type Flow, outline, type Row, type Slot } from './outline.ts'
import type { Path } from './path.ts'

/** What is being written at a place: the key, item or value that the author has begun there, or could begin. */
export interface Context {
  /** Leads to the block that a key would stand in, to the list that an item would, or to the value itself. */
  readonly path: Path
  /**
   * `line`: alone on a line; `colon`: behind a key; `dash`: behind a dash; `brackets`: inside of some, where nothing may go over
   * the end of the line; `comment`: in one, whose text is what is being written.
   */
  readonly where: 'line' | 'colon' | 'dash' | 'brackets' | 'comment'
  /** What the author has written of it, up to the end of the word; empty at the cursor where that is nothing. */
  readonly typed: Span
  /** What stands there beside it. */
  readonly form: 'mapping' | 'sequence' | undefined
  /** The keys that are there already, without the one that is being written. */
  readonly keys: readonly string[]
  /** Whether a colon follows: only the key is written anew, and its value is kept. */
  readonly hasColon: boolean
  /** The column of keys and dashes that are written here. */
  readonly column: number
  /** What has to be replaced so that a word stands right: more than what is typed where the indentation is not. */
  readonly span: Span
  /** Stands between the start of the span and the word. */
  readonly lead: string
}

/** What is being written at an offset; absent where nothing of the format can stand. Looks at lines, so the text need not parse. */
export function contextAt(text: string, offset: number): Context | undefined {
  if (exceeded(text)) return undefined
  const rows = outline(text)
  const at = rows.findIndex((each) => holds(each, offset))
  const row = rows[at]
  if (!row) return undefined
  const page: Page = { text, rows, at, row, offset }
  if (row.comment !== undefined && offset > row.comment) return inComment(page, row.comment)
  const { flow } = row
  if (flow && flow.span.start < offset && offset <= flow.span.end) return inBrackets(page, flow)
  if (row.kind === 'inside' || goesOn(rows, at, row)) return undefined
  const onSlot = row.slots.find(({ span }) => holds(span, offset))
  if (onSlot?.kind === 'key') return onKey(page, onSlot)
  // A value that goes on below is no word.
  if (flow || rows[at + 1]?.kind === 'inside' || text[offset] === '#') return undefined
  const last = row.slots.at(-1)
  return last ? behind(page, last) : onLine(page)
}

/** Whether a row is more of the text that stands behind the key or dash above it, whatever it looks like. */
function goesOn(rows: readonly Row[], at: number, { slots }: Row): boolean {
  const [first] = slots
  const parent = first && around(rows, at - 1, first.column, first.kind === 'dash')[0]
  const above = parent && rows[parent.at]
  return above !== undefined && above.slots.at(-1) === parent?.slot && above.value.end > above.value.start
}

/** A text and a place in it. */
interface Page {
  readonly text: string
  readonly rows: readonly Row[]
  readonly at: number
  readonly row: Row
  readonly offset: number
}

/** What holds where nothing is said of it. */
function plain(typed: Span): Pick<Context, 'typed' | 'span' | 'form' | 'keys' | 'hasColon' | 'lead'> {
  return { typed, span: typed, form: undefined, keys: [], hasColon: false, lead: '' }
}

function inComment({ text, rows, at, row, offset }: Page, start: number): Context {
  const written = start + text.slice(start, row.end).trimEnd().length
  const typed = { start, end: Math.max(written, offset) }
  return { ...plain(typed), path: pathTo(rows, at, row.column), where: 'comment', column: row.column }
}

function inBrackets({ text, rows, offset }: Page, flow: Flow): Context | undefined {
  const found = flowContext(text, flow.span, offset)
  const first = rows[flow.row]
  const slot = first?.slots.at(-1)
  if (!found || !first) return undefined
  const outer = slot ? pathBehind(rows, { slot, at: flow.row }) : []
  const path = [...outer, ...found.path]
  return { ...plain(found.typed), ...found, path, where: 'brackets', column: first.column }
}

/** On a key that has its colon. */
function onKey({ rows, at, row }: Page, { column, span }: Slot): Context {
  const keys = keysBeside(rows, at, column)
  const where = row.slots.length > 1 ? 'dash' : 'line'
  return {
    ...plain(span),
    path: pathTo(rows, at, column),
    where,
    form: 'mapping',
    keys,
    hasColon: true,
    column,
  }
}

/** Behind a colon or a dash, on the same line. */
function behind({ text, rows, at, row, offset }: Page, slot: Slot): Context | undefined {
  const isKey = slot.kind === 'key'
  const from = slot.span.end + (isKey ? 1 : 0)
  const typed = wordAt(row, offset)
  const below = belowOf(rows, at, slot)
  if (offset < from || !typed || below === 'text') return undefined
  const usual = isKey
    ? slot.column + layoutOf(text).step.length
    : Math.max(typed.start - row.start, slot.column + 2)
  const column = below?.column ?? usual
  const keys = below?.form === 'mapping' ? keysBelow(rows, at, column) : []
  const shared = { ...plain(typed), path: pathBehind(rows, { slot, at }), form: below?.form, keys, column }
  if (isKey) return { ...shared, where: 'colon', lead: typed.start === from ? ' ' : '' }
  // No word behind the dash could stand above what begins only one blank deeper.
  if (column < slot.column + 2) return undefined
  if (typed.start - row.start === column) return { ...shared, where: 'dash' }
  const lead = ' '.repeat(Math.max(1, column - slot.column - 1))
  return { ...shared, where: 'dash', span: { start: from, end: typed.end }, lead }
}

/** On a line that holds nothing yet, or one word. */
function onLine({ text, rows, at, row, offset }: Page): Context | undefined {
  const typed = wordAt(row, offset)
  // A tab counts for a level, and gives way to blanks.
  const before = text.slice(row.start, typed?.start).replaceAll('\t', layoutOf(text).step)
  const home = typed && homeAt(rows, at, before.length)
  if (!home) return undefined
  const lead = ' '.repeat(home.column)
  const isRight = text.slice(row.start, typed.start) === lead
  const shared = { ...plain(typed), ...home, where: 'line' } as const
  return isRight ? shared : { ...shared, span: { start: row.start, end: typed.end }, lead }
}

/** What is written at the cursor of a value; absent where the cursor stands before it. */
function wordAt({ value, kind }: Row, offset: number): Span | undefined {
  if (kind === 'blank' || value.start === value.end) return { start: offset, end: offset }
  return offset < value.start ? undefined : { start: value.start, end: Math.max(value.end, offset) }
}

/** What stands below a dash or key and belongs to it. */
function belowOf(
  rows: readonly Row[],
  at: number,
  slot: Slot,
): Pick<Context, 'column' | 'form'> | 'text' | undefined {
  const next = nextRow(rows, at)
  const first = next?.slots[0]
  if (!next || next.column < slot.column) return undefined
  const isList = first?.kind === 'dash'
  if (next.column === slot.column && !(isList && slot.kind === 'key')) return undefined
  return first ? { column: next.column, form: isList ? 'sequence' : 'mapping' } : 'text'
}

type Home = Pick<Context, 'path' | 'column' | 'form' | 'keys'>

/**
 * The block or list that a line belongs to, by its column and by what stands above and below it. Where its column is that of
 * none, the next deeper one: a line between two of a block belongs to that block.
 */
function homeAt(rows: readonly Row[], at: number, wanted: number): Home | undefined {
  const open = around(rows, at - 1, Number.POSITIVE_INFINITY)
  const next = nextRow(rows, at)
  const first = next?.slots[0]
  const floor = next?.column ?? 0
  const [inner] = open
  if (!inner) {
    const form = first && formOf(first)
    return { path: [], column: floor, form, keys: keysBeside(rows, at, floor) }
  }
  const homes: Home[] = []
  const child = childOf(rows, { at, wanted }, inner)
  if (child === 'text') return undefined
  if (child) homes.push(child)
  for (const placed of open) {
    const { column, kind } = placed.slot
    const isBelowDash = kind === 'key' && column === floor && first?.kind === 'dash'
    if (column < floor || isBelowDash) continue
    const path = pathTo(rows, placed.at, column, kind === 'dash')
    homes.push({
      path,
      column,
      form: formOf(placed.slot),
      keys: kind === 'key' ? keysBeside(rows, at, column) : [],
    })
  }
  const exact = homes.find(({ column }) => column === wanted)
  return exact ?? homes.findLast(({ column }) => column > wanted) ?? child
}

/** What a line may be as the value of a key or item above it that has none yet. */
function childOf(
  rows: readonly Row[],
  { at, wanted }: { readonly at: number; readonly wanted: number },
  inner: Placed,
): Home | 'text' | undefined {
  const value = rows[inner.at]?.value
  const below = belowOf(rows, at, inner.slot)
  if (!value || value.end > value.start) return undefined
  if (below === 'text') return 'text'
  if (!below && wanted <= inner.slot.column) return undefined
  const column = below?.column ?? wanted
  const keys = below?.form === 'mapping' ? keysBelow(rows, at, column) : []
  return { path: pathBehind(rows, inner), column, form: below?.form, keys }
}

function formOf({ kind }: Slot): 'mapping' | 'sequence' {
  return kind === 'dash' ? 'sequence' : 'mapping'
}
