import { keysOf, propertyOf, ROOT } from './schema/describe.ts'
import { compareTexts } from './text/compare.ts'
import { applyEdits, type TextEdit } from './text/edit.ts'
import type { Span } from './text/span.ts'
import { type Arrangement, arrangementOf } from './yaml/arrange.ts'
import type { Mapping, Syntax, SyntaxNode } from './yaml/node.ts'
import { parse } from './yaml/parse.ts'
import { type Plain, plainValue } from './yaml/value.ts'

/**
 * The edits that bring the keys of every block into the order of the schema; with `within` only of the blocks inside it. Keys
 * that the schema does not know come last. A comment goes with the key that it stands above or behind, blank lines stay where
 * they are. None for a file that does not parse, or in which something stands for what is written elsewhere.
 */
export function orderEdits(syntax: Syntax, within?: Span): readonly TextEdit[] {
  const { text, root, problems } = syntax
  if (root?.kind !== 'mapping' || problems.length > 0 || !isWrittenOut(root)) return []
  const edits = sortersIn({ text, within }, root, ROOT).map((sorter) => {
    return { span: sorter.arrangement.span, text: sorted(text, sorter) }
  })
  return edits.length > 0 && saysTheSame(syntax, parse(applyEdits(text, edits))) ? edits : []
}

/** A block whose keys are to be sorted, with those inside it. */
interface Sorter {
  readonly arrangement: Arrangement
  /** The numbers of its entries in the wanted order. */
  readonly order: readonly number[]
  readonly inner: readonly Sorter[]
}

interface Where {
  readonly text: string
  readonly within: Span | undefined
}

/** The outermost blocks that have to be sorted, in the order of the text. */
function sortersIn(where: Where, node: SyntaxNode, def: string | undefined): readonly Sorter[] {
  if (node.kind === 'sequence') return node.items.flatMap((item) => sortersIn(where, item, def))
  if (node.kind === 'scalar' || def === undefined) return []
  const inner = node.entries.flatMap(({ key, value }) => sortersIn(where, value, propertyOf(def, key)?.block))
  const order = orderOf(node, keysOf(def))
  const arrangement = order && arrangementOf(where.text, node)
  return arrangement && order && isInside(arrangement.span, where.within)
    ? [{ arrangement, order, inner }]
    : inner
}

/** `undefined` where every key stands in its place. */
function orderOf({ entries }: Mapping, keys: readonly string[]): readonly number[] | undefined {
  const ranks = entries.map(({ key }) => (keys.includes(key) ? keys.indexOf(key) : keys.length))
  if (ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0))) return undefined
  return [...ranks.keys()].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
}

function sorted(text: string, { arrangement, order, inner }: Sorter): string {
  return arrangement.render(order, ({ start, end }) => {
    let [result, at] = ['', start]
    for (const each of inner) {
      const { span } = each.arrangement
      if (span.start < at || span.end > end) continue
      result += text.slice(at, span.start) + sorted(text, each)
      at = span.end
    }
    return result + text.slice(at, end)
  })
}

function isInside({ start, end }: Span, within: Span | undefined): boolean {
  return within === undefined || (start >= within.start && end <= within.end)
}

/** Whether no alias and no merge brings in what is written elsewhere, so that it matters what comes first. */
function isWrittenOut(node: SyntaxNode): boolean {
  if (node.kind === 'scalar') return true
  if (node.kind === 'sequence')
    return node.items.every((item) => item.span.start >= node.span.start && isWrittenOut(item))
  return node.entries.every(({ keySpan, value, merged }) => {
    return !merged && value.span.start >= keySpan.end && isWrittenOut(value)
  })
}

function saysTheSame(before: Syntax, after: Syntax): boolean {
  if (!before.root || !after.root || after.problems.length > 0) return false
  const [was, is] = [before, after].map(({ comments }) => comments.map(({ text }) => text).sort())
  const [meant, means] = [before.root, after.root].map((root) => JSON.stringify(inOrder(plainValue(root))))
  return meant === means && JSON.stringify(was) === JSON.stringify(is)
}

/** Lists keep their order, keys are put into one that does not depend on the text. */
function inOrder(value: Plain): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([key, inner]) => [key, inOrder(inner)])
}
