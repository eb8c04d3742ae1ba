import type { Span } from '../text/span.ts'
import { columnAt, lineEndAt, lineStartAt } from './layout.ts'
import type { SyntaxProblem } from './node.ts'

/**
 * The key without a colon that alone keeps a text from being read: each that is typed is one for a moment. Without it the rest
 * says what it said before.
 */
export function halfKey(text: string, problems: readonly SyntaxProblem[]): Span | undefined {
  const fatal = problems.filter((problem) => problem.fatal)
  const [first, ...others] = fatal.map(({ span }) => wordAlone(text, span.start))
  return others.every((each) => each?.start === first?.start) ? first : undefined
}

/** The text with blanks in its place, so that nothing moves. */
export function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
}

/** What is said of it; the tree does not hold it, and is no guess. */
export function noColon(span: Span): SyntaxProblem {
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
  const [, blanks = '', dash] = /^( *)(?![ #\r\n])(-(?=\s))?/m.exec(text.slice(offset)) ?? []
  return blanks.length > column || (dash !== undefined && blanks.length === column)
}

const WORD = /^(\uFEFF? *)(\p{L}[\p{L}\p{M}\p{N}_-]*)[ \t]*(?:[ \t]#.*)?$/u
