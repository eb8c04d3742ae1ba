import type { Span } from '../engine/text/span.ts'
import type { Entry } from '../engine/yaml/node.ts'

/** Whether the value of a key is written behind it: an alias stands for one that is written elsewhere. */
export function standsBehind({ keySpan, value }: Entry): boolean {
  return value.span.start >= keySpan.end
}

/** The key with what is written behind it. */
export function entrySpan(entry: Entry): Span {
  const { keySpan, value } = entry
  if (!standsBehind(entry)) return keySpan
  return { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) }
}

/** A span without the blanks and the ends of lines that it ends with. */
export function trimmed(text: string, { start, end }: Span): Span {
  let last = end
  while (last > start && /\s/.test(text.charAt(last - 1))) last--
  return { start, end: last }
}
