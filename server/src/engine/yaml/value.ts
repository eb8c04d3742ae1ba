import type { SyntaxNode } from './node.ts'

/** A plain value, as a validator wants it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * The plain value of a node. Keys behind which nothing is written are left out, unless asked for: the author has not come to them yet.
 * Objects have no prototype, so that no key of a file can reach one. Bounded, since the tree is.
 */
export function plainValue(node: SyntaxNode, withEmpty = false): Plain {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'sequence') return node.items.map((item) => plainValue(item, withEmpty))
  const result = new Bare()
  for (const { key, value } of node.entries)
    if (withEmpty || !isUnwritten(value)) result[key] = plainValue(value, withEmpty)
  return result
}

/** What inherits nothing. A class of its own, since V8 fills its objects several times as fast as `Object.create(null)`. */
class Bare {
  [key: string]: Plain
}
Reflect.deleteProperty(Bare.prototype, 'constructor')
Object.setPrototypeOf(Bare.prototype, null)

/** Whether the author left the value empty (`owners:`), which is not the same as writing `null`. */
export function isUnwritten(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.span.start === node.span.end
}

/** Whether anything in a tree was left empty. */
export function hasUnwritten(node: SyntaxNode): boolean {
  if (node.kind === 'scalar') return isUnwritten(node)
  if (node.kind === 'sequence') return node.items.some(hasUnwritten)
  return node.entries.some(({ value }) => hasUnwritten(value))
}
