/** What a caret comment expects: a range on the line above it, and optionally the severity, rule and message. */
export interface Expected {
  readonly start: number
  readonly end: number
  readonly note: string
}

/**
 * Reads the caret comments of a fixture: `#   ^^^^ note` marks the columns above it; `#^^^ note`, without a blank behind
 * the hash, starts at the hash itself. Several in a row mark the same line.
 */
export function readCarets(text: string): readonly Expected[] {
  const found: Expected[] = []
  let offset = 0
  let target = 0
  for (const line of text.split('\n')) {
    const match = /^(\s*#)(\s*)(\^+)\s*(.*)$/.exec(line)
    const [, hash = '', gap = '', carets = '', note = ''] = match ?? []
    if (match) {
      const from = gap === '' ? hash.length - 1 : hash.length + gap.length
      const to = hash.length + gap.length + carets.length
      found.push({ start: target + from, end: target + to, note: note.trim() })
    } else target = offset
    offset += line.length + 1
  }
  return found
}
