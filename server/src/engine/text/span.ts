import { CR, isBreak, LF } from './characters.ts'

/** A half-open range of UTF-16 offsets into the text of one file. The only coordinate inside the engine. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether the two spans share a character, or one is a caret inside the other. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** Whether an offset lies in the span or at its end, where the cursor stands behind what was typed. */
export function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end
}

/** The span of what stands between the quotes, where the text has some. */
export function withoutQuotes(text: string, { start, end }: Span): Span {
  const quote = text.charAt(start)
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text.charAt(end - 1) === quote
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end }
}

/**
 * The span cut at the end of its first line, without trailing blanks, or a comment there: what may be underlined.
 * Never ends before it starts, never lies outside the text, never splits a surrogate pair or a line break.
 */
export function firstLine(text: string, span: Span, comments: readonly { readonly span: Span }[] = []): Span {
  const start = wholeCharacter(text, Math.min(Math.max(span.start, 0), text.length))
  let end = Math.min(Math.max(span.end, start), text.length)
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isBreak(code)) end = commentBefore(at, start, comments) ?? at
  }
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return { start, end: Math.max(start, wholeCharacter(text, end)) }
}

/** Where the comment begins that ends at a place, behind another one. They stand in the order of the text. */
function commentBefore(
  end: number,
  start: number,
  comments: readonly { readonly span: Span }[],
): number | undefined {
  let [low, high] = [0, comments.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((comments[middle]?.span.end ?? end) < end) low = middle + 1
    else high = middle
  }
  const found = comments[low]?.span
  return found?.end === end && found.start > start ? found.start : undefined
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

function wholeCharacter(text: string, offset: number): number {
  const low = text.charCodeAt(offset)
  const high = text.charCodeAt(offset - 1)
  const isPair = low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff
  return isPair || (low === LF && high === CR) ? offset - 1 : offset
}
