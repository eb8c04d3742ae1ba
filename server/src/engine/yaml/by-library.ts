import { Composer, type Document, Lexer, Parser, type YAMLError } from 'yaml'
import { behindMark } from '../text/characters.ts'
import { buildTree, type Tree } from './build.ts'
import { explainProblems } from './explain.ts'
import { limits, overLimit } from './limits.ts'
import type { Comment, Syntax, SyntaxProblem } from './node.ts'

/** What the library reads in a text, before anything is said of it. */
export interface Found {
  readonly tree: Tree
  readonly comments: readonly Comment[]
  readonly errors: readonly YAMLError[]
  /** Of all that was read only the first is told. */
  readonly second: Document.Parsed | undefined
}

/** Reads a text by the library alone. The text is within the limits. Throws where the library does. */
export function byLibrary(text: string): Syntax {
  return told(text, findIn(text))
}

/** What the library reads in a text. */
export function findIn(text: string): Found {
  // The library misreads a byte order mark before an indented line or a dash, so it never sees one.
  const shift = behindMark(text)
  const comments: Comment[] = []
  const nothing = { comments, errors: [], second: undefined }
  const lexemes = lexemesOf(shift ? text.slice(1) : text)
  if (!lexemes) return { ...nothing, tree: { root: undefined, problems: [overLimit('signs', shift)] } }
  const [first, second] = compose(tokens(lexemes, shift, comments), text.length)
  if (!first) return { ...nothing, tree: { root: undefined, problems: [] } }
  const tree = buildTree(first, { text, shift, fatal: first.errors.length > 0 })
  return { tree, comments, errors: [...first.errors, ...first.warnings], second }
}

/** What is said of a text in which the library has read this. */
export function told(
  text: string,
  { tree: { root, problems: own }, comments, errors, second }: Found,
): Syntax {
  const shift = behindMark(text)
  const problems = [...explainProblems({ text, shift, root }, errors)]
  if (second) problems.push(multipleDocuments(text, (second.range[0] ?? 0) + shift))
  problems.push(...own)
  return { text, root, comments, problems: bounded(withoutGuesses(problems)) }
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
  let [offset, errors] = [shift, 0]
  for (const lexeme of lexemes) {
    if (lexeme.startsWith('#'))
      comments.push({ text: lexeme, span: { start: offset, end: offset + lexeme.length } })
    // Control characters mark the kind of the next lexeme and stand for no text.
    if (!isMark(lexeme)) offset += lexeme.length
    // The composer makes a complaint of each by itself.
    for (const token of parser.next(lexeme))
      if (token.type !== 'error' || errors++ < MOST_COMPLAINTS) yield token
  }
  yield* parser.end()
}

function isMark(lexeme: string): boolean {
  return lexeme === '\u0002' || lexeme === '\u0018' || lexeme === '\u001f'
}

function multipleDocuments(text: string, start: number): SyntaxProblem {
  const message = 'A second document starts here. A file holds one: move it to a file of its own.'
  // Behind `...` one may begin without a mark of its own.
  const end = start + (text.startsWith('---', start) ? 3 : 1)
  return { rule: 'multiple-documents', message, span: { start, end }, fatal: false }
}

function bounded(problems: SyntaxProblem[]): readonly SyntaxProblem[] {
  const unique = new Map(problems.map((problem) => [`${problem.rule} ${problem.span.start}`, problem]))
  // One more than is told, which says that there are more.
  return [...unique.values()].slice(0, limits.problems + 1)
}
