import { breakLength, lineEndAt } from './layout.ts'

/**
 * Where brackets end that begin at a place: behind the last of them. Where it is missing, before the first line that stands no
 * deeper than the column, as what is enclosed has to.
 */
export function flowEnd(text: string, start: number, column: number): number {
  let depth = 0
  let at = start
  while (at < text.length) {
    const character = text[at] ?? ''
    if (isBreak(character) && !goesOn(text, at, column, true)) return at
    depth += depthOf(character)
    at = behind(text, at, column)
    if (depth === 0) return at
  }
  return text.length
}

function depthOf(character: string): number {
  if (character === '[' || character === '{') return 1
  return character === ']' || character === '}' ? -1 : 0
}

/** Behind a quotation, a comment, or any other character. */
function behind(text: string, at: number, column: number): number {
  const character = text[at]
  if (character === '"' || character === "'") return quoteEnd(text, at, text.length, column)
  return character === '#' && isSpace(text[at - 1]) ? lineEndAt(text, at) : at + 1
}

/** Where a quotation ends that begins at a place: behind its quote, or where the text, or what may belong to it, ends. */
export function quoteEnd(text: string, start: number, end: number, column?: number): number {
  const quote = text[start]
  for (let at = start + 1; at < end; at++) {
    if (quote === '"' && text[at] === '\\') at++
    else if (text[at] === quote) {
      if (quote !== "'" || text[at + 1] !== quote) return at + 1
      at++
    } else if (column !== undefined && isBreak(text[at]) && !goesOn(text, at, column, false)) return at
  }
  return end
}

/** Whether the line behind a break may belong to what began before it. */
function goesOn(text: string, at: number, column: number, flow: boolean): boolean {
  const line = at + breakLength(text, at)
  let start = line
  while (text[start] === ' ' || text[start] === '\t') start++
  if (start >= text.length || isBreak(text[start])) return true
  return start - line > column || (flow && (text[start] === ']' || text[start] === '}'))
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t' || isBreak(character)
}
