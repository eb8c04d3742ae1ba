import { propertyOf, type Reference, ROOT } from '../schema/describe.ts'
import type { Span } from '../text/span.ts'
import type { SyntaxNode } from '../yaml/node.ts'

/** A name in a file that stands for something outside of it. */
export interface Mention {
  readonly refers: Reference
  readonly name: string
  /** Of the name alone, without its quotes. */
  readonly span: Span
  /** The keys that lead to it, for instance `owners.operator.name`. */
  readonly path: string
}

/** Every name in a file that stands for a person, team, system or other pilot, in the order of the text. */
export function mentionsOf(root: SyntaxNode | undefined): readonly Mention[] {
  const found: Mention[] = []
  if (root?.kind === 'mapping') visit(root, { def: ROOT, path: '' }, found)
  return found.sort((a, b) => a.span.start - b.span.start)
}

interface Place {
  readonly def: string
  readonly path: string
}

function visit(node: SyntaxNode, { def, path }: Place, found: Mention[]): void {
  if (node.kind === 'sequence') for (const item of node.items) visit(item, { def, path }, found)
  if (node.kind !== 'mapping') return
  for (const { key, value, merged } of node.entries) {
    const property = merged ? undefined : propertyOf(def, key)
    if (!property) continue
    const here = path === '' ? key : `${path}.${key}`
    if (property.refers) collect(value, { refers: property.refers, path: here }, found)
    else if (property.block !== undefined) visit(value, { def: property.block, path: here }, found)
  }
}

function collect(node: SyntaxNode, about: Pick<Mention, 'refers' | 'path'>, found: Mention[]): void {
  if (node.kind === 'sequence') for (const item of node.items) collect(item, about, found)
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value.trim() === '') return
  const quoted = node.style === 'quoted' ? 1 : 0
  const span = { start: node.span.start + quoted, end: node.span.end - quoted }
  found.push({ refers: about.refers, path: about.path, name: node.value, span })
}
