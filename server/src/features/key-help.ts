import type { Property, Word } from '../engine/schema/describe.ts'
import type { SyntaxNode } from '../engine/yaml/node.ts'
import { example } from './example.ts'
import type { Markup } from './markup.ts'

/** What the schema says about a key: its question, meaning, kind, allowed words and an example. */
export function keyHelp(property: Property, markup: Markup): string {
  const { key, kind, required, question, description, words, examples } = property
  const written = example(key, examples[0])
  const parts = [
    `${markup.strong(key)} (${markup.text(required ? `${kind}, required` : kind)})`,
    question && markup.emphasis(question),
    markup.text(description),
    words.length > 0 && words.map((word) => `- ${wordLine(word, markup)}`).join('\n'),
    written && `For example\n\n${markup.lines(written)}`,
  ]
  return parts.filter(Boolean).join('\n\n')
}

/** What the schema says about a key, when the cursor is on it, or about the word that stands behind it. */
export function propertyHelp(
  property: Property,
  { onKey, node }: { readonly onKey: boolean; readonly node: SyntaxNode | undefined },
  markup: Markup,
): string | undefined {
  if (onKey) return keyHelp(property, markup)
  const written = node?.kind === 'scalar' ? String(node.value) : undefined
  const known = property.words.find(({ word }) => word === written)
  return known && wordHelp(property, known, markup)
}

/** What one allowed word means. */
function wordHelp({ key }: Property, word: Word, markup: Markup): string {
  return `${markup.strong(key)} ${wordLine(word, markup)}`
}

function wordLine({ word, meaning }: Word, markup: Markup): string {
  return meaning ? `${markup.code(word)}: ${markup.text(meaning)}` : markup.code(word)
}
