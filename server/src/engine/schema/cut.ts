import type { Fix } from '../finding.ts'
import type { Span } from '../text/span.ts'
import type { Entry, SyntaxNode } from '../yaml/node.ts'

/** What is left of a value behind a comma in braces: keys with nothing behind them, however many commas it had. */
export interface Cut {
  readonly first: Entry
  readonly span: Span
  readonly advice: string
  readonly fixes: readonly Fix[]
}

/** What a block knows: its keys, and those of them that hold lists. */
export interface Known {
  readonly keys: readonly string[]
  isList(key: string): boolean
}

/** Whether a comma behind a value in braces cuts it off: what is wrong with what is left of it, the cut says. */
export function isCutOff(node: SyntaxNode | undefined, key: string, { keys }: Pick<Known, 'keys'>): boolean {
  if (node?.kind !== 'mapping' || !node.flow) return false
  const at = node.entries.findIndex((each) => each.key === key)
  return at >= 0 && isLeftOver(node.entries[at + 1], keys)
}

function isLeftOver(each: Entry | undefined, known: readonly string[]): boolean {
  return each !== undefined && each.value.span.end === each.keySpan.end && !known.includes(each.key)
}

/** The cut to which an unknown key belongs. */
export function cutAt(node: SyntaxNode, key: string, { keys, isList }: Known): Cut | undefined {
  if (node.kind !== 'mapping' || !node.flow) return undefined
  const isLeft = (each: Entry | undefined): boolean => isLeftOver(each, keys)
  const at = node.entries.findIndex((each) => each.key === key)
  const from = node.entries.findLastIndex((each, index) => index < at && !isLeft(each))
  const end = node.entries.findIndex((each, index) => index > at && !isLeft(each))
  const [host, first, ...others] = node.entries.slice(from, end < 0 ? undefined : end)
  if (from < 0 || !host || !first || !isLeft(first)) return undefined
  const span = { start: first.keySpan.start, end: (others.at(-1) ?? first).keySpan.end }
  const { value } = host
  const isWhole = value.kind !== 'scalar' || value.style !== 'plain'
  const isNumber = !isWhole && typeof value.value === 'number'
  const isInList = !isNumber && isList(host.key)
  const whole = isInList ? 'put a list in brackets.' : 'put one that holds a comma in quotes.'
  const advice = isNumber ? 'write the number without one, and decimals behind a point.' : whole
  const parts = [first, ...others]
  const isPlain = isInList || parts.every(({ key, keySpan }) => key.length === keySpan.end - keySpan.start)
  const quotable =
    !isWhole &&
    !isNumber &&
    isPlain &&
    ![String(value.value), ...parts.map((each) => each.key)].some((text) => /["\\]/.test(text))
  return {
    first,
    span,
    advice,
    fixes: quotable ? [enclosed({ start: value.span.start, end: span.end }, isInList)] : [],
  }
}

/** Whether all of it is one text, or one list, only its author knows. */
function enclosed({ start, end }: Span, isInList: boolean): Fix {
  const mark = (at: number, text: string) => ({ do: 'replace', span: { start: at, end: at }, text }) as const
  return isInList
    ? { title: 'Put it in brackets', safe: false, changes: [mark(start, '['), mark(end, ']')] }
    : { title: 'Put it in quotes', safe: false, changes: [mark(start, '"'), mark(end, '"')] }
}
