import { ofLast } from '../once.ts'
import { behindMark, isBreak } from '../text/characters.ts'

/** How a file is laid out: what an edit follows so that the inserted lines look like the author's. */
export interface Layout {
  /** The blanks of one level. */
  readonly step: string
  /** Whether blank lines part the top-level blocks. */
  readonly spaced: boolean
}

/** A fix may have thousands of changes, each of which asks. */
export const layoutOf: (text: string) => Layout = ofLast((text) => {
  return { step: stepOf(text), spaced: /\S[ \t]*\r?\n[ \t]*\r?\n\S/.test(text) }
})

/** Line by line: an expression over several lines takes quadratic time on a long one. */
function stepOf(text: string): string {
  let before = ''
  for (const line of text.split('\n')) {
    const blanks = /^( {1,8})[^\s#-]/.exec(line)?.[1]
    if (blanks && opensBlock(before)) return blanks
    before = line
  }
  return '  '
}

function opensBlock(line: string): boolean {
  return /^\S/.test(line) && line.replace(/\s#.*/, '').trimEnd().endsWith(':')
}

/** The line break in use around an offset. */
export function eolAt(text: string, offset: number): string {
  const next = text.indexOf('\n', offset)
  const at = next < 0 ? text.lastIndexOf('\n', offset) : next
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n'
}

export function lineStartAt(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--
  return at
}

/** Behind the last character of the line, before its line break. */
export function lineEndAt(text: string, offset: number): number {
  const found = /[\r\n]/g
  found.lastIndex = offset
  return found.exec(text)?.index ?? text.length
}

/** How many characters of a line break stand at an offset. */
export function breakLength(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return 2
  return offset < text.length ? 1 : 0
}

/** Characters between the start of the line and the offset; a byte order mark is none. */
export function columnAt(text: string, offset: number): number {
  const start = lineStartAt(text, offset)
  return offset - Math.max(start, behindMark(text))
}

/** The blanks at the start of the line that the offset stands on. */
export function indentOf(text: string, offset: number): string {
  return /^[ ]*/.exec(text.slice(lineStartAt(text, offset), offset))?.[0] ?? ''
}

/** Whether there is nothing in a text but blank lines and comments, be it behind a byte order mark. */
export function holdsNothing(text: string): boolean {
  return text.split(/[\r\n]+/).every((line) => /^\s*(?:#|$)/.test(line))
}
