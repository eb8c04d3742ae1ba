import { behindMark } from '../text/characters.ts'
import { splitKey } from './explain.ts'
import { lineEndAt, lineStartAt } from './layout.ts'
import { limits } from './limits.ts'
import type { SyntaxProblem } from './node.ts'

/** The problems where an author sees them: the parser notices some elsewhere, and calls them something else. */
export function clearer(text: string, problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  return problems.map((each) => (each.message === splitKey.message ? noticed(text, each) : each))
}

/** Blanks that word processors and web pages leave in front of a key and behind its colon, where they look like others. */
export function hardBlanks(text: string): readonly SyntaxProblem[] {
  if (!text.includes('\u00a0') || BLOCK_TEXT.test(text)) return []
  const message = 'A non-breaking space stands here, which YAML takes for a letter. Replace it by a blank.'
  return Array.from(text.matchAll(HARD_BLANK), ({ 0: found, index }): SyntaxProblem => {
    const start = index + found.indexOf('\u00a0')
    const span = { start, end: start + 1 }
    return { rule: found.includes(':') ? 'colon' : 'indentation', message, span, fatal: true }
  }).slice(0, limits.problems)
}

const HARD_BLANK = /^\ufeff? *\u00a0(?=[\u00a0 ]*[A-Za-z-])|^\ufeff?[ -]*[A-Za-z]\w{0,40}:\u00a0/gm
/** In which they are letters like any other. */
const BLOCK_TEXT = /[|>][+-]? *\r?$/m

function noticed(text: string, problem: SyntaxProblem): SyntaxProblem {
  const { start } = problem.span
  const from = Math.max(lineStartAt(text, start), behindMark(text))
  const line = text.slice(from, lineEndAt(text, start))
  const glued = /^[ -]*[A-Za-z]\w{0,40}:(?=[^\s/:])/.exec(line)
  if (glued) {
    const end = from + glued[0].length
    const message = 'A blank is missing behind the colon. Add it.'
    return { ...problem, message, span: { start: from + glued[0].search(/\w/), end } }
  }
  // The value ends with its line, and the next one stands below it.
  const below = lineEndAt(text, start)
  const isValue = /^[ -]*[A-Za-z]\w{0,40}: +$/.test(text.slice(from, start))
  const [, key] = (isValue && NEXT_KEY.exec(text.slice(below))?.indices) || []
  if (!key) return problem
  const message = 'This line stands deeper than the one above, which has its value already. Align the two.'
  return { ...problem, rule: 'indentation', message, span: { start: below + key[0], end: below + key[1] } }
}

const NEXT_KEY = /^\r?\n(?:[ \t]*(?:#.*)?\r?\n)* +([A-Za-z]\w{0,40}):(?=\s)/d
