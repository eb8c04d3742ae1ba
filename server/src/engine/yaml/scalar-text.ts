import { CR, SPACE } from '../text/characters.ts'
import type { Span } from '../text/span.ts'

/** A value that was read from a text. */
export interface ScalarText {
  readonly value: string
  /** Behind its last character. */
  readonly end: number
}

const DOUBLE = /"([^"\\\r\n]*(?:\\["\\/nt][^"\\\r\n]*)*)"/y
const SINGLE = /'([^'\r\n]*(?:''[^'\r\n]*)*)'/y

/** The quoted value that starts at a place; `undefined` where it goes on in the next line or holds a rare escape. */
export function quotedAt(text: string, start: number): ScalarText | undefined {
  const pattern = text[start] === '"' ? DOUBLE : SINGLE
  pattern.lastIndex = start
  const inner = pattern.exec(text)?.[1]
  if (inner === undefined) return undefined
  return {
    value: pattern === DOUBLE ? unescaped(inner) : inner.replaceAll("''", "'"),
    end: pattern.lastIndex,
  }
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character)
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' }

/** The value of a block scalar, and where the first line behind it begins. */
export interface BlockText extends ScalarText {
  readonly next: number
}

const HEADER = /([|>])(-?) *\r?\n/y

/**
 * The block scalar that starts at a place, below a block with so many blanks in front; `undefined` where something in it
 * takes more than a look: blank lines at its beginning, and lines that stand deeper or less deep than the first.
 */
export function blockScalarAt(text: string, start: number, parent: number): BlockText | undefined {
  HEADER.lastIndex = start
  const [, sign, strip] = HEADER.exec(text) ?? []
  if (sign === undefined) return undefined
  const lines: Line[] = []
  let next = HEADER.lastIndex
  while (next < text.length) {
    const line = lineAt(text, next)
    if (line.text !== '' && line.depth <= parent) break
    lines.push(line)
    next = line.next
  }
  const last = lines.findLast((line) => line.text !== '')
  if (!last || !isEven(lines)) return undefined
  const filled = lines.slice(0, lines.indexOf(last) + 1).map((line) => line.text)
  const value = sign === '|' ? filled.join('\n') : folded(filled)
  const { end } = withoutBlanks(text, { start, end: last.end })
  return { value: strip === '-' ? value : `${value}\n`, end, next }
}

/** The span of a block scalar up to the last word in it: both readers end it there, whatever is blank behind. */
export function withoutBlanks(text: string, { start, end }: Span): Span {
  let last = Math.min(end, text.length)
  while (last > start && text.charCodeAt(last - 1) <= SPACE) last--
  return { start, end: last }
}

/** Whether all lines stand as deep as the first; blank ones hold less. */
function isEven([first, ...others]: readonly Line[]): boolean {
  const depth = first?.depth ?? 0
  const fits = (line: Line): boolean => (line.text === '' ? line.depth <= depth : line.depth === depth)
  return first?.text !== '' && others.every(fits)
}

interface Line {
  /** Blanks in front. */
  readonly depth: number
  /** Without them. */
  readonly text: string
  readonly end: number
  readonly next: number
}

function lineAt(text: string, start: number): Line {
  const feed = text.indexOf('\n', start)
  const stop = feed < 0 ? text.length : feed
  const end = text.charCodeAt(stop - 1) === CR && stop > start ? stop - 1 : stop
  let at = start
  while (at < end && text.charCodeAt(at) === SPACE) at++
  return { depth: at - start, text: text.slice(at, end), end, next: feed < 0 ? stop : feed + 1 }
}

/** Lines that follow each other become one; an empty one between them stands for a line break. */
function folded(lines: readonly string[]): string {
  return lines.reduce((text, line, index) => {
    if (line === '') return `${text}\n`
    return index === 0 || lines[index - 1] === '' ? text + line : `${text} ${line}`
  }, '')
}
