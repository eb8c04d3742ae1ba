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

/** The cut to which an unknown key belongs. */
export function cutAt(node: SyntaxNode, key: string, known: readonly string[]): Cut | undefined {
  if (node.kind !== 'mapping' || !node.flow) return undefined
  const isLeft = (each: Entry | undefined): boolean =>
    each !== undefined && each.value.span.end === each.keySpan.end && !known.includes(each.key)
  const at = node.entries.findIndex((each) => each.key === key)
  const from = node.entries.findLastIndex((each, index) => index < at && !isLeft(each))
  const end = node.entries.findIndex((each, index) => index > at && !isLeft(each))
  const [host, first, ...others] = node.entries.slice(from, end < 0 ? undefined : end)
  if (from < 0 || !host || !first || !isLeft(first)) return undefined
  const span = { start: first.keySpan.start, end: (others.at(-1) ?? first).keySpan.end }
  const { value } = host
  const isWhole = value.kind !== 'scalar' || value.style !== 'plain'
  const isNumber = !isWhole && typeof value.value === 'number'
  const advice = isNumber
    ? 'write the number without one, and decimals behind a point.'
    : 'put one that holds a comma in quotes.'
  const quotable =
    !isWhole &&
    !isNumber &&
    ![String(value.value), ...[first, ...others].map((each) => each.key)].some((text) => /["\\]/.test(text))
  return { first, span, advice, fixes: quotable ? [quoted({ start: value.span.start, end: span.end })] : [] }
}

/** Whether all of it is one text, only its author knows. */
function quoted({ start, end }: Span): Fix {
  const mark = (at: number) => ({ do: 'replace', span: { start: at, end: at }, text: '"' }) as const
  return { title: 'Put it in quotes', safe: false, changes: [mark(start), mark(end)] }
}
