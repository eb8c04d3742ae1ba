import type { Finding } from '../finding.ts'
import { isSameList } from '../same-list.ts'
import { type Entry, type Scalar, type SyntaxNode, withEntries, withItems } from '../yaml/node.ts'
import { isUnwritten } from '../yaml/value.ts'

/**
 * The tree as its author means it: a key or a value that is misspelt beyond doubt stands for the right one, so that what it
 * holds is judged, and not missing besides. A key with nothing behind it is still being typed, and one that a comment calls the
 * author's own is none of these. The same tree where all is right.
 */
export function asMeant<T extends SyntaxNode | undefined>(
  root: T,
  findings: readonly Finding[],
): T | SyntaxNode {
  const meant = new Map(
    findings.flatMap((each): readonly [number, Meant][] => {
      const text = meantBy(each)
      return text === undefined ? [] : [[each.span.start, { text, rule: each.rule }]]
    }),
  )
  return root && meant.size > 0 ? spelled(root, meant) : root
}

/** The key for which a finding of the schema takes a misspelt one. */
export function meantKey(finding: Pick<Finding, 'rule' | 'fixes'>): string | undefined {
  return finding.rule === KEY ? meantBy(finding) : undefined
}

/** The one key of which a finding says that an unknown one means it, or asks whether it does. */
export function askedKey({ rule, fixes: [fix, other] }: Pick<Finding, 'rule' | 'fixes'>): string | undefined {
  const [change] = rule === KEY && fix && !other ? fix.changes : []
  return change?.do === 'replace' ? change.text : undefined
}

/** What stands for something misspelt, and what the schema says of it. */
interface Meant extends Pick<Finding, 'rule'> {
  readonly text: string
}

const KEY = 'schema/unknown-key'

/** What nobody could read as it is. */
const UNREAD = /^schema\/(?:unknown-key|kind|word|date|duration|jurisdiction)$/

function meantBy({ rule, fixes: [fix] }: Pick<Finding, 'rule' | 'fixes'>): string | undefined {
  const [change] = fix?.safe && UNREAD.test(rule) ? fix.changes : []
  return change?.do === 'replace' ? change.text : undefined
}

/** `meant` has what is right by the places of what is not. */
function spelled(node: SyntaxNode, meant: ReadonlyMap<number, Meant>): SyntaxNode {
  if (node.kind === 'scalar') return valued(node, meant.get(node.span.start))
  if (node.kind === 'sequence') {
    const items = node.items.map((item) => spelled(item, meant))
    return isSameList(items, node.items) ? node : withItems(node, items)
  }
  // One key stands for the right one, the first that means it: a merge may bring in another beside the right one itself.
  const taken = new Set(node.entries.map(({ key }) => key))
  const entries = node.entries.map((entry): Entry => {
    const { key, keySpan, merged, value } = entry
    const text = isUnwritten(value) ? undefined : meant.get(keySpan.start)?.text
    const right = text === undefined || taken.has(text) ? key : text
    taken.add(right)
    const own = spelled(value, meant)
    return right === key && own === value ? entry : { key: right, keySpan, value: own, merged }
  })
  return isSameList(entries, node.entries) ? node : withEntries(node, entries)
}

/** Of another kind are only numbers, true and false. */
function valued(node: Scalar, meant: Meant | undefined): Scalar {
  if (!meant || meant.rule === KEY) return node
  const { rule, text } = meant
  if (rule !== 'schema/kind') return { ...node, value: text }
  return { ...node, value: /^\D/.test(text) && !text.startsWith('-') ? text === 'true' : Number(text) }
}
