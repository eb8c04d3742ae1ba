import type { TextEdit } from '../text/edit.ts'
import { columnAt, eolAt, indentOf, layoutOf, lineEndAt } from './layout.ts'
import { type Entry, entryOf, type Mapping, type Sequence } from './node.ts'
import {
  isLeaf,
  isWritten,
  type Rendering,
  renderEntry,
  renderFlow,
  renderFlowEntry,
  renderItem,
  type Template,
  type TemplateBlock,
} from './template.ts'

/** An edit, in plain text and, where it holds places to fill in, as a snippet with tab stops. */
export interface PatchEdit extends TextEdit {
  readonly snippet: string
}

/** The order of the keys of a block, from the schema; keys that it does not name come last. */
export type KeyOrder = readonly string[]

/**
 * Puts `key: value` into a block: at the place that the schema's order gives it, in the style and indentation of
 * its neighbours. Keeps every comment and every line that it does not change. The key must be absent or empty.
 */
export function insertKey(
  text: string,
  at: { block: Mapping; order: KeyOrder },
  key: string,
  value: Template,
): PatchEdit {
  const existing = entryOf(at.block, key)
  if (existing && !existing.merged) return fillEntry(text, existing, { value, flow: at.block.flow })
  if (at.block.flow) return insertFlowKeys(text, at.block, { [key]: value })
  const before = predecessor(at.block, key, at.order)
  return before ? insertBehind(text, before, key, value) : insertFirst(text, at.block, key, value)
}

/** Puts keys that it does not have into a block in braces, behind those that it has. */
export function insertFlowKeys(text: string, block: Mapping, fields: TemplateBlock): PatchEdit {
  const render = (rendering: Rendering): string => {
    return Object.entries(fields)
      .map(([key, value]) => renderFlowEntry(key, value, rendering))
      .join(', ')
  }
  return insertFlow(text, block, { render, inside: endOfEntries(block), follows: false })
}

/** Adds an item to a list, in its style: at the end, or in front of the item at an index. */
export function appendItem(
  text: string,
  list: Sequence,
  value: Template,
  index: number = list.items.length,
): PatchEdit {
  const before = list.items[index - 1]
  const neighbour = before ?? list.items[0]
  if (list.flow) {
    const render = (rendering: Rendering): string => renderFlow(value, rendering)
    if (before || !neighbour) {
      return insertFlow(text, list, { render, inside: before?.span.end, follows: index < list.items.length })
    }
    const start = neighbour.span.start
    return edit({ start, end: start }, (rendering) => `${render(rendering)}, `, text)
  }
  const indent = indentOf(text, list.span.start)
  // What is to be filled in stands on lines of its own.
  const compact = neighbour?.kind === 'mapping' && neighbour.flow && isWritten(value)
  const item = (rendering: Rendering): string =>
    compact ? `- ${renderFlow(value, rendering)}` : renderItem(value, { ...rendering, indent })
  if (!before && neighbour) {
    const { start } = list.span
    return edit({ start, end: start }, (rendering) => item(rendering) + rendering.eol + indent, text)
  }
  const at = lineEndAt(text, Math.max(list.span.start, before?.span.end ?? list.span.start))
  return edit({ start: at, end: at }, (rendering) => rendering.eol + indent + item(rendering), text)
}

/**
 * Writes a value where the author left a key without one, or a dash, which is an entry whose key is where its value is; or in place
 * of the one that stands there.
 */
export function fillEntry(
  text: string,
  entry: Entry,
  { value, flow }: { value: Template; flow: boolean },
): PatchEdit {
  if (entry.keySpan.start === entry.value.span.start) return fillItem(text, entry.value.span, value)
  const colon = text.indexOf(':', entry.keySpan.end) + 1
  const { end } = entry.value.span
  const empty = end <= colon || text.slice(colon, end).trim() === ''
  const tall = isTall(value) && !flow
  // A comment behind an empty key stays on the key's line when a block follows, as does one behind what a block replaces.
  const at = empty && tall ? lineEndAt(text, colon) : colon
  const note = tall && !empty ? noteAt(text, end) : ''
  const span = { start: at, end: empty ? at : end + note.length }
  const indent = flow ? indentOf(text, colon) : ' '.repeat(columnAt(text, entry.keySpan.start))
  return edit(
    span,
    (rendering) => {
      const here = { ...rendering, indent }
      return flow ? ` ${renderFlow(value, here)}` : note + renderEntry('', value, here).slice(1)
    },
    text,
  )
}

