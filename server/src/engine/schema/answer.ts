import type { SyntaxNode } from '../yaml/node.ts'
import { checkSchema } from './check.ts'

/**
 * What the schema says of a value before it stands in a file, under the keys and list indexes that would lead to it; absent
 * when it may stand there. The words are those that a finding would have.
 */
export function complaintAbout(
  path: readonly (string | number)[],
  value: string | number | boolean,
): string | undefined {
  const scalar: SyntaxNode = { kind: 'scalar', value, style: 'quoted', span: HERE }
  const root = path.reduceRight<SyntaxNode>(around, scalar)
  return checkSchema(root).find(({ span }) => span.start === HERE.start && span.end === HERE.end)?.message
}

/** Of the value; everything around it stands nowhere. */
const HERE = { start: 1, end: 2 } as const
const NOWHERE = { start: 0, end: 0 } as const

function around(inner: SyntaxNode, step: string | number): SyntaxNode {
  if (typeof step === 'number') return { kind: 'sequence', flow: true, items: [inner], span: NOWHERE }
  const entry = { key: step, keySpan: NOWHERE, value: inner, merged: false }
  return { kind: 'mapping', flow: true, entries: [entry], span: NOWHERE }
}
