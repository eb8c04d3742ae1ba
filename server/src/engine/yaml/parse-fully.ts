import { Composer, type Document, Lexer, Parser } from 'yaml'
import { behindMark } from '../text/characters.ts'
import { type Span, touches } from '../text/span.ts'
import { buildTree } from './build.ts'
import { clearer, hardBlanks } from './clearer.ts'
import { conflictMarkers } from './conflict.ts'
import { explainProblems } from './explain.ts'
import { blanked, halfKey, noColon } from './half-key.ts'
import { halfValues, withoutValue } from './half-value.ts'
import { limits, overLimit } from './limits.ts'
import type { Comment, Syntax, SyntaxProblem } from './node.ts'
import { readPlain } from './reader.ts'

/** Reads a text by the library alone, whatever the reader of the plain subset leaves to it. Never throws. The text is within the limits. */
export function parseFully(text: string): Syntax {
  try {
    const syntax = parseBounded(text)
    const blanks = syntax.problems.some(({ fatal }) => fatal) ? hardBlanks(text) : []
    if (blanks.length > 0) return { ...syntax, problems: blanks }
    const half = halfKey(text, syntax.problems)
    const read = (half && withoutKey(syntax, half)) ?? withoutHalfValues(syntax) ?? syntax
    return read.problems.length > 0 ? { ...read, problems: clearer(text, read.problems) } : read
  } catch (error) {
    return { text, root: undefined, comments: [], problems: [unreadable(error)] }
  }
}

/** What can be read without a key that has no colon yet. */
function withoutKey({ text }: Syntax, half: Span): Syntax | undefined {
  const others = blanked(text, half)
  // Each key that is typed comes here: what is plain without it is read twenty times as fast.
  const rest = readPlain(others) ?? parseBounded(others)
  if (!rest.root || rest.problems.some(({ fatal }) => fatal)) return undefined
  return { ...rest, text, problems: [noColon(half), ...rest.problems] }
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
    const rest = readPlain(others) ?? parseBounded(others)
    readings++
    const unread = { start, end: value.end }
    const own = problems.filter(({ fatal, span }, index) => fatal && (index === 0 || touches(span, unread)))
    const step = { rest, unread, told: own.map((problem) => ({ ...problem, fatal: false })), readings }
    const next = firstFatal(rest.problems) ?? text.length
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

function parseBounded(text: string): Syntax {
  // The library misreads a byte order mark before an indented line or a dash, so it never sees one.
  const shift = behindMark(text)
  const comments: Comment[] = []
  const lexemes = lexemesOf(shift ? text.slice(1) : text)
  if (!lexemes) return { text, root: undefined, comments, problems: [overLimit('signs', shift)] }
  const [first, second] = compose(tokens(lexemes, shift, comments), text.length)
  if (!first) return { text, root: undefined, comments, problems: [] }

  const tree = buildTree(first, { text, shift, fatal: first.errors.length > 0 })
  const parsed = { text, shift, root: tree.root }
  const problems = [...explainProblems(parsed, [...first.errors, ...first.warnings])]
  if (second) problems.push(multipleDocuments(second, shift))
  problems.push(...tree.problems)
  return { text, root: tree.root, comments, problems: bounded(withoutGuesses(problems)) }
}

/** Of a line behind a tab nobody knows how deep it stands, and so neither to what it belongs nor what that lacks. */
function withoutGuesses(problems: SyntaxProblem[]): SyntaxProblem[] {
  const hasTab = problems.some(({ rule }) => rule === 'tab')
  return hasTab ? problems.filter(({ rule }) => !DEEP.has(rule)) : problems
}

const DEEP: ReadonlySet<string> = new Set(['colon', 'duplicate-key', 'indentation'])

function compose(parsed: ReturnType<typeof tokens>, length: number): readonly Document.Parsed[] {
  // Keys are compared by our own linear check: the library's is quadratic.
  const composer = new Composer({
    version: '1.2',
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  sayLess(composer)
  const documents: Document.Parsed[] = []
  for (const document of composer.compose(parsed, false, length)) {
    documents.push(document)
    if (documents.length > 1) break
  }
  return documents
}

/** Far more than are told, also where several are about one place. */
const MOST_COMPLAINTS = 10 * limits.problems

/** Each complaint of the library is an error with a trace of its own, and a text can earn one with each character. */
function sayLess(composer: Composer): void {
  const complain: unknown = Reflect.get(composer, 'onError')
  if (typeof complain !== 'function') return
  const told = { errors: 0, warnings: 0 }
  const onError = (...complaint: readonly [unknown, unknown, unknown, unknown?]): void => {
    const kind = complaint[3] ? 'warnings' : 'errors'
    if (told[kind]++ < MOST_COMPLAINTS) Reflect.apply(complain, composer, complaint)
  }
  Reflect.set(composer, 'onError', onError)
}

/** `undefined` where there are more than the limit, which no parser has to see then. */
function lexemesOf(text: string): readonly string[] | undefined {
  const lexemes: string[] = []
  let signs = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (!isMark(lexeme) && lexeme !== ' ' && ++signs > limits.signs) return undefined
    lexemes.push(lexeme)
  }
  return lexemes
}

function* tokens(
  lexemes: readonly string[],
  shift: number,
  comments: Comment[],
): ReturnType<Parser['parse']> {
  const parser = new Parser()
  let offset = shift
  for (const lexeme of lexemes) {
    if (lexeme.startsWith('#'))
      comments.push({ text: lexeme, span: { start: offset, end: offset + lexeme.length } })
    // Control characters mark the kind of the next lexeme and stand for no text.
    if (!isMark(lexeme)) offset += lexeme.length
    yield* parser.next(lexeme)
  }
  yield* parser.end()
}

function isMark(lexeme: string): boolean {
  return lexeme === '\u0002' || lexeme === '\u0018' || lexeme === '\u001f'
}

function multipleDocuments(second: Document.Parsed, shift: number): SyntaxProblem {
  const start = (second.range[0] ?? 0) + shift
  const message = 'A second document starts here. Keep one pilot in one file: move it to a file of its own.'
  return { rule: 'multiple-documents', message, span: { start, end: start + 3 }, fatal: false }
}

function bounded(problems: SyntaxProblem[]): readonly SyntaxProblem[] {
  const unique = new Map(problems.map((problem) => [`${problem.rule} ${problem.span.start}`, problem]))
  // One more than is told, which says that there are more.
  return [...unique.values()].slice(0, limits.problems + 1)
}

function unreadable(error: unknown): SyntaxProblem {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `Not checked: the file cannot be read as YAML (${reason.slice(0, limits.message - 100)}).`
  return { rule: 'unreadable', message, span: { start: 0, end: 1 }, fatal: true }
}
