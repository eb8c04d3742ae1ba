import type { Span } from '../text/span.ts'
import { type Entry, entryOf, type Mapping, type SyntaxNode } from '../yaml/node.ts'
import { isUnwritten } from '../yaml/value.ts'
import type { Placed } from './config-file.ts'

/** The written entry of a key; `undefined` where there is none, or nothing behind it. */
export function written(node: SyntaxNode | undefined, key: string): Entry | undefined {
  const entry = node?.kind === 'mapping' ? entryOf(node, key) : undefined
  return entry && !isUnwritten(entry.value) ? entry : undefined
}

export function entriesOf(node: SyntaxNode | undefined): Mapping['entries'] {
  return node?.kind === 'mapping' ? node.entries : []
}

export function itemsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node?.kind === 'sequence' ? node.items : []
}

export function textOf(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
}

/** The text under a key, at the place of the key. */
export function textAt(node: SyntaxNode | undefined, key: string): Placed<string> | undefined {
  const entry = written(node, key)
  const value = textOf(entry?.value)
  return entry && value !== undefined ? { value, span: entry.keySpan } : undefined
}

/** The texts of a list under a key, each at its own place; items of another kind are left out. */
export function textsAt(node: SyntaxNode | undefined, key: string): Texts | undefined {
  const entry = written(node, key)
  if (entry?.value.kind !== 'sequence') return undefined
  const items = entry.value.items.flatMap((item) => {
    const value = textOf(item)
    return value === undefined ? [] : [{ value, span: item.span }]
  })
  return { items, span: entry.keySpan }
}

export interface Texts {
  readonly items: readonly Placed<string>[]
  readonly span: Span
}
