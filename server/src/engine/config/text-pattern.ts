/** A regular expression without what would need more than one look at each character of a text. */
export type TextPattern =
  /** Takes one character: a class, an escape or the character itself, as it is written. */
  | { readonly kind: 'one'; readonly source: string }
  /** Takes none: `^`, `$`, `\b` or `\B`. */
  | { readonly kind: 'edge'; readonly source: string }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly TextPattern[] }
  | { readonly kind: 'repeat'; readonly part: TextPattern; readonly min: number; readonly max: number }

/** Why a regular expression is none of these, half a sentence, and what its author can do instead. */
export interface PatternRefusal {
  readonly reason: string
  readonly advice: string
}

export type PatternReading =
  | { readonly pattern: TextPattern; readonly refusal?: undefined }
  | { readonly pattern?: undefined; readonly refusal: PatternRefusal }

/** Reads a regular expression as JSON Schema has it, with the flag `u`. */
export function readPattern(written: string): PatternReading {
  if (written.length > MOST_CHARACTERS) return { refusal: tooLong }
  try {
    RegExp(written, 'u')
  } catch (error) {
    return { refusal: noExpression(error) }
  }
  try {
    const pattern = new PatternReader(written).alternatives()
    return sizeOf(pattern) > MOST_STEPS ? { refusal: tooFar } : { pattern }
  } catch (error) {
    if (error instanceof Unable) return { refusal: error.refusal }
    throw error
  }
}

const MOST_CHARACTERS = 1_000
/** What a pattern has with its counted repetitions written out. */
const MOST_STEPS = 20_000

const tooLong: PatternRefusal = {
  reason: 'it has more than 1,000 characters',
  advice: 'Split it into several under anyOf, or list the texts under enum',
}
const tooFar: PatternRefusal = {
  reason: 'its counted repetitions, written out, come to more than 20,000 steps',
  advice: 'Use * or +, and say the length with maxLength',
}
const looksAround: PatternRefusal = {
  reason: 'it looks ahead or behind',
  advice: 'Write each condition as a pattern of its own under allOf, and under not what must not be there',
}
const refersBack: PatternRefusal = {
  reason: 'it refers back to what it found',
  advice: 'Write out what may stand there, as in (a-a|b-b)',
}
const hasFlags: PatternRefusal = {
  reason: 'it changes how letters are compared',
  advice: 'Write out both letters, as in [Aa]',
}

/** With what the engine says of it, such as `invalid escape`. */
function noExpression(error: unknown): PatternRefusal {
  const said = error instanceof Error ? /\/u: ([A-Z][\w ]+)$/.exec(error.message)?.[1] : undefined
  const why = said === undefined ? '' : ` (${said.toLowerCase()})`
  const advice = said === 'Invalid escape' ? ESCAPES : 'Correct it'
  return { reason: `it is no regular expression${why}`, advice }
}

/** Elsewhere more may be escaped, such as a hyphen. */
const ESCAPES =
  'Put a backslash only before a letter that has a meaning with it, and before ^ $ \\ . * + ? ( ) [ ] { } | /'

class Unable extends Error {
  readonly refusal: PatternRefusal

  constructor(refusal: PatternRefusal) {
    super(refusal.reason)
    this.refusal = refusal
  }
}

/** Reads what is known to be a regular expression. */
class PatternReader {
  readonly #written: string
  #at = 0

  constructor(written: string) {
    this.#written = written
  }

  /** Up to the end or the closing bracket. */
  alternatives(): TextPattern {
    const parts = [this.#sequence()]
    while (this.#next() === '|') {
      this.#at++
      parts.push(this.#sequence())
    }
    return { kind: 'any', parts }
  }

  #next(): string | undefined {
    return this.#written[this.#at]
  }

  #sequence(): TextPattern {
    const parts: TextPattern[] = []
    for (let next = this.#next(); next !== undefined && next !== '|' && next !== ')'; next = this.#next()) {
      const part = next === '(' ? this.#group() : this.#atom()
      const times = this.#take(QUANTIFIER)
      parts.push(times === '' ? part : { kind: 'repeat', part, ...rangeOf(times) })
    }
    return { kind: 'all', parts }
  }

  #group(): TextPattern {
    if (this.#take(GROUP) === '(' && this.#next() === '?')
      throw new Unable(this.#take(AROUND) === '' ? hasFlags : looksAround)
    const inner = this.alternatives()
    this.#at++
    return inner
  }

  #atom(): TextPattern {
    const source = this.#take(ATOM)
    if (/^\\[1-9k]/.test(source)) throw new Unable(refersBack)
    return { kind: EDGE.test(source) ? 'edge' : 'one', source }
  }

  #take(what: RegExp): string {
    what.lastIndex = this.#at
    const [taken] = what.exec(this.#written) ?? ['']
    this.#at += taken.length
    return taken
  }
}

const GROUP = /\((?:\?(?::|<[^=!>][^>]*>))?/uy
const AROUND = /\?<?[=!]/uy
/** The two halves of a character that is written as escapes are one. */
const ATOM =
  /\[(?:[^\\\]]|\\.)*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|.)|./suy
const EDGE = /^(?:[$^]|\\[bB])$/
const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/uy

function rangeOf(quantifier: string): { readonly min: number; readonly max: number } {
  const [, low, comma, high] = /^\{(\d+)(,?)(\d*)/.exec(quantifier) ?? []
  if (low !== undefined) return { min: Number(low), max: comma ? Number(high || Infinity) : Number(low) }
  return { min: quantifier.startsWith('+') ? 1 : 0, max: quantifier.startsWith('?') ? 1 : Infinity }
}

function sizeOf(pattern: TextPattern): number {
  if (pattern.kind === 'repeat') {
    const { part, min, max } = pattern
    return 1 + (1 + sizeOf(part)) * Math.max(max === Infinity ? min : max, 1)
  }
  return 'parts' in pattern ? pattern.parts.reduce((sum, part) => sum + 1 + sizeOf(part), 0) : 1
}
