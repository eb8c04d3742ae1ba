import { areAlike, beginAlike, type End, firstOf, type Item, isEmpty, isUnclear } from './alike.ts'
import { ALL, between, type Characters, classes, codeOf, ESCAPE, OTHERS, setOf } from './characters.ts'

/**
 * Why a regular expression is not run on text that somebody else wrote: it could take for ever, or nobody can tell.
 * `undefined` for one that is safe. Careful rather than clever: it refuses some that would do no harm.
 */
export function slownessOf(pattern: string): string | undefined {
  if (pattern.length > MOST_CHARACTERS) return `it has more than ${MOST_CHARACTERS} characters`
  try {
    RegExp(pattern, 'u')
    const reader = new PatternReader(pattern)
    reader.alternatives()
    if (reader.loops > MOST_LOOPS) return `it has more than ${MOST_LOOPS} repetitions without an end`
    return reader.ways > MOST_WAYS ? 'it can take a text in more than 10,000 ways' : undefined
  } catch (error) {
    if (error instanceof Refused) return error.message
    return 'it is no regular expression'
  }
}

const MOST_CHARACTERS = 200
const MOST_LOOPS = 4
const MOST_WAYS = 10_000
/** A repetition up to here is a fixed amount of work. */
const SMALL = 64

class Refused extends Error {}

const nothing: Item = {
  first: 0n,
  all: 0n,
  min: 0,
  max: 0,
  isOne: false,
  varies: false,
  unclear: false,
  ends: [],
}

class PatternReader {
  readonly #pattern: string
  #at = 0
  /** Repetitions without a small end. */
  loops = 0
  /** In how many ways all that is repeated no more than a few times may take the same text. */
  ways = 1

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  /** The alternatives up to the end or the closing bracket, each as its items. */
  alternatives(): readonly (readonly Item[])[] {
    const found = [this.#sequence()]
    while (this.#pattern[this.#at] === '|') {
      this.#at++
      found.push(this.#sequence())
    }
    return found
  }

  #sequence(): readonly Item[] {
    const items: Item[] = []
    for (let next = this.#pattern[this.#at]; next !== undefined && !'|)'.includes(next); ) {
      items.push(this.#item(next))
      next = this.#pattern[this.#at]
    }
    for (const [at, { ends }] of items.entries()) {
      const next = firstOf(items.slice(at + 1))
      for (const { all, ways } of ends) if ((all & next) !== 0n) this.ways *= ways
    }
    return items
  }

  #item(next: string): Item {
    if (next === '(') return this.#group()
    const set = this.#characters(next)
    const { min, max } = this.#quantifier()
    const isOne = min === 1 && max === 1
    const range = { min, max, isOne, varies: min !== max, ends: endOf(set, min, max) }
    return set === 0n ? nothing : { first: set, all: set, unclear: false, ...range }
  }

  #group(): Item {
    const head = /^\((?:\?(?:[:]|<[A-Za-z]\w*>))?/.exec(this.#pattern.slice(this.#at))?.[0] ?? '('
    this.#at += head.length
    if (this.#pattern[this.#at] === '?') throw new Refused('it looks ahead or behind')
    const alternatives = this.alternatives()
    this.#at++
    const { min, max } = this.#quantifier()
    if (max > 1) for (const items of alternatives) checkRepeated(items, alternatives)
    const flat = alternatives.flat()
    if (beginAlike(alternatives)) this.ways *= alternatives.length
    const all = flat.reduce((set, each) => set | each.all, 0n)
    return {
      first: alternatives.reduce((set, items) => set | firstOf(items), 0n),
      all,
      min: alternatives.some(isEmpty) ? 0 : min,
      max,
      isOne: false,
      varies: min !== max || alternatives.length > 1 || flat.some(({ varies }) => varies),
      unclear: areAlike(alternatives) || alternatives.some(isUnclear),
      ends: [...endOf(all, min, max), ...alternatives.flatMap(endsOf)],
    }
  }

  #quantifier(): Pick<Item, 'min' | 'max'> {
    const written = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.#pattern.slice(this.#at))
    if (!written) return { min: 1, max: 1 }
    this.#at += written[0].length
    const [, low, comma, high] = written
    const range =
      low === undefined
        ? short(written[0])
        : { min: Number(low), max: comma ? Number(high || Infinity) : Number(low) }
    if (range.max > SMALL) this.loops++
    return range
  }

  /** The set of the next character, class or escape; empty for one that takes no character. */
  #characters(next: string): Characters {
    if (next === '[') return this.#class()
    if (next === '\\') return this.#escape()
    const point = this.#point()
    if (next === '^' || next === '$') return 0n
    return next === '.' ? ALL : setOf(point)
  }

  #class(): Characters {
    const negated = this.#pattern[this.#at + 1] === '^'
    this.#at += negated ? 2 : 1
    let set = 0n
    while (this.#pattern[this.#at] !== ']') {
      const low = this.#member()
      const isRange = this.#pattern[this.#at] === '-' && this.#pattern[this.#at + 1] !== ']'
      if (isRange) {
        this.#at++
        const high = this.#member()
        set |= typeof low === 'number' && typeof high === 'number' ? between(low, high) : ALL
      } else if (typeof low === 'number') set |= setOf(low)
      // Of what is not known, nobody can say what it leaves out.
      else if (!negated || low !== ALL) set |= low
    }
    this.#at++
    return negated ? ALL & ~(set & ~OTHERS) : set
  }

