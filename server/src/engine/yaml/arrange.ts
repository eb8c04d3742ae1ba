import type { Span } from '../text/span.ts'
import { breakLength, columnAt, lineEndAt } from './layout.ts'
import type { Entry, Mapping } from './node.ts'

/** A block taken apart into its entries, so that it can be put together in another order. */
export interface Arrangement {
  /** From the first entry, with the comments above it, to the end of the last one. */
  readonly span: Span
  /** The text of the span with the entries in another order; `inner` gives the text of a part of it. */
  render(order: readonly number[], inner: (span: Span) => string): string
}

/** An entry with what belongs to it. */
interface Part {
  /** The lines of comments above it, with their line breaks. */
  readonly lead: Span
  /** From its key to the end of its last line, or of a comment below it that is indented further. */
  readonly body: Span
}

/**
 * Takes a block apart, or the braces of one line. What lies between the entries, blank lines and commas, stays where it is.
 * `undefined` where that cannot be told for sure.
 */
export function arrangementOf(text: string, mapping: Mapping): Arrangement | undefined {
  return mapping.flow ? inBraces(text, mapping) : inLines(text, mapping)
}

function inBraces(text: string, { entries, span }: Mapping): Arrangement | undefined {
  const bodies = entries.map(({ keySpan, value }) => ({ start: keySpan.start, end: value.span.end }))
  const gaps = gapsBetween(text, bodies)
  const isPlain = gaps.every((gap) => /^ *, *$/.test(gap)) && !/[\r\n]/.test(text.slice(span.start, span.end))
  const around = isPlain && spanOf(bodies)
  if (!around) return undefined
  return {
    span: around,
    render: (order, inner) =>
      order.map((from, at) => (gaps[at - 1] ?? '') + textOf(bodies[from], inner)).join(''),
  }
}

function inLines(text: string, { entries }: Mapping): Arrangement | undefined {
  const [first] = entries
  const column = first ? columnAt(text, first.keySpan.start) : 0
  const parts = partsOf(text, entries, column)
  const bodies = parts.map(({ body }) => body)
  const around = spanOf(bodies)
  if (!around) return undefined
  const before = text.slice(around.start - column, around.start)
  const dash = /^( *)(?:- +)+$/.exec(before)?.[1]
  if (dash === undefined && before.trim() !== '') return undefined
  const leads = parts.map(({ lead }) => text.slice(lead.start, lead.end))
  const gaps = parts.slice(1).map(({ lead }, index) => text.slice(bodies[index]?.end, lead.start))
  const start = dash === undefined ? (parts[0]?.lead.start ?? 0) : around.start - column
  return {
    span: { start, end: around.end },
    render: (order, inner) =>
      order
        .map((from, at) => {
          const lead = leads[from] ?? ''
          const body = textOf(bodies[from], inner)
          if (at > 0) return (gaps[at - 1] ?? '') + lead + ' '.repeat(column) + body
          // A comment cannot stand between a dash and its key, so it goes above the dash.
          return (dash === undefined ? lead : lead.replace(/^ +/gm, dash)) + before + body
        })
        .join(''),
  }
}

/** Empty where the lines between the entries hold something else. */
function partsOf(text: string, entries: readonly Entry[], column: number): readonly Part[] {
  const parts: Part[] = []
  for (const entry of entries) {
    const { start } = entry.keySpan
    const line = start - columnAt(text, start)
    const above = parts.pop()
    const gap = above && linesBelow(text, above.body.end, column)
    if (above && gap) {
      const isApart = gap.end === line && start - line === column && text.slice(line, start).trim() === ''
      if (!isApart) return []
      parts.push({ ...above, body: { start: above.body.start, end: gap.tail } })
    }
    const lead = gap ? gap.lead : leadOfFirst(text, line, start)
    parts.push({ lead: { start: lead, end: line }, body: { start, end: endOf(text, entry) } })
  }
  const last = parts.pop()
  if (!last) return []
  const { tail } = linesBelow(text, last.body.end, column)
  return [...parts, { ...last, body: { start: last.body.start, end: tail } }]
}

/** The blank lines and comments below an entry. */
interface Below {
  /** Behind the last comment that is indented further than the keys: it belongs to the entry. */
  readonly tail: number
  /** Where the comments behind it begin, which belong to the next entry. */
  readonly lead: number
  /** Where the next line begins that is neither. */
  readonly end: number
}

/** `from` is the end of a line. */
function linesBelow(text: string, from: number, column: number): Below {
  let [tail, lead, at] = [from, -1, from]
  for (;;) {
    const start = at + breakLength(text, at)
    const end = lineEndAt(text, start)
    const line = text.slice(start, end)
    const indent = /^ *(?=#)/.exec(line)?.[0].length
    const isContent = indent === undefined && line.trim() !== ''
    if (isContent || start === at) return { tail, lead: lead < 0 ? start : lead, end: start }
    if (indent !== undefined && indent > column) [tail, lead] = [end, -1]
    else if (indent !== undefined && lead < 0) lead = start
    at = end
  }
}

/** What a file has at its head for programs and lawyers, and not for a key. */
const HEAD = /^# *(?:yaml-language-server|\$schema|pilots-ignore-file|vim:|-\*-|SPDX-|Copyright)/i

/** Where the comments begin that stand right above the first key; behind a dash none can. */
function leadOfFirst(text: string, line: number, start: number): number {
  if (text.slice(line, start).trim() !== '') return line
  let lead = line
  for (;;) {
    const end = lead - (text.slice(lead - 2, lead) === '\r\n' ? 2 : 1)
    const above = end < 0 ? lead : end - columnAt(text, end)
    const comment = text.slice(above, lead).trim()
    if (!comment.startsWith('#') || HEAD.test(comment)) return lead
    lead = above
  }
}

/** The end of the line on which an entry ends. */
function endOf(text: string, { keySpan, value }: Entry): number {
  let end = Math.max(keySpan.end, value.span.end)
  // Blank lines at its end may be a part of a block of text.
  const isText = value.kind === 'scalar' && value.style === 'block'
  if (isText && /[\r\n]/.test(text.charAt(end - 1))) end -= text.slice(end - 2, end) === '\r\n' ? 2 : 1
  while (!isText && end > keySpan.end && /\s/.test(text.charAt(end - 1))) end--
  return lineEndAt(text, end)
}

function gapsBetween(text: string, spans: readonly Span[]): readonly string[] {
  return spans.slice(1).map(({ start }, index) => text.slice(spans[index]?.end, start))
}

function spanOf(spans: readonly Span[]): Span | undefined {
  const [first, last] = [spans[0], spans.at(-1)]
  return first && last && { start: first.start, end: last.end }
}

function textOf(span: Span | undefined, inner: (span: Span) => string): string {
  return span ? inner(span) : ''
}
