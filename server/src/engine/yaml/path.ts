import { holds, type Span } from '../text/span.ts'
import { type Entry, entryOf, type Mapping, type Sequence, type SyntaxNode } from './node.ts'

/** Keys and list indexes from the root. */
export type Path = readonly (string | number)[]

/** Where a path leads: the node, and the entry that names it when it stands under a key. */
export interface Place {
  readonly node: SyntaxNode
  readonly entry: Entry | undefined
}

export function placeAt(root: SyntaxNode, path: Path): Place | undefined {
  let place: Place = { node: root, entry: undefined }
  for (const step of path) {
    const next = child(place.node, step)
    if (!next) return undefined
    place = next
  }
  return place
}

function child(node: SyntaxNode, step: string | number): Place | undefined {
  if (node.kind === 'mapping') {
    const entry = entryOf(node, String(step))
    return entry && { node: entry.value, entry }
  }
  const item = node.kind === 'sequence' ? node.items[Number(step)] : undefined
  return item && { node: item, entry: undefined }
}

/** What stands at an offset: the path to the innermost entry or item, and whether the key itself was met. */
export interface Cursor {
  readonly path: Path
  readonly entry: Entry | undefined
  readonly onKey: boolean
  readonly span: Span
}

/** The innermost key or value at an offset, or `undefined` between them. */
export function cursorAt(root: SyntaxNode, offset: number): Cursor | undefined {
  return within(root, offset, [])
}

function within(node: SyntaxNode, offset: number, path: Path): Cursor | undefined {
  if (node.kind === 'scalar') return undefined
  return node.kind === 'sequence' ? withinItems(node, offset, path) : withinEntries(node, offset, path)
}

function withinItems({ items }: Sequence, offset: number, path: Path): Cursor | undefined {
  const index = items.findIndex(({ span }) => holds(span, offset))
  const item = items[index]
  if (!item) return undefined
  const itemPath = [...path, index]
  return within(item, offset, itemPath) ?? { path: itemPath, entry: undefined, onKey: false, span: item.span }
}

function withinEntries({ entries }: Mapping, offset: number, path: Path): Cursor | undefined {
  const own = entries.filter(({ merged }) => !merged)
  const entry = own.find(({ keySpan, value }) => holds(keySpan, offset) || holds(value.span, offset))
  if (!entry) return undefined
  const entryPath = [...path, entry.key]
  if (holds(entry.keySpan, offset)) return { path: entryPath, entry, onKey: true, span: entry.keySpan }
  const inner = within(entry.value, offset, entryPath)
  return inner ?? { path: entryPath, entry, onKey: false, span: entry.value.span }
}
