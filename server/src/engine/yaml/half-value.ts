import { behindMark } from '../text/characters.ts'
import type { Span } from '../text/span.ts'
import { breakLength, columnAt, lineEndAt, lineStartAt } from './layout.ts'
import type { SyntaxProblem } from './node.ts'

/** What cannot be read of a text, and where it begins with its key: of that nothing can be said. */
export interface HalfValue {
  readonly value: Span
  readonly start: number
}

/**
 * What may be alone in keeping a text from being read, as a value does that has an opening bracket or quote and no closing one
 * yet: the smallest first. Each goes on in the lines that stand deeper.
 */
export function halfValues(text: string, problems: readonly SyntaxProblem[]): readonly HalfValue[] {
  const first = problems.find(({ fatal }) => fatal)
  // Lines that the parser does not see as such are no value.
  if (!first || first.rule === 'line-end' || text.length > LONGEST) return []
  const start = lineStartAt(text, first.span.start)
  const line = text.slice(start, lineEndAt(text, start))
  const blanks = /^[\uFEFF \t]*/.exec(line)?.[0].length ?? 0
  const whole = halfValue(text, start + blanks, start + blanks)
  const all = [
    ...behindKey(text, start, line),
    { ...whole, start: keyAbove(text, start) ?? whole.start },
    ...block(text, start),
  ]
  // Of lines behind a tab nobody knows how deep they stand.
  return all.filter(({ value: { start, end } }) => end > start && !/[\r\n] *\t/.test(text.slice(start, end)))
}

/** Where the key begins of which the value stands alone on a line below it. */
function keyAbove(text: string, line: number): number | undefined {
  for (let start = line; start > 0; ) {
    const end = start - 1
    start = lineStartAt(text, end)
    const above = text.slice(start, end).trimEnd()
    if (above !== '') return above.endsWith(':') ? start + above.length - above.trimStart().length : undefined
  }
  return undefined
}

/** Characters. What a person writes is far below, and each of these costs another reading. */
const LONGEST = 200_000

/**
 * The same text with the words of what cannot be read in its place, and blanks for all else in it, so that nothing moves: what
 * has a value is not said to be without one. Of brackets, and of several lines, not even words are known.
 */
export function withoutValue(text: string, { value: { start, end } }: HalfValue): string {
  const written = text.slice(start, end)
  const [, sign = '', words = ''] = /^([^\p{L}\p{N}]*)(.*)$/su.exec(written.replace(/\s#.*/, '')) ?? []
  const isText = !/[[{|>&*\r\n-]/.test(sign) && !/[\r\n]/.test(words)
  // A comment on its last line may silence what is said of the next.
  const silent = /[ \t]#.*$/.exec(written.slice(lineStartAt(written, written.length)))?.[0] ?? ''
  const kept = isText ? ' '.repeat(sign.length) + words.replace(SIGNS, (each) => ' '.repeat(each.length)) : ''
  const blank = written.slice(kept.length, written.length - silent.length).replace(/[^\r\n]/g, ' ')
  return text.slice(0, start) + kept + blank + silent + text.slice(end)
}

/** What may mean something in a text without quotes. */
const SIGNS = /[^\p{L}\p{M}\p{N}.,;!?()%/$€_-]/gu

function behindKey(text: string, start: number, line: string): readonly HalfValue[] {
  const [, dashes = '', key = '', blanks = '', value] = KEY.exec(line) ?? []
  if (value === undefined) return []
  const from = start + (key === '' ? (/^[\uFEFF \t]*/.exec(dashes)?.[0].length ?? 0) : dashes.length)
  return [halfValue(text, from, start + dashes.length + key.length + blanks.length)]
}

/** What follows blanks is none, so that they are not given back one by one where nothing follows. */
const KEY =
  /^(\uFEFF?[ \t]*(?![ \t])(?:-[ \t]+(?![ \t]))*)((?:[\p{L}_][\p{L}\p{M}\p{N}_-]*|"[^"]*"|'[^']*')[ \t]*:(?=[ \t])|(?<=-[ \t]+))([ \t]*)(\S.*)$/u

/** The value of the key of the first level that a line belongs to. */
function block(text: string, line: number): readonly HalfValue[] {
  for (let start = line; ; start = lineStartAt(text, start - 1)) {
    const from = start === 0 ? behindMark(text) : start
    const [key] = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*:/u.exec(text.slice(from, lineEndAt(text, start))) ?? []
    if (key !== undefined) return [halfValue(text, from, from + key.length)]
    if (start === 0) return []
  }
}

function halfValue(text: string, start: number, from: number): HalfValue {
  const column = columnAt(text, start)
  let end = lineEndAt(text, start)
  for (let at = end; at < text.length; ) {
    const line = at + breakLength(text, at)
    at = lineEndAt(text, line)
    const written = text.slice(line, at).trimStart()
    if (written === '' || written.startsWith('#')) continue
    const blanks = at - line - written.length
    const isItem = text[start] !== '-' && blanks === column && /^-\s/.test(written)
    if (blanks <= column && !isItem && !/^[\]}]/.test(written)) break
    end = at
  }
  return { start, value: { start: from, end } }
}
