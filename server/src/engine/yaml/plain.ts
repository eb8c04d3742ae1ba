import {
  AND,
  CLOSE_BLOCK,
  CLOSE_LIST,
  COLON,
  COMMA,
  DASH,
  HASH,
  LOW_LINE,
  OPEN_BLOCK,
  OPEN_LIST,
  SPACE,
} from '../text/characters.ts'
import type { ScalarValue } from './node.ts'

/** The part of a line that a plain value may stand in. */
export interface Reach {
  /** Where the line ends. */
  readonly end: number
  /** Inside brackets. */
  readonly flow: boolean
}

const ANCHOR = /&[\w-]+ +/y

/** Where a value begins that may have an anchor in front. Its name does not matter: an alias is left to the parser. */
export function behindAnchor(text: string, start: number): number {
  if (text.charCodeAt(start) !== AND) return start
  ANCHOR.lastIndex = start
  return ANCHOR.test(text) ? ANCHOR.lastIndex : start
}

/** Where a key ends that starts with a letter or a low line; its start where none does. Not a pattern, which takes twice as long. */
export function keyEnd(text: string, start: number): number {
  let at = start
  for (; ; at++) {
    const code = text.charCodeAt(at)
    const isInside = isLetter(code) || code === LOW_LINE || (at > start && (isDigit(code) || code === DASH))
    if (!isInside) return at
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Where a plain value ends; its start when something in it is for the parser to judge. */
export function plainEnd(text: string, start: number, reach: Reach): number {
  return reach.flow ? endInBrackets(text, start, reach.end) : endInBlock(text, start, reach.end)
}

function endInBlock(text: string, start: number, end: number): number {
  let last = start
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === SPACE) continue
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) return last
    if (code === COLON && endsKey(text, at, end)) return start
    last = at + 1
  }
  return last
}

function endInBrackets(text: string, start: number, end: number): number {
  let last = start
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === SPACE) continue
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) return start
    if (code === COLON && endsKey(text, at, end)) return start
    if (isBracketOrComma(code)) return code === OPEN_LIST || code === OPEN_BLOCK ? start : last
    last = at + 1
  }
  // The closing bracket has to come on the same line.
  return start
}

function endsKey(text: string, colon: number, end: number): boolean {
  const next = text.charCodeAt(colon + 1)
  return colon + 1 >= end || next === SPACE || isBracketOrComma(next)
}

function isBracketOrComma(code: number): boolean {
  return (
    code === COMMA || code === OPEN_LIST || code === CLOSE_LIST || code === OPEN_BLOCK || code === CLOSE_BLOCK
  )
}

const WORDS = /^[A-Za-z_$/(<\u00a1-\uffff]/
const CONSTANT = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/
/** `false` */
const LONGEST_CONSTANT = 5
const DATE = /^\d{4}-\d{2}-\d{2}$/
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/
const NUMBER_AND_WORDS = /^\d[^\s:]*[^\d\s.eE+_:xXoa-fA-F-]|^\d[\w.,]* [^:]/

/** The value of a plain text by the core schema of YAML 1.2; `undefined` where that takes more than a look. */
export function resolvePlain(written: string): ScalarValue | undefined {
  if (written.length <= LONGEST_CONSTANT && CONSTANT.test(written))
    return constants.get(written.toLowerCase())
  if (isLetter(written.charCodeAt(0)) || WORDS.test(written) || DATE.test(written)) return written
  if (NUMBER.test(written)) return Number(written)
  return NUMBER_AND_WORDS.test(written) ? written : undefined
}

const constants: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ['null', null],
  ['true', true],
  ['false', false],
])

/** Whether the text holds what a plain file does not, and what the lines of a file are not told apart by here. */
export function isUnusual(text: string): boolean {
  return UNUSUAL.test(text)
}

/** Tabs, lone carriage returns, control characters, other byte order marks and line separators. */
const UNUSUAL =
  /[^\n\r\x20-\x7e\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffef\ud800-\udfff]|\r(?!\n)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
