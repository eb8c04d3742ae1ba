import type { Span } from '../text/span.ts'
import { entryOf, type Mapping, type SyntaxNode } from '../yaml/node.ts'
import { isUnwritten } from '../yaml/value.ts'
import type { BlockName } from './model.generated.ts'

/** A value with the place where the author wrote it. */
export interface Located<T> {
  readonly value: T
  readonly span: Span
  /** The key in front of the value; for an item of a list, the item itself. */
  readonly keySpan: Span
}

/** A list with its place. Items that are of the wrong kind are left out: the schema reports them. */
export interface LocatedList<T> {
  readonly items: readonly T[]
  readonly span: Span
  readonly keySpan: Span
}

/** What every block of the file carries beside its fields. */
export interface Block {
  /** The name of the block's definition in the schema. */
  readonly def: BlockName
  /** The mapping it was read from; absent in an empty file. */
  readonly node: Mapping | undefined
  readonly span: Span
  /**
   * Where to report what is missing from the block: its key; for an item of a list, the line that names it;
   * for the file itself, the key of its stage.
   */
  readonly keySpan: Span
}

/**
 * Whether the author wrote nothing under a key of the block. A value of the wrong kind is not absent: the schema
 * reports it, and a rule that asks for the field stays silent.
 */
export function isAbsent(block: Pick<Block, 'node'> | undefined, key: string): boolean {
  const entry = block?.node && entryOf(block.node, key)
  return !entry || isUnwritten(entry.value)
}

/** Where to report that a key of the block is absent: at the key where it stands there empty. */
export function placeOfAbsent(block: Block, key: string): Span {
  return (block.node && entryOf(block.node, key)?.keySpan) ?? block.keySpan
}

/** Whether the author wrote nothing under a path of keys. Below a value of the wrong kind nothing is absent. */
export function isAbsentAt(block: Block, ...path: readonly string[]): boolean {
  let node = block.node
  for (const key of path) {
    const value = node && entryOf(node, key)?.value
    if (!value || isUnwritten(value)) return true
    node = value.kind === 'mapping' ? value : undefined
    if (!node) return false
  }
  return false
}

/** Whether the author listed nothing under a path of keys: the list is absent or empty. */
export function isUnlistedAt(block: Block, ...path: readonly string[]): boolean {
  if (isAbsentAt(block, ...path)) return true
  let node: SyntaxNode | undefined = block.node
  for (const key of path) node = node?.kind === 'mapping' ? entryOf(node, key)?.value : undefined
  return node?.kind === 'sequence' && node.items.length === 0
}
