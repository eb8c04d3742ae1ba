import type { Scalar, SyntaxNode } from '../yaml/node.ts'
import { scalarText } from '../yaml/template.ts'
import type { Meant } from './meant.ts'
import type { Property, Vocabulary } from './vocabulary.ts'

/** What to do about what is no list and should be one, or the reverse; empty where that is not all. */
export function layoutOf(node: SyntaxNode, property: Property | undefined): string {
  if (node.kind !== 'scalar' && node.flow) return ''
  if (node.kind !== 'sequence' && property?.kind === 'list') return ' Begin each entry with a dash.'
  return node.kind === 'sequence' && property?.kind === 'block' ? ' Write its keys without dashes.' : ''
}

/** One value in the place of a list is its only item, and in the place of a block its first key: `operator: Luis Ortega`. */
export function laidOut({ value }: Scalar, property: Property, words: Vocabulary): Meant | undefined {
  const isText = typeof value === 'string'
  if (value === null) return undefined
  if (property.kind === 'list' && property.itemKind === 'text' && isText && !value.includes(','))
    return { text: `[${scalarText(value)}]`, safe: false }
  const def = property.kind === 'block' ? property.block : undefined
  const [key] = def === undefined ? [] : words.keysOf(def)
  const kind = def !== undefined && key !== undefined ? words.propertyOf(def, key)?.kind : undefined
  const fits = isText ? kind === 'text' : typeof value === 'number' && /^(?:whole )?number$/.test(kind ?? '')
  return fits ? { text: `{ ${key}: ${scalarText(value)} }`, safe: false } : undefined
}
