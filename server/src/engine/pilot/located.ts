import type { Span } from '../text/span.ts'
import { entryOf, type Mapping } from '../yaml/node.ts'
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
export function isAbsent(block: Block | undefined, key: string): boolean {
  const entry = block?.node && entryOf(block.node, key)
  return !entry || isUnwritten(entry.value)
}
