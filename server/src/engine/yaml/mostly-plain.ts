import { behindMark } from '../text/characters.ts'
import type { Span } from '../text/span.ts'
import { type Found, findIn, told } from './by-library.ts'
import { MANY } from './line-reader.ts'
import { type Comment, type Entry, type Mapping, type Syntax, type SyntaxNode, withValue } from './node.ts'
import { readPart } from './reader.ts'

/** An entry of the first level that is plain. */
interface PlainEntry {
  readonly entry: Entry
  readonly part: Span
  readonly comments: readonly Comment[]
}

/**
 * Reads a text in which only some entries are not plain: the library sees of the others only their keys, since it takes twenty times
 * as long for each as the reader of the plain subset. `undefined` where it has to see all of the text. Whatever this returns is what
 * the library alone would have returned, which a test compares.
 */
export function readMostlyPlain(text: string): Syntax | undefined {
  // What an alias stands for may be anywhere.
  if (text.length > LONGEST || (text.includes('*') && text.includes('&'))) return undefined
  const plain = plainEntries(text)
  if (plain.length === 0) return undefined
  const found = findIn(emptied(text, plain))
  const root = filled(found.tree.root, plain)
  return root && told(text, { ...found, tree: { ...found.tree, root }, comments: allComments(found, plain) })
}

/** Characters. It has fewer nodes than the limit, which nobody then has to count. */
const LONGEST = 100_000

/** Behind a single letter and a blank the library still counts with the indentation of the lines above. */
const KEY = /(?<![^\n])[A-Za-z_](?=\S)/g

/** A line that begins with anything but a key, a blank, a comment, an item or a closing bracket: brackets opened there end nowhere. */
const ODD = /(?<![^\n])(?![A-Za-z_ \t#\r\n}\]]|-\s|$)/

/** The entries that are plain, each from its key to the next key of the first level. None where another line may belong to no key. */
function plainEntries(text: string): readonly PlainEntry[] {
  const begin = behindMark(text)
  if (ODD.test(text.slice(begin))) return []
  const starts = [...text.slice(begin).matchAll(KEY)].map(({ index }) => begin + index)
  const front = readPart(text, { start: begin, end: starts[0] ?? text.length })
  if (!front || front.root || starts.length > MANY) return []
  const entries = starts.flatMap((start, index): readonly PlainEntry[] => {
    const part = { start, end: starts[index + 1] ?? text.length }
    const { root, comments = [] } = readPart(text, part) ?? {}
    const [entry, second] = root?.kind === 'mapping' ? root.entries : []
    return entry && !second && entry.keySpan.start === start ? [{ entry, part, comments }] : []
  })
  const keys = entries.map(({ entry }) => entry.key)
  return entries.filter(({ entry }) => keys.indexOf(entry.key) === keys.lastIndexOf(entry.key))
}

/** The text with blanks for what stands behind the keys, so that nothing moves. */
function emptied(text: string, plain: readonly PlainEntry[]): string {
  let [seen, at] = ['', 0]
  for (const { entry, part } of plain) {
    const value = entry.keySpan.end + 1
    const end = text[part.end - 1] === '\n' ? part.end - 1 : part.end
    seen += text.slice(at, value) + ' '.repeat(end - value)
    at = end
  }
  return seen + text.slice(at)
}

/** The tree with the values of the plain entries; `undefined` where the library has not read each of their keys as one. */
function filled(root: SyntaxNode | undefined, plain: readonly PlainEntry[]): Mapping | undefined {
  if (root?.kind !== 'mapping' || root.flow) return undefined
  const values = new Map(plain.map(({ entry }) => [entry.keySpan.start, entry.value]))
  let found = 0
  const entries = root.entries.map((entry): Entry => {
    const value = values.get(entry.keySpan.start)
    if (!value || !isEmpty(entry.value)) return entry
    found++
    return withValue(entry, value)
  })
  if (found < plain.length) return undefined
  // It ends with its last value; behind one that stands twice, where that is an alias.
  const last = root.entries.findLastIndex(({ merged }) => !merged)
  const isLast = root.entries[last]?.value.span.end === root.span.end
  const end = (isLast ? entries[last]?.value.span.end : undefined) ?? root.span.end
  return { kind: 'mapping', flow: root.flow, entries, span: { start: root.span.start, end } }
}

function isEmpty(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.span.start === node.span.end
}

function allComments({ comments }: Found, plain: readonly PlainEntry[]): readonly Comment[] {
  return [...comments, ...plain.flatMap((each) => each.comments)].sort((a, b) => a.span.start - b.span.start)
}