function fillItem(text: string, { start, end }: TextEdit['span'], value: Template): PatchEdit {
  const dash = text.lastIndexOf('-', start - 1)
  const indent = ' '.repeat(columnAt(text, dash))
  return edit({ start: dash, end }, (rendering) => renderItem(value, { ...rendering, indent }), text)
}

/** A comment that ends the line, with the blanks in front of it. */
function noteAt(text: string, offset: number): string {
  return /^[ \t]+#.*/.exec(text.slice(offset, lineEndAt(text, offset)))?.[0] ?? ''
}

/** The path below a block that is missing, as one template: `owners.operator` below a root without owners. */
export function nest(path: readonly string[], value: Template): Template {
  return path.reduceRight<Template>((inner, key) => ({ [key]: inner }), value)
}

function predecessor(block: Mapping, key: string, order: KeyOrder): Entry | undefined {
  const rank = rankIn(order, key)
  let found: Entry | undefined
  for (const entry of block.entries) {
    if (!entry.merged && rankIn(order, entry.key) <= rank) found = entry
  }
  return found
}

function rankIn(order: KeyOrder, key: string): number {
  const index = order.indexOf(key)
  return index < 0 ? order.length : index
}

function insertBehind(text: string, before: Entry, key: string, value: Template): PatchEdit {
  const column = columnAt(text, before.keySpan.start)
  const indent = ' '.repeat(column)
  const at = lineEndAt(text, endOf(before))
  const gap = column === 0 && isTall(value) && layoutOf(text).spaced
  return edit(
    { start: at, end: at },
    (rendering) => {
      const blank = gap ? rendering.eol : ''
      return blank + rendering.eol + indent + renderEntry(key, value, { ...rendering, indent })
    },
    text,
  )
}

function insertFirst(text: string, block: Mapping, key: string, value: Template): PatchEdit {
  const first = block.entries.find((entry) => !entry.merged)
  // In front of what is merged in, where there is nothing else.
  const at = first?.keySpan.start ?? (block.entries.length > 0 ? block.span.start : block.span.end)
  const indent = ' '.repeat(columnAt(text, at))
  return edit(
    { start: at, end: at },
    (rendering) => {
      return renderEntry(key, value, { ...rendering, indent }) + rendering.eol + indent
    },
    text,
  )
}

/** What goes between brackets: where, and whether something else comes behind it. */
interface FlowPart {
  readonly render: (rendering: Rendering) => string
  readonly inside: number | undefined
  readonly follows: boolean
}

function insertFlow(
  text: string,
  node: Mapping | Sequence,
  { render, inside, follows }: FlowPart,
): PatchEdit {
  const indent = indentOf(text, node.span.start)
  const empty = inside === undefined
  const at = inside ?? node.span.start + 1
  const closed = /^\s*,/.test(text.slice(at))
  const behind = closed ? text.indexOf(',', at) + 1 : at
  // A comment stays with the value that it stands behind.
  const noted = !empty && /^[ \t]+#/.test(text.slice(behind, lineEndAt(text, behind)))
  const start = noted ? lineEndAt(text, behind) : behind
  const braces = node.kind === 'mapping'
  // What is merged in is none of the entries.
  const end = empty && /\S/.test(text.slice(at, node.span.end - 1)) ? ',' : ' '
  return edit(
    { start, end: start },
    (rendering) => {
      const inner = `${indent}${rendering.step}`
      const body = render({ ...rendering, indent: inner }) + (follows ? ',' : '')
      if (empty) return braces ? ` ${body}${end}` : body
      if (noted) return `${rendering.eol}${inner}${closed ? '' : ', '}${body.trimEnd()}`
      return closed ? ` ${body}` : `, ${body}`
    },
    text,
  )
}

function endOfEntries({ entries }: Mapping): number | undefined {
  const own = entries.filter((entry) => !entry.merged)
  return own.length > 0 ? Math.max(...own.map(endOf)) : undefined
}

function edit(span: TextEdit['span'], render: (rendering: Rendering) => string, text: string): PatchEdit {
  const layout = { indent: '', step: layoutOf(text).step, eol: eolAt(text, span.start) }
  const plain = render({ ...layout, snippet: false })
  return { span, text: plain, snippet: render({ ...layout, snippet: true }) }
}

function endOf(entry: Entry): number {
  return Math.max(entry.keySpan.end + 1, entry.value.span.end)
}

/** Whether the value is rendered below its key. */
function isTall(value: Template): boolean {
  if (isLeaf(value)) return false
  return !Array.isArray(value) || !value.every(isLeaf)
}
