import type { Finding } from '../finding.ts'
import type { SyntaxNode } from '../yaml/node.ts'
import { isUnwritten } from '../yaml/value.ts'

/**
 * The tree as its author means it: a key that is misspelt beyond doubt stands for the right one, so that what it holds is judged
 * and not missing besides. One with nothing behind it is still being typed. The same tree where none is misspelt.
 */
export function asMeant<T extends SyntaxNode | undefined>(
  root: T,
  findings: readonly Finding[],
): T | SyntaxNode {
  const meant = new Map(
    findings.flatMap((each): readonly [number, string][] => {
      const key = meantKey(each)
      return key === undefined ? [] : [[each.span.start, key]]
    }),
  )
  return root && meant.size > 0 ? spelled(root, meant) : root
}

/** The key for which a finding of the schema takes a misspelt one. */
export function meantKey({ rule, fixes: [fix] }: Pick<Finding, 'rule' | 'fixes'>): string | undefined {
  const [change] = rule === 'schema/unknown-key' && fix?.safe ? fix.changes : []
  return change?.do === 'replace' ? change.text : undefined
}

/** `meant` has the right keys by the places of the misspelt ones. */
function spelled(node: SyntaxNode, meant: ReadonlyMap<number, string>): SyntaxNode {
  if (node.kind === 'scalar') return node
  if (node.kind === 'sequence') return { ...node, items: node.items.map((item) => spelled(item, meant)) }
  const entries = node.entries.map(({ key, keySpan, merged, value }) => {
    const right = isUnwritten(value) ? undefined : meant.get(keySpan.start)
    return { key: right ?? key, keySpan, merged, value: spelled(value, meant) }
  })
  return { ...node, entries }
}
