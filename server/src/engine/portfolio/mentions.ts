import type { Reference } from '../schema/describe.ts'
import type { Span } from '../text/span.ts'
import type { SyntaxNode } from '../yaml/node.ts'
import { type NamedKeys, type NamedPlace, namedKeys } from './named.ts'

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
  if (root?.kind === 'mapping') visit(root, namedKeys(), found)
  return found.sort((a, b) => a.span.start - b.span.start)
}

function visit(node: SyntaxNode, keys: NamedKeys, found: Mention[]): void {
  if (node.kind === 'sequence') for (const item of node.items) visit(item, keys, found)
  if (node.kind !== 'mapping') return
  for (const { key, value, merged } of node.entries) {
    const place = merged ? undefined : keys.get(key)
    if (!place) continue
    if (place.below) visit(value, place.below, found)
    else collect(value, place, found)
  }
}

function collect(node: SyntaxNode, place: NamedPlace, found: Mention[]): void {
  if (node.kind === 'sequence') for (const item of node.items) collect(item, place, found)
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value.trim() === '') return
  const quoted = node.style === 'quoted' ? 1 : 0
  const span = { start: node.span.start + quoted, end: node.span.end - quoted }
  found.push({ refers: place.refers, path: place.path, name: node.value, span })
}
