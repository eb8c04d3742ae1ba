import type { Span } from '../text/span.ts'
import { columnAt } from './layout.ts'
import type { Entry, Mapping, Sequence, SyntaxNode } from './node.ts'

/** Where something in a tree could not be read. */
export interface Gap {
  /** The key that has no value for it. */
  readonly entry?: Entry
  /** The blocks and lists of which nobody knows all that they hold. */
  readonly around: readonly SyntaxNode[]
  /** The lists that it is in, of entries that are judged each by itself, and the entry that holds it. */
  readonly lists: readonly { readonly list: Sequence; readonly own: SyntaxNode }[]
}

/** Where the tree has gaps for what could not be read of its text. */
export function gapsIn(root: Mapping, text: string, unread: readonly Span[]): readonly Gap[] {
  return unread.map((span) => gapAt({ node: root, key: '', around: [root], lists: [] }, text, span))
}

/** A node with all that it stands in. */
interface Inside {
  readonly node: SyntaxNode
  readonly key: string
  readonly around: Gap['around']
  readonly lists: Gap['lists']
}

function gapAt({ node, key, around, lists }: Inside, text: string, span: Span): Gap {
  if (node.kind === 'sequence') {
    const own = node.items.findLast(({ span: { start } }) => start <= span.end)
    if (!own) return { around, lists }
    const isOwn = isSingle(own, span) || span.start < own.span.start
    const within = FOLLOW.includes(key) ? lists : [...lists, { list: node, own }]
    if (isOwn) return { around: [node], lists: within }
    return gapAt({ node: own, key: '', around: [...around, own], lists: within }, text, span)
  }
  const entries = node.kind === 'mapping' ? node.entries : []
  const entry = entries.findLast(({ merged, keySpan }) => !merged && keySpan.start <= span.start)
  if (!entry) return { around, lists }
  const { keySpan, value } = entry
  const isOwn = span.start < keySpan.end || (isSingle(value, span) && isDeeper(text, span, keySpan))
  if (isOwn) return { entry, around: [], lists }
  // To which of those around it the line belongs only its indentation would tell, and that may be what is wrong with it.
  return isSingle(value, span)
    ? { around, lists }
    : gapAt({ node: value, key: entry.key, around: [...around, value], lists }, text, span)
}

/** Lists whose entries follow each other in time: what is said of one depends on the others. */
const FOLLOW: readonly string[] = ['gates', 'readings']

/** Whether nothing of it stands in it, or could on a line of its own. */
function isSingle(node: SyntaxNode, { start }: Span): boolean {
  return node.kind === 'scalar' || (node.flow && !(node.span.start < start && start < node.span.end))
}

function isDeeper(text: string, a: Span, b: Span): boolean {
  return columnAt(text, a.start) > columnAt(text, b.start)
}
