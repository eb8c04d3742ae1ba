import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import type { LineIndex } from '../engine/text/line-index.ts'
import { visible } from '../engine/text/visible.ts'
import { type Entry, entryOf, type Mapping, type Sequence, type SyntaxNode } from '../engine/yaml/node.ts'
import { entrySpan, standsBehind } from './extent.ts'
import { rangeOf } from './range.ts'

/** The outline of a file: its blocks, and in them its people, criteria, gates and other items by their names. */
export function documentSymbols({ syntax, lines }: Pick<Analysis, 'syntax' | 'lines'>): DocumentSymbol[] {
  return syntax.root?.kind === 'mapping' ? ofMapping(syntax.root, lines, 1) : []
}

/** The same as a list, for a client that shows nothing below each other: the outer ones first. */
export function flatSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  above?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => {
    const container = above === undefined ? {} : { containerName: above }
    return [{ name, kind, location: { uri, range }, ...container }, ...flatSymbols(children, uri, name)]
  })
}

/** People, criteria and gates stand on the third level at most. */
const DEPTH = 4
const MOST_CHILDREN = 500

function ofMapping({ entries }: Mapping, lines: LineIndex, depth: number): DocumentSymbol[] {
  // Plain values are shown for the file itself only; deeper ones would bury the blocks.
  const shown = entries.filter((entry) => !entry.merged && (depth === 1 || entry.value.kind !== 'scalar'))
  return shown.slice(0, MOST_CHILDREN).map((entry) => ofEntry(entry, lines, depth))
}

function ofEntry(entry: Entry, lines: LineIndex, depth: number): DocumentSymbol {
  const { key, keySpan, value } = entry
  const symbol: DocumentSymbol = {
    name: visible(key.trim()) || '""',
    kind: value.kind === 'scalar' ? SymbolKind.Property : SymbolKind.Object,
    range: rangeOf(lines, entrySpan(entry)),
    selectionRange: rangeOf(lines, keySpan),
  }
  const detail = value.kind === 'scalar' ? textOf(value) : nameOf(value)
  if (detail) symbol.detail = detail
  if (standsBehind(entry) && depth < DEPTH) symbol.children = childrenOf(value, lines, depth + 1)
  return symbol
}

function childrenOf(node: SyntaxNode, lines: LineIndex, depth: number): DocumentSymbol[] {
  if (node.kind === 'mapping') return ofMapping(node, lines, depth)
  return node.kind === 'sequence' ? ofSequence(node, lines, depth) : []
}

function ofSequence({ items, span }: Sequence, lines: LineIndex, depth: number): DocumentSymbol[] {
  return items.slice(0, MOST_CHILDREN).flatMap((item) => {
    if (item.kind !== 'mapping' || item.span.start < span.start || item.span.end > span.end) return []
    const range = rangeOf(lines, item.span)
    const [first] = item.entries
    const symbol: DocumentSymbol = {
      name: nameOf(item) ?? visible(first?.key.trim() ?? ''),
      kind: SymbolKind.Object,
      range,
      selectionRange:
        first && !first.merged ? rangeOf(lines, first.keySpan) : { start: range.start, end: range.start },
    }
    if (symbol.name === '') symbol.name = '{}'
    const detail = whenOf(item)
    if (detail) symbol.detail = detail
    if (depth < DEPTH) symbol.children = ofMapping(item, lines, depth + 1)
    return [symbol]
  })
}

/** The keys by which people call a block, the best first. */
const NAMES = ['name', 'title', 'metric', 'what', 'stage', 'system', 'topic', 'type', 'team', 'statement']

function nameOf(node: SyntaxNode): string | undefined {
  return node.kind === 'mapping' ? firstText(node, NAMES) : undefined
}

function whenOf(node: Mapping): string | undefined {
  const held = firstText(node, ['held'])
  const due = firstText(node, ['due', 'by', 'date'])
  if (held) return `held ${held}`
  return due && `due ${due}`
}

function firstText(node: Mapping, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const entry = entryOf(node, key)
    const text = entry && textOf(entry.value)
    if (text) return text
  }
  return undefined
}

function textOf(node: SyntaxNode): string | undefined {
  if (node.kind !== 'scalar' || node.value === null) return undefined
  return visible(String(node.value).replace(/\s+/g, ' ').trim().slice(0, 100))
}
