import type { Span } from '../text/span.ts'
import { breakLength, columnAt, lineEndAt, lineStartAt } from './layout.ts'
import type { SyntaxProblem } from './node.ts'

/**
 * The lines of which one alone may keep a text from being read, and what is said of each: a key without its colon, as each is for a
 * moment that is typed, also in quotes, and a dash among keys. Without that line the rest says what it said before.
 */
export function halfKeys(text: string, problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const fatal = problems.filter((problem) => problem.fatal)
  const [first, ...others] = fatal.map(({ span }) => wordAlone(text, span.start))
  if (first) return others.every((each) => each?.start === first.start) ? [noColon(first)] : []
  const [at] = fatal.map(({ span }) => span.start)
  if (at === undefined || text.length > LONGEST) return []
  return linesNear(text, at).flatMap((line) => markAlone(text, line))
}

/** Characters. What a person writes is far below, and each line that is tried costs another reading. */
const LONGEST = 200_000

/** The text with blanks in its place, so that nothing moves. */
export function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
}

/** What is said of it; the tree does not hold it, and is no guess. */
function noColon(span: Span): SyntaxProblem {
  const message = 'This key has no colon. Add it, or indent the line if it goes on with the one above.'
  return { rule: 'colon', message, span, fatal: false }
}

function wordAlone(text: string, offset: number): Span | undefined {
  const [from, to] = [lineStartAt(text, offset), lineEndAt(text, offset)]
  const [, before = '', word] = WORD.exec(text.slice(from, to)) ?? []
  if (word === undefined || standsAbove(text, to, columnAt(text, from + before.length))) return undefined
  const start = from + before.length
  return { start, end: start + word.length }
}

/** Whether what comes next belongs to the word, so that it would become part of another block without it. */
function standsAbove(text: string, offset: number, column: number): boolean {
  const [, blanks = '', dash] = nextLine(text, offset)
  return blanks.length > column || (dash !== undefined && blanks.length === column)
}

const WORD = /^(\uFEFF? *)(\p{L}[\p{L}\p{M}\p{N}_-]*)[ \t]*(?:[ \t]#.*)?$/u

/** The blanks and the dash of the next line that says something. */
function nextLine(text: string, offset: number): readonly (string | undefined)[] {
  return /^( *)(?![ #\r\n])(-(?=\s))?/m.exec(text.slice(offset)) ?? []
}

/** Where the lines begin at which the parser stumbles over a quote or a dash: the same, those beside it, and that of the quote. */
function linesNear(text: string, offset: number): readonly number[] {
  const line = lineStartAt(text, offset)
  const end = lineEndAt(text, offset)
  const below = end + breakLength(text, end)
  const quote = Array.from(text.slice(0, line).matchAll(OPEN), ({ index }) => index).at(-1)
  return [...new Set([line, above(text, line), below, quote ?? line])]
}

/** A line with nothing but a text of which the quote is still open. */
const OPEN = /^ *(?:"[^"\r\n]*|'[^'\r\n]*)$/gm

function above(text: string, line: number): number {
  let at = line
  do at = lineStartAt(text, Math.max(0, at - 1))
  while (at > 0 && /^[ \t]*(?:#.*)?$/.test(text.slice(at, lineEndAt(text, at))))
  return at
}

function markAlone(text: string, from: number): readonly SyntaxProblem[] {
  const to = lineEndAt(text, from)
  const [, before = '', mark = ''] = MARK.exec(text.slice(from, to)) ?? []
  const column = before.length
  if (mark === '' || standsAbove(text, to, column) || !isAmongKeys(text, { from, to, column })) return []
  const span = { start: from + column, end: from + column + mark.length }
  if (mark.startsWith('-')) return [{ ...strayDash, span }]
  const isClosed = mark.length > 1 && mark.endsWith(mark.charAt(0))
  return [isClosed ? noColon(span) : { ...openKey, span }]
}

/** It ends with no blank: those behind it would be shared with it in all ways there are. */
const MARK =
  /^( *)("[\p{L}\p{M}\p{N} _-]*"?|'[\p{L}\p{M}\p{N} _-]*'?|-(?:[ \t]+\p{L}[\p{L}\p{M}\p{N}_-]*)?)(?<! )[ \t]*(?:[ \t]#.*)?$/u

/** A line below a colon may be the value of that key, unless the next one is a neighbour; between brackets no key stands alone. */
function isAmongKeys(
  text: string,
  { from, to, column }: { readonly from: number; readonly to: number; readonly column: number },
): boolean {
  const start = above(text, from)
  const line = from === 0 ? '' : text.slice(start, lineEndAt(text, start)).replace(/(?:^|[ \t])#.*/, '')
  if (/[[{,][ \t]*$/.test(line)) return false
  return !/:[ \t]*$/.test(line) || column === 0 || nextLine(text, to)[1]?.length === column
}

const openKey = {
  rule: 'syntax',
  message: 'This quote is never closed. Close it, and put a colon behind the key.',
  fatal: false,
} as const

const strayDash = {
  rule: 'indentation',
  message: 'A dash begins an entry of a list, and keys stand here. Remove it, or indent it below its key.',
  fatal: false,
} as const
