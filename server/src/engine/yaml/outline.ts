import { behindMark } from '../text/characters.ts'
import type { Span } from '../text/span.ts'
import { flowEnd, quoteEnd } from './enclosed.ts'

/** A line of a file, read by itself: it says what it holds even where the file does not parse. */
export interface Row {
  readonly start: number
  /** Before the line break. */
  readonly end: number
  /** `inside`: of a text or of brackets that begin in a line above. */
  readonly kind: 'content' | 'blank' | 'inside'
  /** Of its first character that is no blank; of a blank line, its length. */
  readonly column: number
  /** The dashes and the key that it begins with, from left to right. */
  readonly slots: readonly Slot[]
  /** What stands behind them, without comment; empty at the end of the last one where nothing does. */
  readonly value: Span
  /** Where its comment begins. */
  readonly comment: number | undefined
  /** Where the brackets begin that the line is inside of. */
  readonly flow: Flow | undefined
}

export type Slot =
  | { readonly kind: 'dash'; readonly column: number; readonly span: Span }
  | { readonly kind: 'key'; readonly column: number; readonly span: Span; readonly key: string }

/** Brackets that may go over several lines, and may lack their end. */
export interface Flow {
  readonly span: Span
  /** The row in which they begin. */
  readonly row: number
}

/** The lines of a file, up to the end of what is nested in them. Linear in the length of the text; never throws. */
export function outline(text: string): readonly Row[] {
  const rows: Row[] = []
  let inside: { readonly end: number; readonly flow: Flow | undefined } | undefined
  for (const { start, end } of linesOf(text)) {
    if (inside && start < inside.end) {
      rows.push(insideRow(text, { start, end }, inside.flow))
      continue
    }
    const row = readRow(text, start, end)
    const extent = extentOf(text, row)
    const flow = extent?.flow ? { span: extent.span, row: rows.length } : undefined
    rows.push({ ...row, flow })
    inside = extent && { end: extent.span.end, flow }
  }
  return rows
}

function* linesOf(text: string): Iterable<Span> {
  let start = behindMark(text)
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\r|\n/g)) {
    yield { start, end: index }
    start = index + lineBreak.length
  }
  yield { start, end: text.length }
}

function insideRow(text: string, { start, end }: Span, flow: Flow | undefined): Row {
  const column = blanksAt(text, start, end)
  const value = { start: start + column, end }
  return { start, end, kind: 'inside', column, slots: [], value, comment: undefined, flow }
}

function readRow(text: string, start: number, end: number): Row {
  const column = blanksAt(text, start, end)
  const slots: Slot[] = []
  let at = start + column
  while (text[at] === '-' && isGap(text, at + 1, end)) {
    slots.push({ kind: 'dash', column: at - start, span: { start: at, end: at + 1 } })
    at += 1 + blanksAt(text, at + 1, end)
  }
  const key = keyAt(text, at, end)
  if (key) {
    slots.push({ kind: 'key', column: at - start, ...key })
    at = key.span.end + 1
    at += blanksAt(text, at, end)
  }
  const last = slots.at(-1)
  const written = valueAt(text, at, end)
  const none = last ? last.span.end + (last.kind === 'key' ? 1 : 0) : start + column
  const value = written.end > written.start ? written : { start: none, end: none }
  const isBlank = slots.length === 0 && value.start === value.end
  return {
    start,
    end,
    kind: isBlank ? 'blank' : 'content',
    column,
    slots,
    value,
    comment: written.comment,
    flow: undefined,
  }
}

function blanksAt(text: string, start: number, end: number): number {
  let at = start
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  return at - start
}

function isGap(text: string, at: number, end: number): boolean {
  return at >= end || text[at] === ' ' || text[at] === '\t'
}

/** The key at a place, when a colon follows and a blank or the end of the line behind that. */
function keyAt(text: string, start: number, end: number): { key: string; span: Span } | undefined {
  const first = text[start] ?? ''
  if (start >= end || '#[]{},|>&*!%@`'.includes(first)) return undefined
  if (first === '"' || first === "'") {
    const close = quoteEnd(text, start, end)
    const closed = text[close] === ':' && isGap(text, close + 1, end)
    return closed ? { key: text.slice(start + 1, close - 1), span: { start, end: close } } : undefined
  }
  for (let at = start; at < end; at++) {
    if (text[at] === '#' && isGap(text, at - 1, end)) return undefined
    if (text[at] === ':' && isGap(text, at + 1, end) && at > start)
      return { key: text.slice(start, at).trimEnd(), span: { start, end: at } }
  }
  return undefined
}

/** The value at a place and the comment behind it. Anchors and tags in front of it are passed over. */
function valueAt(text: string, from: number, end: number): Span & { readonly comment: number | undefined } {
  let start = from
  while (start < end && (text[start] === '&' || text[start] === '!')) {
    while (start < end && !isGap(text, start, end)) start++
    start += blanksAt(text, start, end)
  }
  const quoted = text[start] === '"' || text[start] === "'" ? quoteEnd(text, start, end) : start
  let last = quoted
  for (let at = quoted; at < end; at++) {
    if (text[at] === '#' && (at === from || isGap(text, at - 1, end)))
      return { start, end: last, comment: at }
    if (!isGap(text, at, end)) last = at + 1
  }
  return { start, end: last, comment: undefined }
}

/** How far what begins in a row goes on in the rows below. */
function extentOf(text: string, row: Row): { readonly span: Span; readonly flow: boolean } | undefined {
  const { start, end } = row.value
  const column = row.slots.at(-1)?.column ?? -1
  const first = text[start]
  if (start === end) return undefined
  if (first === '[' || first === '{')
    return { span: { start, end: flowEnd(text, start, column) }, flow: true }
  if (first === '"' || first === "'") {
    const stop = quoteEnd(text, start, text.length, column)
    return stop > row.end && !isHalfKey(text, row) ? { span: { start, end: stop }, flow: false } : undefined
  }
  const isBlockText = (first === '|' || first === '>') && /^[|>][-+\d]{0,2}$/.test(text.slice(start, end))
  return isBlockText ? { span: { start, end: textEnd(text, row.end, column) }, flow: false } : undefined
}

/** Whether a line holds a quote and at most a word, and a key stands below or beside it: then it is a key that is being typed. */
function isHalfKey(text: string, { end, slots, start, value }: Row): boolean {
  if (slots.at(-1)?.kind === 'key' || !/^.[\w-]*$/.test(text.slice(value.start, value.end))) return false
  const [line, blanks = ''] = /^([ \t]*)[^\s#].*/m.exec(text.slice(end)) ?? []
  if (line === undefined || blanks.length > value.start - start) return false
  return keyAt(line, blanks.length, line.length) !== undefined
}

/** Where the lines end that stand deeper than a column. */
function textEnd(text: string, from: number, column: number): number {
  let stop = from
  for (const match of text.slice(from).matchAll(/(?:\r\n|\r|\n)([ \t]*)([^\r\n]*)/g)) {
    if (match[2] !== '' && (match[1]?.length ?? 0) <= column) break
    stop = from + match.index + match[0].length
  }
  return stop
}
