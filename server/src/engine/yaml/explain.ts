import type { ErrorCode, YAMLError } from 'yaml'
import { firstLine, type Span } from '../text/span.ts'
import { limits } from './limits.ts'
import type { Scalar, SyntaxNode, SyntaxProblem } from './node.ts'
import { unclosedBrackets } from './unclosed.ts'

interface Parsed {
  readonly text: string
  /** Added to every offset: 1 behind a byte order mark. */
  readonly shift: number
  readonly root: SyntaxNode | undefined
}

/** Says what the parser found in our words, with what to do, at places inside the text. */
export function explainProblems(parsed: Parsed, problems: readonly YAMLError[]): readonly SyntaxProblem[] {
  const isAboutEnds = problems.some(({ code }) => ENDS.has(code))
  const brackets = isAboutEnds ? unclosedBrackets(parsed.root, parsed.text) : new Map<number, SyntaxNode>()
  const said = problems.map((problem) => explained(parsed, problem, brackets))
  // Where one line ends like that the others do, too.
  const end = said.find(({ rule }) => rule === lineEnd.rule)
  return said.filter((each) => each.rule !== lineEnd.rule || each === end)
}

/** What the parser says where it misses an end. */
const ENDS: ReadonlySet<ErrorCode> = new Set(['BAD_INDENT', 'MISSING_CHAR'])

function explained(
  { text, shift, root }: Parsed,
  problem: YAMLError,
  brackets: ReadonlyMap<number, SyntaxNode>,
): SyntaxProblem {
  const start = problem.pos[0] + shift
  const place = { start, end: Math.max(problem.pos[1] + shift, start + 1) }
  const fatal = problem.name === 'YAMLParseError'
  const told = ({ rule, message }: Explanation, at = place): SyntaxProblem => {
    return { rule, message: message.slice(0, limits.message), span: firstLine(text, at), fatal }
  }
  const lone = fatal ? loneReturn(text, start) : -1
  if (lone >= 0) return told(lineEnd, { start: Math.max(0, lone - 1), end: lone })
  const isAboutEnd = ENDS.has(problem.code)
  // The parser notices a quote that is missing at the end of the file, far from where it was opened, and brackets with it.
  const quote = isAboutEnd && root ? openQuote(root, { text, end: start }) : undefined
  if (quote) return told(unclosed, quote.span)
  const bracket = isAboutEnd ? brackets.get(start) : undefined
  if (bracket) return told(neverClosed(bracket), { start: bracket.span.start, end: bracket.span.start + 1 })
  const known = problem.message === NO_DASH ? dash : explanations[problem.code]
  return told(known, known.rule === 'indentation' ? behindBlanks(text, place) : place)
}

/** A carriage return near an offset, between the line feeds around it: to the parser no line ends there, and to an editor one does. */
function loneReturn(text: string, offset: number): number {
  const near = Math.max(0, offset - NEAR)
  const from = near + text.slice(near, offset).lastIndexOf('\n') + 1
  const at = text.slice(from, offset + NEAR).search(/\r(?!\n)|\n/)
  const isLone = at >= 0 && text[from + at] === '\r' && text[from + at + 1] !== '\n'
  return isLone ? from + at : -1
}

/** Characters, so that a file without a line feed is not searched for each of its lines. */
const NEAR = 1_000

const lineEnd: Explanation = {
  rule: 'line-end',
  message:
    'A line ends here in a carriage return alone, behind which YAML readers do not begin a new one. Save the file with LF or CR LF at the ends of its lines.',
}

/** The library's words for a line of a list that neither goes on with an entry nor begins one. */
const NO_DASH = 'Sequence item without - indicator'

function behindBlanks(text: string, { start, end }: Span): Span {
  let at = start
  while (text[at] === ' ') at++
  return { start: at, end: Math.max(at + 1, end) }
}

export interface Explanation {
  readonly rule: string
  readonly message: string
}

