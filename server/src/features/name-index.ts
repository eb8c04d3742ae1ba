import { type Facts, referenceKey } from '../engine/portfolio/facts.ts'
import { type Named, namesIn } from '../engine/portfolio/named.ts'
import { whoIsWho } from '../engine/portfolio/people.ts'
import type { Registry } from '../engine/portfolio/registry.ts'
import { isSameList } from '../engine/same-list.ts'
import type { Reference } from '../engine/schema/describe.ts'

/** A name as it is written, and the kind of thing that it stands for. */
export interface Spelling {
  readonly refers: Reference
  readonly name: string
}

/** Somebody or something that pilots name. */
export interface Someone extends Spelling {
  /** The fullest way to write it; this is the number of the first pilot in which it is written so. */
  readonly first: number
  /** In how many pilots it stands. */
  readonly pilots: number
}

/**
 * Which names stand in which pilots. Of each pilot the numbers of its names are kept, as long as it says the same: of thousands most
 * name whom others name, and who asks about one name need not read all others again.
 */
export class NameIndex {
  #spellings: Numbered[] = []
  #numbers = new Map<Reference, Map<string, number>>()
  #written = new WeakMap<Facts, readonly number[]>()
  #facts: readonly Facts[] = []
  #inUse: NamesInUse | undefined