  /** A character of a class, or the set that an escape stands for. */
  #member(): number | Characters {
    if (this.#pattern[this.#at] !== '\\') return this.#point()
    const isBackspace = this.#pattern[this.#at + 1] === 'b'
    const meant = this.#escaped()
    return isBackspace ? 8 : meant
  }

  #point(): number {
    const point = this.#pattern.codePointAt(this.#at) ?? 0
    this.#at += point > 65_535 ? 2 : 1
    return point
  }

  #escape(): Characters {
    const meant = this.#escaped()
    return typeof meant === 'number' ? setOf(meant) : meant
  }

  #escaped(): number | Characters {
    const written = ESCAPE.exec(this.#pattern.slice(this.#at))?.[0]
    if (written === undefined) throw new Refused('it is no regular expression')
    this.#at += written.length
    const letter = written[1] ?? ''
    if (/[1-9k]/.test(letter)) throw new Refused('it refers back to what it found')
    if (/[pP]/.test(letter)) return ALL
    if (letter === 'b' || letter === 'B') return 0n
    return classes.get(letter) ?? codeOf(written)
  }
}

function short(sign: string): Pick<Item, 'min' | 'max'> {
  return { min: sign.startsWith('+') ? 1 : 0, max: sign.startsWith('?') ? 1 : Infinity }
}

/** Whether each round of a repeated group is told from the next by a character that nothing else in it can take. */
function checkRepeated(items: readonly Item[], alternatives: readonly (readonly Item[])[]): void {
  if (items.every(({ min }) => min === 0)) throw new Refused('it repeats what may be empty')
  const others = alternatives.filter((each) => each !== items)
  if (others.some((each) => (firstOf(each) & firstOf(items)) !== 0n))
    throw new Refused('it repeats alternatives that begin alike')
  if (!items.some(({ varies }) => varies)) return
  const isMark = (mark: Item | undefined): boolean => {
    const rest = items.filter((each) => each !== mark).reduce((set, { all }) => set | all, 0n)
    return mark !== undefined && !mark.varies && mark.min > 0 && (mark.all & rest) === 0n
  }
  const isAlone = alternatives.length === 1
  if (!isAlone || !(isMark(items[0]) || isMark(items.at(-1))))
    throw new Refused('it repeats something that repeats')
  if (isUnclear(items)) throw new Refused('it repeats what can take a text in several ways')
}

/** What may be left to what follows the last of them. */
function endsOf(items: readonly Item[]): readonly End[] {
  return items.flatMap(({ ends }, at) => (isEmpty(items.slice(at + 1)) ? ends : []))
}

function endOf(all: Characters, min: number, max: number): readonly End[] {
  return min < max && max <= SMALL ? [{ all, ways: max - min + 1 }] : []
}