/** The quoted value that ends here without its closing quote. */
function openQuote(
  node: SyntaxNode,
  at: { readonly text: string; readonly end: number },
): Scalar | undefined {
  if (node.kind === 'scalar') {
    const { start, end } = node.span
    const isOpen = end - start < 2 || at.text[end - 1] !== at.text[start]
    return node.style === 'quoted' && end === at.end && isOpen ? node : undefined
  }
  const last = node.kind === 'mapping' ? node.entries.at(-1)?.value : node.items.at(-1)
  return last && openQuote(last, at)
}

const unclosed: Explanation = {
  rule: 'syntax',
  message: 'This quote is never closed. Close it where the text ends.',
}

function neverClosed(bracket: SyntaxNode): Explanation {
  const [opening, closing, what] = bracket.kind === 'mapping' ? ['{', '}', 'block'] : ['[', ']', 'list']
  return {
    rule: 'syntax',
    message: `This ${opening} is never closed. Add ${closing} where the ${what} ends.`,
  }
}

/** Also said where a colon has no blank behind it, and of a value with keys below it. */
export const splitKey: Explanation = {
  rule: 'colon',
  message:
    'A key has to stand on one line, with a colon behind it. Add the colon, or indent the line if it goes on.',
}

const dash: Explanation = {
  rule: 'indentation',
  message:
    'This line does not fit the list above. Align it with its neighbours, in blanks, or begin it with a dash.',
}

const indentation: Explanation = {
  rule: 'indentation',
  message: 'The indentation does not fit the lines above. Align it with its neighbours, in blanks.',
}

const anchor: Explanation = {
  rule: 'alias',
  message: 'This anchor or alias is not well formed. Write the value here instead.',
}

const tag: Explanation = {
  rule: 'tag',
  message: 'Tags have no meaning here. Remove it and keep the value.',
}

const collection: Explanation = {
  rule: 'collection',
  message: 'A list or block cannot stand here. Put it on the next line, indented.',
}

const directive: Explanation = {
  rule: 'directive',
  message: 'This document marker or directive is not well formed. Remove it: none is needed.',
}

const explanations: Readonly<Record<ErrorCode, Explanation>> = {
  ALIAS_PROPS: anchor,
  BAD_ALIAS: anchor,
  BAD_COLLECTION_TYPE: tag,
  BAD_DIRECTIVE: directive,
  BAD_DQ_ESCAPE: {
    rule: 'quotes',
    message:
      'A backslash in double quotes starts an escape that does not exist. Double it, or use single quotes.',
  },
  BAD_INDENT: indentation,
  BAD_PROP_ORDER: anchor,
  BAD_SCALAR_START: {
    rule: 'quotes',
    message: 'A value cannot start with this character. Put the value in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    rule: 'colon',
    message:
      'A second "key: value" on one line. Start a new line, or put the value in quotes if it holds a colon.',
  },
  BLOCK_IN_FLOW: collection,
  DUPLICATE_KEY: { rule: 'duplicate-key', message: 'This key stands here twice. Keep one of the two.' },
  IMPOSSIBLE: { rule: 'unreadable', message: 'This part cannot be read. Rewrite the line.' },
  KEY_OVER_1024_CHARS: { rule: 'key', message: 'A key is longer than 1,024 characters. Shorten it.' },
  MISSING_CHAR: {
    rule: 'syntax',
    message: 'A colon, comma, quote or closing bracket is missing here. Add it; after a colon comes a blank.',
  },
  MULTILINE_IMPLICIT_KEY: splitKey,
  MULTIPLE_ANCHORS: anchor,
  MULTIPLE_DOCS: {
    rule: 'multiple-documents',
    message: 'A second document starts here. A file holds one.',
  },
  MULTIPLE_TAGS: tag,
  NON_STRING_KEY: { rule: 'key', message: 'A key has to be a plain word.' },
  RESOURCE_EXHAUSTION: { rule: 'too-large', message: 'Nested too deeply to be read. Flatten the file.' },
  TAB_AS_INDENT: {
    rule: 'tab',
    message: 'A tab indents this line. YAML allows blanks only: replace the tab.',
  },
  TAG_RESOLVE_FAILED: tag,
  UNEXPECTED_TOKEN: {
    rule: 'syntax',
    message: 'This does not belong here. Remove it, or put the value in quotes if it is part of one.',
  },
}
