import {
  deep,
  inTurn,
  literal,
  notSlash,
  one,
  type Piece,
  star,
  steps,
  takesAll,
} from '../engine/text/pattern.ts'
import { setAt } from './ignore-set.ts'

/** What the lines of one `.gitignore` say of a path: that it is ignored, or is not although others ignore it, or nothing. */
export interface IgnoreLines {
  /** How much work a path is: the characters of the patterns that may stand for many paths. */
  readonly work: number
  test(path: string): { readonly ignored: boolean; readonly unignored: boolean }
}

/**
 * Reads a `.gitignore` as Git does, except that letters of either case count the same. It takes no pattern more steps than its
 * length times that of the path, as a regular expression would. Paths are relative to the file; that of a folder ends with a slash.
 */
export function ignoreLines(text: string): IgnoreLines {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  const rules = lines.flatMap((line) => ruleOf(line.replace(/\r$/, ''))).reverse()
  return {
    work: rules.reduce((sum, { work }) => sum + work, 0),
    test(path) {
      const isFolder = path.endsWith('/')
      const whole = bytesOf(isFolder ? path.slice(0, -1) : path)
      const name = whole.slice(whole.lastIndexOf('/') + 1)
      const last = rules.find(
        (rule) => (isFolder || !rule.foldersOnly) && takesAll(rule.pattern, rule.nameOnly ? name : whole),
      )
      return { ignored: last?.negated === false, unignored: last?.negated === true }
    },
  }
}

interface Rule {
  readonly negated: boolean
  readonly foldersOnly: boolean
  /** It is about the last step of a path, at any depth. */
  readonly nameOnly: boolean
  readonly pattern: Piece
  readonly work: number
}

function ruleOf(line: string): readonly Rule[] {
  if (line.startsWith('#')) return []
  const trimmed = withoutSpaces(line)
  const negated = trimmed.startsWith('!')
  const foldersOnly = trimmed.endsWith('/')
  const body = trimmed.slice(negated ? 1 : 0, foldersOnly ? -1 : undefined)
  const pattern = bytesOf(body.replace(/^\//, ''))
  const pieces = pattern === '' ? undefined : new Reader(pattern).pieces()
  if (!pieces) return []
  const work = pieces.length > 1 ? pattern.length : 0
  return [{ negated, foldersOnly, nameOnly: !body.includes('/'), pattern: inTurn(pieces), work }]
}

/** The last of the spaces at the end stays where a backslash stands before it. */
function withoutSpaces(line: string): string {
  const bare = line.slice(0, lengthWithout(' ', line))
  const backslashes = bare.length - lengthWithout('\\', bare)
  return backslashes % 2 === 1 && bare.length < line.length ? `${bare} ` : bare
}

function lengthWithout(last: string, text: string): number {
  let end = text.length
  while (end > 0 && text[end - 1] === last) end--
  return end
}

/** Git compares bytes, of which a letter may have several. */
function bytesOf(text: string): string {
  return Buffer.from(text.toLowerCase(), 'utf8').toString('latin1')
}

/** Reads one pattern. */
class Reader {
  readonly #pattern: string
  /** Where its first sign stands: Git compares what is before by itself. */
  readonly #first: number
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
    this.#first = pattern.search(/[*?[\\]/)
  }

  /** Nothing for a pattern that can mean no path. */
  pieces(): readonly Piece[] | undefined {
    const pieces: Piece[] = []
    while (this.#at < this.#pattern.length) {
      const piece = this.#piece()
      if (!piece) return undefined
      pieces.push(piece)
    }
    return pieces
  }

  #piece(): Piece | undefined {
    switch (this.#pattern[this.#at]) {
      case '*':
        return this.#stars()
      case '?':
        this.#at++
        return one(notSlash)
      case '[': {
        const set = setAt(this.#pattern, this.#at)
        this.#at = set?.end ?? this.#at
        return set && one(set.isMeant)
      }
      case '\\': {
        const meant = this.#pattern[this.#at + 1]
        this.#at += 2
        return meant === undefined ? undefined : literal(meant)
      }
      default:
        return literal(this.#taken(/[^*?[\\]+/y))
    }
  }

  #stars(): Piece {
    const start = this.#at
    const isStep = start === this.#first || this.#pattern[start - 1] === '/'
    const isRun = this.#taken(/\*+/y).length > 1
    const rest = this.#pattern.slice(this.#at, this.#at + 2)
    if (!isRun || !isStep || !(rest === '' || rest.startsWith('/') || rest === '\\/')) return star
    if (!rest.startsWith('/')) return deep
    this.#at++
    return steps
  }

  #taken(expected: RegExp): string {
    expected.lastIndex = this.#at
    const taken = expected.exec(this.#pattern)?.[0] ?? ''
    this.#at += taken.length
    return taken
  }
}
