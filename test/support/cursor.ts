/** A text with a `|` where the cursor stands, and the text without it. */
export interface Marked {
  readonly text: string
  readonly offset: number
}

/** Reads the first `|`, which therefore has to be the cursor. */
export function readCursor(marked: string): Marked {
  const offset = marked.indexOf('|')
  if (offset < 0) throw new Error('The text has no cursor')
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset }
}
