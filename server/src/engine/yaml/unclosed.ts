import type { Span } from '../text/span.ts'
import { flowEnd } from './enclosed.ts'
import type { SyntaxNode } from './node.ts'

/** By the place at which the parser misses the end of brackets, those that are never closed: of several the innermost. */
export function unclosedBrackets(
  root: SyntaxNode | undefined,
  text: string,
): ReadonlyMap<number, SyntaxNode> {
  const found = new Map<number, SyntaxNode>()
  if (root) collect(root, text, found)
  return found
}

/** The brackets that are open at the end of a node. */
function collect(node: SyntaxNode, text: string, found: Map<number, SyntaxNode>): SyntaxNode | undefined {
  if (node.kind === 'scalar') return undefined
  const children = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items
  const inner = children.map((child) => collect(child, text, found)).at(-1)
  if (!node.flow) return undefined
  // The parser takes the bracket that closes the outer ones for the end of the inner ones.
  const open = inner ?? (isClosed(node.span, text, children.at(-1)) ? undefined : node)
  if (open && !found.has(node.span.end)) found.set(node.span.end, open)
  return open
}

/** Whether brackets end where the parser ends them; or further on, where their lines are not indented enough. */
function isClosed({ start, end }: Span, text: string, last: SyntaxNode | undefined): boolean {
  const closing = text[start] === '[' ? ']' : '}'
  const isOwn = (last?.span.end ?? start + 1) < end
  if (isOwn && text[end - 1] === closing) return true
  const rest = `${text.slice(start, start + FAR)}\n`
  const behind = flowEnd(rest, 0, -1)
  return behind < rest.length && rest[behind - 1] === closing
}

/** Characters in which the end of brackets is looked for. */
const FAR = 4_000
