import type { Property, Word } from '../engine/schema/describe.ts'
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

/** What one allowed word means. */
export function wordHelp({ key }: Property, word: Word, markup: Markup): string {
  return `${markup.strong(key)} ${wordLine(word, markup)}`
}

function wordLine({ word, meaning }: Word, markup: Markup): string {
  return meaning ? `${markup.code(word)}: ${markup.text(meaning)}` : markup.code(word)
}
