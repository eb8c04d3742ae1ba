import type { Span } from '../engine/text/span.ts'
import type { Writing } from './suggestion.ts'

/** What stands behind the colon that is being written behind: it gives way to what comes below. */
export function behindColon({ text, context }: Writing): Span {
  const { start, end } = context.typed
  let from = start
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--
  return { start: from, end }
}
