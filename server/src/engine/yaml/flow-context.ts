import type { Span } from '../text/span.ts'
import { quoteEnd } from './enclosed.ts'
import { lineEndAt } from './layout.ts'
import type { Path } from './path.ts'

/** What is being written inside of brackets. */
export interface FlowContext {
  /** From the brackets on. */
  readonly path: Path
  readonly typed: Span
  readonly form: 'mapping' | undefined
  readonly keys: readonly string[]
  readonly hasColon: boolean
  readonly lead: string
}

/** What is being written at an offset inside of brackets, which may lack their end; absent where a comma has to come first. */
export function flowContext(text: string, span: Span, offset: number): FlowContext | undefined {
  const tokens = tokensIn(text, span)
  const at = cursorIn(text, tokens, offset)
  if (at === undefined || isInside(text, tokens[at], offset)) return undefined
  const own = ownIn(text, tokens[at], offset)
  const [before, after] = [tokens[at - 1], tokens[own ? at + 1 : at]]
  const frame = frameAt(text, tokens.slice(0, at))
  const isReady = before?.kind === 'open' || before?.kind === 'comma' || before?.kind === 'colon'
  if (!frame || !isReady || after?.kind === 'text' || after?.kind === 'open') return undefined
  const typed = own ? { start: own.start, end: Math.max(own.end, offset) } : { start: offset, end: offset }
  const isTight = before.end === typed.start && before.kind !== 'open'
  const shared = { typed, lead: isTight ? ' ' : '' }
  if (frame.isList)
    return { ...shared, path: [...frame.path, frame.index], form: undefined, keys: [], hasColon: false }
  if (frame.key !== undefined)
    return { ...shared, path: [...frame.path, frame.key], form: undefined, keys: [], hasColon: false }
  if (after?.kind === 'colon' && !own) return undefined
  const keys = [...frame.keys, ...keysBehind(text, tokens.slice(own ? at + 1 : at))]
  return { ...shared, path: frame.path, form: 'mapping', keys, hasColon: after?.kind === 'colon' }
}

/** The text that is being written. A quotation without its end takes brackets for its own that are not: only how it begins counts. */
function ownIn(text: string, token: Token | undefined, offset: number): Token | undefined {
  if (token?.kind !== 'text' || token.start > offset) return undefined
  return isWhole(text, token) ? token : { ...token, end: plainEnd(text, token.start, token.end) }
}

/** Whether the offset is in what a quotation without its end takes for its own. */
function isInside(text: string, token: Token | undefined, offset: number): boolean {
  const own = ownIn(text, token, offset)
  return own !== undefined && own !== token && own.end < offset
}

function isWhole(text: string, { start, end }: Span): boolean {
  return /^(?:[^"']|(["'])[^\r\n]*\1$)/.test(text.slice(start, end))
}

interface Token extends Span {
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'text' | 'comment'
}

function tokensIn(text: string, { start, end }: Span): readonly Token[] {
  const tokens: Token[] = []
  let at = start
  while (at < end) {
    const token = tokenAt(text, at, end, tokens.at(-1))
    if (token) tokens.push(token)
    at = token?.end ?? at + 1
  }
  return tokens
}

const SIGNS: Readonly<Record<string, Token['kind']>> = {
  '[': 'open',
  '{': 'open',
  ']': 'close',
  '}': 'close',
  ',': 'comma',
}

function tokenAt(text: string, start: number, end: number, before: Token | undefined): Token | undefined {
  const first = text[start] ?? ''
  if (/\s/.test(first)) return undefined
  const sign = SIGNS[first]
  if (sign) return { kind: sign, start, end: start + 1 }
  if (first === '#') return { kind: 'comment', start, end: Math.min(lineEndAt(text, start), end) }
  if (first === ':' && (endsKey(text, start) || before?.end === start))
    return { kind: 'colon', start, end: start + 1 }
  if (first === '"' || first === "'") return { kind: 'text', start, end: quoteEnd(text, start, end) }
  return { kind: 'text', start, end: plainEnd(text, start, end) }
}

function plainEnd(text: string, start: number, end: number): number {
  let last = start + 1
  for (let at = start; at < end; at++) {
    const character = text[at] ?? ''
    if (/[,[\]{}\r\n]/.test(character) || (character === ':' && endsKey(text, at))) break
    if (character === '#' && /\s/.test(text[at - 1] ?? '')) break
    if (!/\s/.test(character)) last = at + 1
  }
  return last
}

function endsKey(text: string, colon: number): boolean {
  return /[\s,[\]{}]/.test(text[colon + 1] ?? ' ')
}

/** The token with the cursor, or the one that comes behind it; absent in a comment, and behind the brackets. */
function cursorIn(text: string, tokens: readonly Token[], offset: number): number | undefined {
  const on = tokens.findIndex(({ kind, start, end }) => {
    return (kind === 'text' || kind === 'comment') && start <= offset && offset <= end
  })
  if (on >= 0) return tokens[on]?.kind === 'comment' ? undefined : on
  const next = tokens.findIndex(({ start }) => start >= offset)
  const at = next < 0 ? tokens.length : next
  const before = tokens[at - 1]
  // Blanks behind a word may be on their way to the next one of the same text.
  const goesOn = before?.kind === 'text' && !/[\r\n]/.test(text.slice(before.end, offset))
  return goesOn ? at - 1 : at
}

/** Brackets around a place. */
interface Frame {
  readonly isList: boolean
  readonly path: Path
  readonly keys: string[]
  /** The key whose value is being written. */
  key: string | undefined
  index: number
}

function frameAt(text: string, tokens: readonly Token[]): Frame | undefined {
  const frames: Frame[] = []
  for (const [at, { kind, start }] of tokens.entries()) {
    const top = frames.at(-1)
    if (kind === 'open') {
      const path = top ? [...top.path, top.isList ? top.index : (top.key ?? '')] : []
      frames.push({ isList: text[start] === '[', path, keys: [], key: undefined, index: 0 })
    } else if (kind === 'close') frames.pop()
    else if (top) step(text, top, kind, tokens[at - 1])
  }
  return frames.at(-1)
}

/** Goes on by a token; a list of thousands of keys is not copied for each. */
function step(text: string, frame: Frame, kind: Token['kind'], before: Token | undefined): void {
  if (kind === 'comma') {
    frame.key = undefined
    frame.index++
  } else if (kind === 'colon' && before?.kind === 'text') {
    frame.key = nameOf(text, before)
    frame.keys.push(frame.key)
  }
}

/** The keys behind a place in the same brackets. */
function keysBehind(text: string, tokens: readonly Token[]): readonly string[] {
  const keys: string[] = []
  let depth = 0
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open') depth++
    if (token.kind === 'close' && --depth < 0) break
    if (depth === 0 && token.kind === 'text' && tokens[at + 1]?.kind === 'colon')
      keys.push(nameOf(text, token))
  }
  return keys
}

function nameOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/^(["'])(.*)\1$/s, '$2')
}
