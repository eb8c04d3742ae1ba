import { behindMark, CR, DASH, LF, QUESTION, SPACE, TAB } from '../text/characters.ts'
import { grouped } from '../text/grouped.ts'
import { lineBreaks } from '../text/line-breaks.ts'
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
  /** Words, commas, colons, brackets, dashes and line ends of a text that is not in the plain form of most pilots. */
  signs: 250_000,
  /** Nodes of the tree after every alias is expanded. */
  nodes: 200_000,
  /** Keys of one mapping. */
  keys: 2_000,
  /** Findings that are told of one file. */
  problems: 100,
  /** Characters of one message. */
  message: 500,
} as const

type Limit = Exclude<keyof typeof limits, 'problems' | 'message'>

const names: Readonly<Record<Limit, string>> = {
  size: 'characters',
  lines: 'lines',
  depth: 'nested levels',
  indicators: 'list or key indicators on one line',
  closers: 'closing brackets without an opening one',
  blankLines: 'empty lines in a row',
  indentation: 'leading blanks on a line',
  anchors: 'anchors and aliases',
  signs: 'words and signs',
  nodes: 'values with every alias expanded',
  keys: 'keys in one block',
}

/** The one problem that a file over a limit gets: at its first character, naming the limit. */
export function overLimit(limit: Limit, start: number): SyntaxProblem {
  const most = grouped(limits[limit])
  const message = `Not checked: more than ${most} ${names[limit]}. Split the file, or remove what does not belong in it.`
  return { rule: 'too-large', message, span: { start, end: start + 1 }, fatal: true }
}

/** The one that a file with more findings than are told gets beside those that weigh most. */
export function tooManyFindings(start: number): SyntaxProblem {
  const message = `This file has more than ${limits.problems} findings, of which the gravest are told. Mend these, and check it again.`
  return { rule: 'too-many-findings', message, span: { start, end: start + 1 }, fatal: false }
}

/** What of a text counts towards the limits of the whole. */
export interface Tally {
  /** The first limit that the text exceeds by itself. */
  readonly limit: Limit | undefined
  readonly breaks: number
  readonly anchors: number
  /** Whether as many brackets are closed as were opened, and none before. */
  readonly balanced: boolean
}

/** A limit that the raw text exceeds. Linear, before any parser sees the text. */
export function exceeded(text: string): Limit | undefined {
  return tallyOf(text).limit
}

/** Counts the raw text. */
export function tallyOf(text: string): Tally {
  if (text.length > limits.size) return { limit: 'size', breaks: 0, anchors: 0, balanced: false }
  const lines = countLines(text)
  const signs = countSigns(text)
  return { ...lines, ...signs, limit: lines.limit ?? signs.limit }
}

/** Whether parts of a text that are within the limits, and begin with a line that is not empty, are so together. */
export function withinLimits(parts: readonly Tally[], size: number): boolean {
  const sum = (count: (part: Tally) => number): number => parts.reduce((all, part) => all + count(part), 0)
  if (size > limits.size || sum(({ breaks }) => breaks) >= limits.lines) return false
  if (sum(({ anchors }) => anchors) > limits.anchors) return false
  return parts.every(({ limit, balanced }) => limit === undefined && balanced)
}

function countLines(text: string): Pick<Tally, 'limit' | 'breaks'> {
  const nextLine = lineBreaks(text)
  let [start, breaks, blank] = [behindMark(text), 0, 0]
  for (let next = nextLine(); next >= 0; next = nextLine()) {
    const limit = exceededInFront(text, start)
    if (limit) return { limit, breaks }
    blank = isBlank(text, start) ? blank + 1 : 0
    breaks++
    if (breaks >= limits.lines) return { limit: 'lines', breaks }
    if (blank > limits.blankLines) return { limit: 'blankLines', breaks }
    start = next
  }
  return { limit: exceededInFront(text, start), breaks }
}

/** By what stands in front of the first word of a line. `- - -` and `? ? ?` nest a block with each indicator. */
function exceededInFront(text: string, start: number): Limit | undefined {
  let indicators = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === SPACE || code === TAB) {
      if (at - start >= limits.indentation) return 'indentation'
    } else if ((code === DASH || code === QUESTION) && isIndicator(text, at + 1)) {
      if (++indicators > limits.indicators) return 'indicators'
    } else return undefined
  }
  return undefined
}

function isIndicator(text: string, behind: number): boolean {
  const next = text.charCodeAt(behind)
  return next === SPACE || next === LF || next === CR
}

function isBlank(text: string, start: number): boolean {
  let at = start
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++
  return text.charCodeAt(at) === LF || text.charCodeAt(at) === CR
}

function countSigns(text: string): Omit<Tally, 'breaks'> {
  const signs = /[[\]{}]|[&*](?=\S)/g
  let [depth, closers, anchors] = [0, 0, 0]
  const counted = (limit?: Limit): ReturnType<typeof countSigns> => {
    return { limit, anchors, balanced: depth === 0 && closers === 0 }
  }
  while (signs.test(text)) {
    const sign = text[signs.lastIndex - 1] ?? ''
    if ('&*'.includes(sign)) anchors++
    else if ('[{'.includes(sign)) depth++
    else if (depth > 0) depth--
    else closers++
    if (depth > limits.depth) return counted('depth')
    if (closers > limits.closers) return counted('closers')
    if (anchors > limits.anchors) return counted('anchors')
  }
  return counted()
}
