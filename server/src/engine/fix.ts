import type { Append, Change, Fix } from './finding.ts'
import type { Block } from './pilot/located.ts'
import { keysOf, propertyOf, ROOT } from './schema/describe.ts'
import { lineStartAt } from './yaml/layout.ts'
import { type Entry, entryOf, type Mapping, type Syntax } from './yaml/node.ts'
import { lastTree } from './yaml/parse.ts'
import { appendItem, insertFlowKeys, insertKey, nest, type PatchEdit } from './yaml/patch.ts'
import { escaped, isLeaf, isList, type Template } from './yaml/template.ts'

/** More changes nobody looks through, and each is looked for in its line, which may be all of a long text. */
const MOST_CHANGES = 500

/** What is to be put into a block, by its key. */
interface Inserted extends Pick<Target, 'node' | 'def'> {
  readonly fields: Map<string, Template>
}

/** By the places at which the blocks begin. */
type Inserts = Map<number, Inserted>

/** What the edits of a fix are made in. */
interface Making {
  readonly text: string
  readonly treeOf: TreeOf
  readonly inserts: Inserts
}

type TreeOf = (text: string) => Pick<Syntax, 'root'>

/** Edits, and where the block or the list begins that grows by them; beyond everything where none does. */
type Placed = readonly [start: number, edits: readonly PatchEdit[]]

/**
 * The edits of a fix, in plain text and as snippets. Changes nothing; empty when nothing is left to do, or far too much. What
 * goes to the end of a block or a list comes before what goes to the end of the one around it, which may be the same place.
 * `treeOf` is asked for the tree of the text where something is added to the file itself; it is read where nobody has it.
 */
export function editsOf(text: string, fix: Fix, treeOf: TreeOf = lastTree): readonly PatchEdit[] {
  if (fix.changes.length > MOST_CHANGES) return []
  const inserts: Inserts = new Map()
  const placed = fix.changes
    .map((change) => editOf(change, { text, treeOf, inserts }))
    .filter((edit) => edit !== undefined)
  const inserted = Array.from(inserts, ([start, each]): Placed => [start, insertAll(text, each)])
  return [...placed, ...inserted].sort(([one], [other]) => other - one).flatMap(([, edits]) => edits)
}

function editOf(change: Change, making: Making): Placed | undefined {
  switch (change.do) {
    case 'insert':
      return gather(making.inserts, descend(change, making), change.value)
    case 'append':
      return append(change, making)
    case 'replace': {
      const { span, text, snippet = escaped(text) } = change
      return [Number.MAX_SAFE_INTEGER, [{ span, text, snippet }]]
    }
  }
}

function append(change: Append, making: Making): Placed | undefined {
  const [{ value, index }, { text, inserts }] = [change, making]
  const place = descend(change, making)
  const entry = place?.rest.length === 0 ? entryOf(place.node, place.key) : undefined
  const list = entry?.value
  return entry && !entry.merged && list?.kind === 'sequence' && list.items.length > 0
    ? [list.span.start, [appendItem(text, list, value, index)]]
    : gather(inserts, place, [value])
}

/** Puts a value to what goes to the same place: a key can be written only once. */
function gather(inserts: Inserts, place: Target | undefined, value: Template): undefined {
  if (!place) return
  const { start } = place.node.span
  const { fields } = inserts.get(start) ?? { fields: new Map<string, Template>() }
  inserts.set(start, { ...place, fields })
  fields.set(place.key, joined(fields.get(place.key), nest(place.rest, value)))
}

function joined(one: Template | undefined, other: Template): Template {
  if (one === undefined || isLeaf(one) || isLeaf(other)) return other
  if (isList(one)) return isList(other) ? [...one, ...other] : other
  if (isList(other)) return other
  const result: Record<string, Template> = { ...one }
  for (const [key, value] of Object.entries(other)) result[key] = joined(result[key], value)
  return result
}

/** Keys behind which nothing stands come first: others may be put behind them. */
function insertAll(text: string, { node, def, fields }: Inserted): readonly PatchEdit[] {
  const order = keysOf(def)
  const isThere = ([key]: readonly [string, Template]): boolean => entryOf(node, key)?.merged === false
  const absent = [...fields].filter((field) => !isThere(field))
  const insertOne = ([key, value]: readonly [string, Template]): PatchEdit =>
    insertKey(text, { block: node, order }, key, value)
  const filled = [...fields].filter(isThere).map(insertOne)
  if (!node.flow || absent.length === 0) return [...filled, ...absent.map(insertOne)]
  return [...filled, insertFlowKeys(text, node, Object.fromEntries(absent))]
}

function fileBlock({ root }: Pick<Syntax, 'root'>): Pick<Block, 'node' | 'def'> {
  return { def: ROOT, node: root?.kind === 'mapping' ? root : undefined }
}

interface Target {
  readonly node: Mapping
  readonly def: string
  readonly key: string
  /** The keys below `key` that have to be made. */
  readonly rest: readonly string[]
}

/** The place that a path leads to; none where what stands on the way is written elsewhere, and not to be changed through it. */
function descend(
  { into, path }: Pick<Append, 'into' | 'path'>,
  { text, treeOf }: Making,
): Target | undefined {
  const block = into ?? fileBlock(treeOf(text))
  const holder = into && holderOf(text, into)
  if (holder) return { node: holder, def: '', key: '', rest: path }
  let { node, def }: { node: Mapping | undefined; def: string } = block
  for (const [index, key] of path.entries()) {
    if (!node) return undefined
    const rest = path.slice(index + 1)
    const entry = entryOf(node, key)
    if (entry && isElsewhere(entry, rest)) return undefined
    const value = entry?.value
    if (rest.length === 0 || value?.kind !== 'mapping' || (value.flow && value.entries.length === 0)) {
      return { node, def, key, rest }
    }
    node = value
    def = propertyOf(def, key)?.block ?? ''
  }
  return undefined
}

/** What holds the key of a block, or the dash, behind which stands `null`, or no word at all: what goes into the block is written there. */
function holderOf(text: string, { node, keySpan }: Block): Mapping | undefined {
  if (!node || node.flow || node.entries.length > 0) return undefined
  const before = text.slice(lineStartAt(text, keySpan.start), keySpan.start)
  const isItem = keySpan.start === node.span.start
  if (isItem ? !/-[ \t]*$/.test(before) : keySpan.end > node.span.start) return undefined
  const flow = !isItem && /[[{,]/.test(before)
  return { ...node, flow, entries: [{ key: '', keySpan, value: node, merged: false }] }
}

/** Whether an alias stands for the value, or a merge brings it in, which a key of one's own may replace at the end of a path. */
function isElsewhere({ keySpan, value, merged }: Entry, rest: readonly string[]): boolean {
  return merged ? rest.length > 0 : value.span.end < keySpan.start
}
