import { readPattern, type TextPattern } from './text-pattern.ts'

/** Says whether a text holds what a regular expression describes. */
export interface PatternMatcher {
  test(text: string): boolean
}

/**
 * Answers as `RegExp` does with the flag `u`, but goes through the text once, in all the ways at once in which it may be taken:
 * the work grows with the length of the text and of the pattern, and never beyond, where backtracking may take for ever.
 * `undefined` for an expression that `readPattern` refuses.
 */
export function patternMatcher(written: string): (PatternMatcher & { readonly size: number }) | undefined {
  const { pattern } = readPattern(written)
  return pattern && new StepMatcher(pattern)
}

/** The matchers of the patterns that were used last: all of them together take no more room than a few large ones. */
export function heldMatchers(): (written: string) => PatternMatcher {
  const held = new Map<string, PatternMatcher>()
  let size = 0
  return (written) => {
    const known = held.get(written)
    if (known) return known
    const made = patternMatcher(written)
    if (!made) throw new Error(`a pattern that cannot be used: ${written}`)
    size += made.size
    if (size > MOST_HELD) {
      held.clear()
      size = made.size
    }
    held.set(written, made)
    return made
  }
}

/** Steps; one takes some 30 bytes. */
const MOST_HELD = 500_000
/** What a matcher takes besides, and each of its sets, in steps. */
const BASE = 50

const DONE = 0
/** Takes a character of a set. */
const TAKE = 1
/** Goes on at an edge only. */
const EDGE = 2
/** Goes on in two ways. */
const FORK = 3

/** A place in a text, and which edges there are. */
interface Place {
  readonly at: number
  readonly edges: number
}

/** The first step of what is being built, which goes on with a step that is there. */
type Build = (pattern: TextPattern, next: number) => number

class StepMatcher implements PatternMatcher {
  readonly #kinds: number[] = [DONE]
  /** Where a step goes on. */
  readonly #next: number[] = [0]
  /** The set, the edge or the other way of a step. */
  readonly #other: number[] = [0]
  readonly #sets: CharacterSet[] = []
  readonly #setOf = new Map<string, number>()
  readonly #start: number
  /** For each step the place in the text for which it was last reached. */
  readonly #reachedAt: Int32Array

  constructor(pattern: TextPattern) {
    this.#start = this.#build(pattern, 0)
    this.#reachedAt = new Int32Array(this.#kinds.length)
  }

  get size(): number {
    return this.#kinds.length + (1 + this.#sets.length) * BASE
  }

  test(text: string): boolean {
    this.#reachedAt.fill(-1)
    const reached: number[] = []
    const taking: number[] = []
    let before: number | undefined
    for (let at = 0; ; ) {
      const after = text.codePointAt(at)
      reached.push(this.#start)
      if (this.#isFound(reached, taking, { at, edges: edgesBetween(before, after) })) return true
      if (after === undefined) return false
      this.#take(taking, after, reached)
      before = after
      at += after > 0xffff ? 2 : 1
    }
  }

  /** Whether a step that was reached leads to the end of the pattern; if not, which ones would take the next character. */
  #isFound(reached: number[], taking: number[], { at, edges }: Place): boolean {
    for (let step = reached.pop(); step !== undefined; step = reached.pop()) {
      if (this.#reachedAt[step] === at) continue
      this.#reachedAt[step] = at
      const kind = this.#kinds[step]
      const next = this.#next[step] ?? DONE
      if (kind === DONE) return true
      if (kind === TAKE) taking.push(step)
      else if (kind === FORK) reached.push(next, this.#other[step] ?? DONE)
      else if ((edges & (this.#other[step] ?? 0)) !== 0) reached.push(next)
    }
    return false
  }

  #take(taking: number[], character: number, reached: number[]): void {
    for (let step = taking.pop(); step !== undefined; step = taking.pop())
      if (this.#sets[this.#other[step] ?? 0]?.has(character)) reached.push(this.#next[step] ?? DONE)
  }

  readonly #build: Build = (pattern, next) => {
    switch (pattern.kind) {
      case 'one':
        return this.#add(TAKE, next, this.#set(pattern.source))
      case 'edge':
        return this.#add(EDGE, next, edgeBits.get(pattern.source) ?? 0)
      case 'all':
        return pattern.parts.reduceRight((to, part) => this.#build(part, to), next)
      case 'any': {
        const ways = pattern.parts.map((part) => this.#build(part, next))
        return ways.reduceRight((other, way) => this.#add(FORK, way, other))
      }
      case 'repeat':
        return this.#repeat(pattern, next)
    }
  }

  #repeat({ part, min, max }: Extract<TextPattern, { kind: 'repeat' }>, next: number): number {
    let first = next
    let left = min
    if (max === Infinity) {
      const fork = this.#add(FORK, next, next)
      const round = this.#build(part, fork)
      this.#next[fork] = round
      first = min > 0 ? round : fork
      left = min - 1
    } else
      for (let more = max - min; more > 0; more--) first = this.#add(FORK, this.#build(part, first), next)
    for (; left > 0; left--) first = this.#build(part, first)
    return first
  }

  #add(kind: number, next: number, other: number): number {
    this.#next.push(next)
    this.#other.push(other)
    return this.#kinds.push(kind) - 1
  }

  #set(source: string): number {
    const known = this.#setOf.get(source)
    if (known !== undefined) return known
    const index = this.#sets.push(new CharacterSet(source)) - 1
    this.#setOf.set(source, index)
    return index
  }
}

/** The characters that a class, an escape or a character takes, as `RegExp` says. */
class CharacterSet {
  readonly #expression: RegExp
  /** Of ASCII: 1 for one that is taken, 2 for one that is not, 0 for one that nobody has asked for. */
  readonly #known = new Uint8Array(128)

  constructor(source: string) {
    this.#expression = RegExp(`^${source}$`, 'u')
  }

  has(code: number): boolean {
    if (code > 127) return this.#expression.test(String.fromCodePoint(code))
    if (this.#known[code] === 0) this.#known[code] = this.#expression.test(String.fromCharCode(code)) ? 1 : 2
    return this.#known[code] === 1
  }
}

const wordly = new CharacterSet('\\w')

const edgeBits = new Map([
  ['^', 1],
  ['$', 2],
  ['\\b', 4],
  ['\\B', 8],
])

/** Which edges there are between two characters, of which one is absent at an end. */
function edgesBetween(before: number | undefined, after: number | undefined): number {
  const ends = (before === undefined ? 1 : 0) | (after === undefined ? 2 : 0)
  return ends | (isWordly(before) === isWordly(after) ? 8 : 4)
}

function isWordly(code: number | undefined): boolean {
  return code !== undefined && wordly.has(code)
}
