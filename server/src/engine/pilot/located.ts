import type { Span } from '../text/span.ts'
import { entryOf, type Mapping, type SyntaxNode } from '../yaml/node.ts'
import { isUnwritten } from '../yaml/value.ts'
import { isDate, parseDuration } from './dates.ts'
import type { BlockName } from './model.generated.ts'
import { isSaidFor, saysLevel } from './said-for.ts'

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
  /** Whether an item was left out. */
  readonly isPartial: boolean
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
 * reports it, and a rule that asks for the field stays silent. So it does at another word for the key, of which the schema
 * asks whether it is meant.
 */
export function isAbsent(block: Pick<Block, 'node'> | undefined, key: string): boolean {
  const value = valueFor(block?.node, key)
  return !value || isUnwritten(value)
}

/** What stands behind a key or, where there is none, behind another word for it. */
function valueFor(node: Mapping | undefined, key: string): SyntaxNode | undefined {
  const entry = node && entryOf(node, key)
  return (entry ?? node?.entries.find((each) => isSaidFor(key, each)))?.value
}

/** Whether something is written under a key of the block that cannot be read: it may be anything. */
export function isUnread<K extends string>(block: Readable<K>, key: K): boolean {
  return block[key] === undefined && !isAbsent(block, key)
}

/** Whether the list has an item that cannot be read, or one of which one of these keys cannot be. */
export function hasUnread<K extends string>(
  list: LocatedList<Readable<K>> | undefined,
  ...keys: readonly K[]
): boolean {
  if (!list) return false
  return list.isPartial || list.items.some((item) => keys.some((key) => isUnread(item, key)))
}

type Readable<K extends string> = Pick<Block, 'node'> & Readonly<Partial<Record<K, unknown>>>

/** Whether a day stands in the block under a key that nobody knows: the schema asks which one is meant. */
export function hasStrayDay(block: Block): boolean {
  return hasStray(block, (_, text) => isDate(text))
}

/** Whether a day or a length of time stands in the block under a key that nobody knows and that may name a deadline. */
export function hasStrayDeadline(block: Block): boolean {
  return hasStray(block, (key, text) => (isDate(text) ? !saysWhatWas(key) : isSpan(key, text)))
}

function hasStray(block: Block, test: (key: string, text: string) => boolean): boolean {
  const entries = block.node?.entries ?? []
  return entries.some(({ key, value }) => {
    const isStray = !(key in block) && !key.startsWith('x-') && value.kind === 'scalar'
    return isStray && typeof value.value === 'string' && test(key, value.value)
  })
}

/** Whether a key names the day of something that was, and so no deadline: `measuredOn`, `startDate`. */
export function saysWhatWas(key: string): boolean {
  return WAS.test(key.charAt(0).toLowerCase() + key.slice(1))
}

const WAS = /^(?:agreed|baseline|(?:check|creat|measur|updat)ed|from|last|read|since|start|stand)(?![a-z])/

/**
 * Whether a key with a length of time behind it may say until when: `timeframe: 6 months`. It says neither how often, nor what was
 * or shall be.
 */
export function isSpan(key: string, text: string): boolean {
  return parseDuration(text) !== undefined && !HOW_OFTEN.test(key) && !saysWhatWas(key) && !saysLevel(key)
}

const HOW_OFTEN = /cadence|every|freq|interval/i

/** Where to report that a key of the block is absent: at the key where it stands there empty. */
export function placeOfAbsent(block: Block, key: string): Span {
  return (block.node && entryOf(block.node, key)?.keySpan) ?? block.keySpan
}

/** Whether the author wrote nothing under a path of keys. Below a value of the wrong kind nothing is absent. */
export function isAbsentAt(block: Block, ...path: readonly string[]): boolean {
  let node = block.node
  for (const key of path) {
    const value = valueFor(node, key)
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

/** What the author wrote, in quotation marks; other words, which are nobody's, where nothing is written. */
export function quoted(text: Located<string> | undefined, otherwise: string): string {
  return text ? `"${text.value}"` : otherwise
}