  /** The names in some pilots, which are known by their numbers in this list. */
  of(facts: readonly Facts[], registry: Registry | undefined): NamesInUse {
    const known = this.#inUse
    if (known && isSameList(facts, this.#facts) && known.registry === registry) return known
    this.#facts = facts
    const written = this.#writtenInAll(facts)
    this.#inUse = new NamesInUse({ spellings: this.#spellings, numbers: this.#numbers }, written, registry)
    return this.#inUse
  }

  /** How many ways to write a name are held. */
  get size(): number {
    return this.#spellings.length
  }

  #writtenInAll(facts: readonly Facts[]): readonly (readonly number[])[] {
    const written = facts.map((each) => this.#writtenIn(each))
    if (this.size <= SPARE || this.size <= 2 * new Set(written.flat()).size) return written
    // A name that is being typed is another one with each key, and soon most are names that nobody writes any more.
    this.#spellings = []
    this.#numbers = new Map()
    this.#written = new WeakMap()
    return facts.map((each) => this.#writtenIn(each))
  }

  #writtenIn(facts: Facts): readonly number[] {
    const known = this.#written.get(facts)
    if (known) return known
    const numbers = new Set<number>()
    if (facts.name !== undefined) numbers.add(this.#numberOf({ refers: 'pilot', name: facts.name, key: '' }))
    for (const each of namesIn(facts.mentions)) numbers.add(this.#numberOf(each))
    const written = [...numbers]
    this.#written.set(facts, written)
    return written
  }

  #numberOf(name: Spelling & Pick<Named, 'key'>): number {
    const numbers = this.#numbers.get(name.refers) ?? new Map<string, number>()
    this.#numbers.set(name.refers, numbers)
    const known = numbers.get(name.name)
    if (known !== undefined) return known
    numbers.set(name.name, this.#spellings.length)
    return this.#spellings.push(numbered(name)) - 1
  }
}

/** Spellings that are held whether anybody writes them or not: fewer are not worth looking for. */
const SPARE = 1_000

/** All spellings, and the place of each by what it is the name of. */
interface Spellings {
  readonly spellings: readonly Numbered[]
  readonly numbers: ReadonlyMap<Reference, ReadonlyMap<string, number>>
}

interface Numbered extends Spelling {
  /** For each kind of thing that it may stand for, what names of that kind are compared by. */
  readonly keys: readonly (readonly [kind: string, key: string])[]
}

function numbered({ refers, name, key }: Spelling & Pick<Named, 'key'>): Numbered {
  // The rules over all pilots compare their names by case alone.
  const own = [refers, refers === 'pilot' ? name.toLowerCase() : key] as const
  const keys =
    refers === 'owner'
      ? ([
          ['person', key],
          ['team', referenceKey('team', name)],
        ] as const)
      : [own]
  return { refers, name, keys }
}

/** The names in some pilots at one moment. What two of them are is worked out when somebody asks. */
export class NamesInUse {
  readonly registry: Registry | undefined
  readonly #spellings: readonly Numbered[]
  readonly #numbers: Spellings['numbers']
  /** Of each pilot, in the order in which they stand there. */
  readonly #written: readonly (readonly number[])[]
  readonly #who: (key: string) => string
  readonly #identities = new Map<number, readonly string[]>()
  #everyone: readonly Someone[] | undefined

  constructor(
    { spellings, numbers }: Spellings,
    written: readonly (readonly number[])[],
    registry: Registry | undefined,
  ) {
    this.#spellings = spellings
    this.#numbers = numbers
    this.#written = written
    this.registry = registry
    const people = [...new Set(written.flat())].flatMap((number) => {
      const [kind, key] = spellings[number]?.keys[0] ?? []
      return kind === 'person' && key !== undefined ? [key] : []
    })
    this.#who = whoIsWho(people)
  }

  /** What a name in one of the pilots may stand for; two names that share one are the same. */
  identify({ refers, name }: Spelling): readonly string[] {
    return this.#identityOf(this.#numbers.get(refers)?.get(name))
  }

  /** The numbers of the pilots that name what this name stands for. */
  naming(name: Spelling): readonly number[] {
    const wanted = new Set(this.identify(name))
    const numbers = new Set<number>()
    for (const number of this.#spellings.keys())
      if (this.#identityOf(number).some((id) => wanted.has(id))) numbers.add(number)
    return this.#written.flatMap((names, pilot) => (names.some((each) => numbers.has(each)) ? [pilot] : []))
  }

  /** Everyone and everything that is named but pilots, each once, in the order in which they are named. */
  everyone(): readonly Someone[] {
    this.#everyone ??= this.#list()
    return this.#everyone
  }

  #list(): readonly Someone[] {
    const found = new Map<string, Listed>()
    const byNumber = new Map<number, Listed>()
    // An owner is a person or a team, and most often a person that others name too.
    for (const isOwner of [false, true])
      for (const [pilot, names] of this.#written.entries())
        for (const number of names) {
          const spelling = this.#spellings[number]
          if (!spelling || spelling.refers === 'pilot' || (spelling.refers === 'owner') !== isOwner) continue
          const known = byNumber.get(number) ?? this.#listed(found, number, { spelling, first: pilot })
          byNumber.set(number, known)
          known.pilots.add(pilot)
        }
    return Array.from(found.values(), ({ spelling, first, pilots }) => {
      return { ...spelling, first, pilots: pilots.size }
    })
  }

  #listed(found: Map<string, Listed>, number: number, next: Omit<Listed, 'pilots'>): Listed {
    const ids = this.#identityOf(number)
    const id = ids.find((each) => found.has(each)) ?? ids[0] ?? ''
    const known = found.get(id) ?? { ...next, pilots: new Set() }
    found.set(id, known)
    if (next.spelling.name.length > known.spelling.name.length) Object.assign(known, next)
    return known
  }

  #identityOf(number = -1): readonly string[] {
    const spelling = this.#spellings[number]
    const known = this.#identities.get(number) ?? (spelling ? this.#identify(spelling) : [])
    this.#identities.set(number, known)
    return known
  }

  #identify({ refers, name, keys }: Numbered): readonly string[] {
    const entry = refers === 'pilot' ? undefined : this.registry?.find(refers, name)
    if (entry) return [`${entry.kind} #${entry.name}`]
    return keys.map(([kind, key]) => `${kind} ${kind === 'person' ? this.#who(key) : key}`)
  }
}

/** While they are counted. */
interface Listed {
  spelling: Spelling
  first: number
  readonly pilots: Set<number>
}
