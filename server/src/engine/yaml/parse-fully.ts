import { type Span, touches } from '../text/span.ts'
import { byLibrary } from './by-library.ts'
import { clearer, hardBlanks } from './clearer.ts'
import { conflictMarkers } from './conflict.ts'
import { blanked, halfKeys } from './half-key.ts'
import { halfValues, withoutValue } from './half-value.ts'
import { limits } from './limits.ts'
import { readMostlyPlain } from './mostly-plain.ts'
import type { Syntax, SyntaxProblem } from './node.ts'
import { readPlain } from './reader.ts'

/** Reads a text that is not plain throughout. Never throws. The text is within the limits. */
export function parseFully(text: string): Syntax {
  try {
    const syntax = readBounded(text)
    const blanks = syntax.problems.some(({ fatal }) => fatal) ? hardBlanks(text) : []
    if (blanks.length > 0) return { ...syntax, problems: blanks }
    const read = withoutKey(syntax) ?? withoutHalfValues(syntax) ?? syntax
    return read.problems.length > 0 ? { ...read, problems: clearer(text, read.problems) } : read
  } catch (error) {
    return { text, root: undefined, comments: [], problems: [unreadable(error)] }
  }
}

/** What can be read without a key that has no colon yet. */
function withoutKey({ text, problems }: Syntax): Syntax | undefined {
  for (const half of halfKeys(text, problems)) {
    const others = blanked(text, half.span)
    // Each key that is typed comes here: what is plain without it is read twenty times as fast.
    const rest = readPlain(others) ?? readBounded(others)
    if (rest.root && !rest.problems.some(({ fatal }) => fatal))
      return { ...rest, text, problems: [half, ...rest.problems] }
  }
  return undefined
}

/** What can be read without the values that cannot be: one while it is typed, and some more in a file that nobody has looked at. */
function withoutHalfValues({ text, root, problems }: Syntax): Syntax | undefined {
  // A text over a limit has no tree. What Git could not merge says everything twice, and where a line ends nobody agrees.
  if (!root || conflictMarkers(text).length > 0 || problems.some(({ rule }) => rule === 'line-end'))
    return undefined
  const told: SyntaxProblem[] = []
  const unread: Span[] = []
  let now: Syntax | undefined = { text, root, comments: [], problems }
  for (let left = READINGS; now && left > 0; ) {
    const step = withoutHalfValue(now, left)
    left -= step.readings
    unread.push(step.unread)
    told.push(...step.told)
    // What goes on in further lines belongs to a bracket above, and so may all that stands between.
    const isRest = unread.length > 1 && GOES_ON.test(text.slice(step.unread.start, step.unread.end))
    now = isRest ? undefined : step.rest
    if (now?.root?.kind === 'mapping' && !now.problems.some(({ fatal }) => fatal))
      return { ...now, text, problems: [...told, ...now.problems], unread }
  }
  return undefined
}

/** How often a text is read by the library before it is given up: it takes some ten milliseconds for a thousand lines. */
const READINGS = 6

const GOES_ON = /^[\]}]|,[ \t]*(?:#.*)?$/m

interface Step {
  /** What there is without the value; absent where that is no better. */
  readonly rest: Syntax | undefined
  readonly unread: Span
  readonly told: readonly SyntaxProblem[]
  readonly readings: number
}

/** What there is without the first value that cannot be read. */
function withoutHalfValue({ text, problems }: Syntax, left: number): Step {
  const all = halfValues(text, problems)
  const at = firstFatal(problems) ?? 0
  const last = Math.max(at, ...all.map(({ value }) => value.end))
  let readings = 0
  let further: Step | undefined
  for (const [index, { value, start }] of all.entries()) {
    // More of the same line is no better where less of it was enough.
    if (readings === left || (further && index < all.length - 1)) continue
    const others = withoutValue(text, { value, start })
    const rest = readPlain(others) ?? readBounded(others)
    readings++
    const unread = { start, end: value.end }
    const own = problems.filter(({ fatal, span }, index) => fatal && (index === 0 || touches(span, unread)))
    const step = { rest, unread, told: own.map((problem) => ({ ...problem, fatal: false })), readings }
    // Where nothing else is wrong, that is further down than any value, also than one that ends with the text.
    const next = firstFatal(rest.problems) ?? text.length + 1
    if (rest.root?.kind !== 'mapping') continue
    // What is wrong further down is so by itself.
    if (next > last) return step
    if (next > Math.max(at, value.end)) further ??= step
  }
  return { ...(further ?? { rest: undefined, unread: { start: 0, end: 0 }, told: [] }), readings }
}

function firstFatal(problems: readonly SyntaxProblem[]): number | undefined {
  return problems.find(({ fatal }) => fatal)?.span.start
}

function unreadable(error: unknown): SyntaxProblem {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `Not checked: the file cannot be read as YAML (${reason.slice(0, limits.message - 100)}).`
  return { rule: 'unreadable', message, span: { start: 0, end: 1 }, fatal: true }
}

function readBounded(text: string): Syntax {
  return readMostlyPlain(text) ?? byLibrary(text)
}
