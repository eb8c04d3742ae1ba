import type { Writing } from './suggestion.ts'

/** The quote with which the author began what is being written; empty where there is none. */
export function quoteOf({ text, context }: Writing): string {
  const first = text.charAt(context.typed.start)
  return context.where !== 'comment' && (first === '"' || first === "'") ? first : ''
}

/** A word in the quotes that the author began; as it is where there are none. */
export function asBegun(word: string, writing: Writing): string {
  const quote = quoteOf(writing)
  if (quote === "'") return `'${word.replaceAll("'", "''")}'`
  return quote === '' ? word : JSON.stringify(word)
}
