import type { Append, Change, Fix } from './finding.ts'
import type { Block } from './pilot/located.ts'
import { keysOf, propertyOf, ROOT } from './schema/describe.ts'
import { applyEdits } from './text/edit.ts'
import { type Entry, entryOf, type Mapping, type Syntax } from './yaml/node.ts'
import { lastTree } from './yaml/parse.ts'
import { appendItem, fillEntry, insertKey, nest, type PatchEdit, removeEntry } from './yaml/patch.ts'
import { escaped, type Template } from './yaml/template.ts'

/** More changes nobody looks through, and each is looked for in its line, which may be all of a long text. */
const MOST_CHANGES = 500

/**
 * The edits of a fix, in plain text and as snippets. Changes nothing; empty when nothing is left to do, or far too much. `treeOf`
 * is asked for the tree of the text where something is added to the file itself; it is read where nobody has it.
 */
export function editsOf(text: string, fix: Fix, treeOf: TreeOf = lastTree): readonly PatchEdit[] {
  if (fix.changes.length > MOST_CHANGES) return []
  return fix.changes.map((change) => editOf(text, change, treeOf)).filter((edit) => edit !== undefined)
}

type TreeOf = (text: string) => Pick<Syntax, 'root'>

/** The text after a fix, its holes filled with their placeholders. */
export function applyFix(text: string, fix: Fix): string {
  return applyEdits(text, editsOf(text, fix))
}

function editOf(text: string, change: Change, treeOf: TreeOf): PatchEdit | undefined {
  switch (change.do) {
    case 'insert':
      return insert(text, change.into ?? fileBlock(treeOf(text)), change.path, change.value)
    case 'append':
      return append(text, change.into ?? fileBlock(treeOf(text)), change)
    case 'replace':
      return { span: change.span, text: change.text, snippet: change.snippet ?? escaped(change.text) }
    case 'remove':
      return change.from.node && removeEntry(text, change.from.node, change.key)
  }
}

function insert(text: string, block: Grown, path: readonly string[], value: Template): PatchEdit | undefined {
  const place = descend(block, path)
  if (!place) return undefined
  const order = keysOf(place.def)
  return insertKey(text, { block: place.node, order }, place.key, nest(place.rest, value))
}

function append(text: string, block: Grown, { path, value, index }: Append): PatchEdit | undefined {
  const place = descend(block, path)
  if (!place) return undefined
  const entry = place.rest.length === 0 ? entryOf(place.node, place.key) : undefined
  const list = entry?.value
  if (entry && !entry.merged && list?.kind === 'sequence') {
    return list.items.length > 0
      ? appendItem(text, list, value, index)
      : fillEntry(text, entry, { value: [value], flow: place.node.flow })
  }
  return insertKey(
    text,
    { block: place.node, order: keysOf(place.def) },
    place.key,
    nest(place.rest, [value]),
  )
}

function fileBlock({ root }: Pick<Syntax, 'root'>): Grown {
  return { def: ROOT, node: root?.kind === 'mapping' ? root : undefined }
}

/** A block to which something is added. */
type Grown = Pick<Block, 'node' | 'def'>

interface Target {
  readonly node: Mapping
  readonly def: string
  readonly key: string
  /** The keys below `key` that have to be made. */
  readonly rest: readonly string[]
}

/** The place that a path leads to; none where what stands on the way is written elsewhere, and not to be changed through it. */
function descend(block: Grown, path: readonly string[]): Target | undefined {
  let node = block.node
  let def: string = block.def
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

/** Whether an alias stands for the value, or a merge brings it in, which a key of one's own may replace at the end of a path. */
function isElsewhere({ keySpan, value, merged }: Entry, rest: readonly string[]): boolean {
  return merged ? rest.length > 0 : value.span.end < keySpan.start
}
