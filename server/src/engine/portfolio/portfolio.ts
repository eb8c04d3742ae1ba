import type { Facts } from './facts.ts'
import { whoIsWho } from './people.ts'
import { similarTo } from './similar.ts'

/** One pilot of the portfolio. */
export interface Member {
  /** What the caller knows the file by: a URI, or a path. */
  readonly file: string
  readonly facts: Facts
}

/** All pilots that are known, with the look-ups that rules share. A value: a change makes a new one. */
export interface Portfolio {
  /** By file, so that findings do not depend on the order in which files were read. */
  readonly members: readonly Member[]
  readonly active: readonly Member[]
  /** The pilots of a name, by lower case. */
  named(name: string): readonly Member[]
  /** The name of a pilot that a misspelt one most likely means. */
  meant(name: string): string | undefined
  /** What a person goes by, whose name may be written in several ways; given the key of a name. */
  person(key: string): string
}

export function portfolioOf(members: readonly Member[]): Portfolio {
  const sorted = members.toSorted((a, b) => compare(a.file, b.file))
  const names = groupBy(sorted, ({ facts }) => facts.name?.toLowerCase())
  let similar: ((name: string) => string | undefined) | undefined
  let who: ((key: string) => string) | undefined
  return {
    members: sorted,
    active: sorted.filter(({ facts }) => facts.active),
    named: (name) => names.get(name.toLowerCase()) ?? [],
    meant: (name) => {
      similar ??= similarTo(sorted.flatMap(({ facts }) => facts.name ?? []))
      return similar(name)
    },
    person: (key) => {
      who ??= whoIsWho(peopleIn(sorted))
      return who(key)
    },
  }
}

/** Everyone whom any pilot names. */
function peopleIn(members: readonly Member[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { facts } of members) {
    for (const { refers, key } of facts.mentions) if (refers === 'person' || refers === 'owner') keys.add(key)
  }
  return keys
}

/** As a reader of the portfolio calls a pilot. */
export function nameOf({ file, facts }: Member): string {
  return facts.name ?? facts.title ?? file.slice(file.lastIndexOf('/') + 1)
}

/** The pilots in the order of their importance: by rank, those without one behind the others, newer ones last. */
export function byImportance(members: readonly Member[]): readonly Member[] {
  return members.toSorted(
    (a, b) =>
      (a.facts.rank ?? Number.MAX_SAFE_INTEGER) - (b.facts.rank ?? Number.MAX_SAFE_INTEGER) || byStart(a, b),
  )
}

/** Orders by start, those that have none last, then by file. */
export function byStart(a: Member, b: Member): number {
  return compare(a.facts.start ?? LATE, b.facts.start ?? LATE) || compare(a.file, b.file)
}

const LATE = '9999-12-31'

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** The members by a text; those without one are left out. */
export function groupBy(
  members: readonly Member[],
  keyOf: (member: Member) => string | undefined,
): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>()
  for (const member of members) {
    const key = keyOf(member)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(member)
    else groups.set(key, [member])
  }
  return groups
}
