import type { SyntaxProblem } from './node.ts'

/** What a file may cost before and after parsing. Far above any real pilot, far below what stalls an editor. */
export const limits = {
  /** UTF-16 units of text. */
  size: 1_048_576,
  lines: 20_000,
  /** Nested brackets, and nested blocks. */
  depth: 100,
  /** `- ` or `? ` behind each other on one line. */
  indicators: 100,
  /** Closing brackets without an opening one. */
  closers: 200,
  /** Consecutive empty lines, which the parser reads in quadratic time. */
  blankLines: 2_000,
  /** Leading blanks of a line. */
  indentation: 400,
  anchors: 500,
  /** Nodes of the tree after every alias is expanded. */
  nodes: 200_000,
  /** Keys of one mapping. */
  keys: 2_000,
  problems: 100,
  /** Characters of one message. */
  message: 500,
} as const

type Limit = keyof typeof limits

const names: Readonly<Record<Limit, string>> = {
  size: 'characters',
  lines: 'lines',
  depth: 'nested levels',
  indicators: 'list or key indicators on one line',
  closers: 'closing brackets without an opening one',
  blankLines: 'empty lines in a row',
  indentation: 'leading blanks on a line',
  anchors: 'anchors and aliases',
  nodes: 'values with every alias expanded',
  keys: 'keys in one block',
  problems: 'problems',
  message: 'characters in a message',
}

/** The one problem that a file over a limit gets: on its first line, naming the limit. */
export function overLimit(limit: Limit): SyntaxProblem {
  const most = limits[limit].toLocaleString('en-US')
  const message = `Not checked: more than ${most} ${names[limit]}. Split the file, or remove what is not part of the pilot.`
  return { rule: 'too-large', message, span: { start: 0, end: 1 }, fatal: true }
}

/** The first limit that the raw text exceeds. One pass, before any parser sees the text. */
export function exceeded(text: string): Limit | undefined {
  if (text.length > limits.size) return 'size'
  const count: Counts = {
    lines: 1,
    depth: 0,
    closers: 0,
    blank: 0,
    anchors: 0,
    indicators: 0,
    column: 0,
    leading: true,
  }
  for (let at = 0; at < text.length; at++) {
    const limit = step(count, text.charCodeAt(at), text.charCodeAt(at + 1))
    if (limit) return limit
  }
  return undefined
}

interface Counts {
  lines: number
  depth: number
  closers: number
  blank: number
  anchors: number
  indicators: number
  column: number
  /** Nothing but blanks and indicators has been seen on this line. */
  leading: boolean
}

const LF = 10
const CR = 13
const SPACE = 32
const TAB = 9

function step(count: Counts, code: number, next: number): Limit | undefined {
  if (code === LF || (code === CR && next !== LF)) return endLine(count)
  if (code === CR) return undefined
  count.column++
  if (code === SPACE || code === TAB) {
    return count.leading && count.column > limits.indentation ? 'indentation' : undefined
  }
  if (count.leading) return startOfLine(count, code, next)
  return bracket(count, code, next)
}

function endLine(count: Counts): Limit | undefined {
  count.blank = count.leading && count.indicators === 0 ? count.blank + 1 : 0
  count.lines++
  count.column = 0
  count.indicators = 0
  count.leading = true
  if (count.lines > limits.lines) return 'lines'
  return count.blank > limits.blankLines ? 'blankLines' : undefined
}

function startOfLine(count: Counts, code: number, next: number): Limit | undefined {
  // `- - -` and `? ? ?` nest a block with each indicator.
  if ((code === 45 || code === 63) && (next === SPACE || next === LF || next === CR)) {
    count.indicators++
    return count.indicators > limits.indicators ? 'indicators' : undefined
  }
  count.leading = false
  return bracket(count, code, next)
}

function bracket(count: Counts, code: number, next: number): Limit | undefined {
  if (code === 91 || code === 123) {
    count.depth++
    return count.depth > limits.depth ? 'depth' : undefined
  }
  if (code === 93 || code === 125) {
    if (count.depth > 0) count.depth--
    else count.closers++
    return count.closers > limits.closers ? 'closers' : undefined
  }
  if ((code === 38 || code === 42) && next > SPACE) {
    count.anchors++
    return count.anchors > limits.anchors ? 'anchors' : undefined
  }
  return undefined
}
