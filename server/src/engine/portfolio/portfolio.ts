import { groupBy } from '../group-by.ts'
import { once, remembered } from '../once.ts'
import { LAST_DAY } from '../pilot/dates.ts'
import { fileNameOf } from '../pilot/file-name.ts'
import { compareTexts } from '../text/compare.ts'
import { type Facts, mayBePerson } from './facts.ts'
import { tellNames } from './named.ts'
import { surnameOf, whoIsWho } from './people.ts'
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
  /** By start, those that have none last, then by file. */
  inTime(): readonly Member[]
  /** The pilots of a name, by lower case. */
  named(name: string): readonly Member[]
  /** The name of a pilot that a misspelt one most likely means. */
  meant(name: string): string | undefined
  /** What an operator goes by, whose name may be written in several ways; given the key of the name. */
  operator(key: string): string
}

export function portfolioOf(members: readonly Member[]): Portfolio {
  const sorted = members.toSorted((a, b) => compareTexts(a.file, b.file))
  const inTime = once(() =>
    sorted.toSorted((a, b) => compareTexts(a.facts.start ?? LAST_DAY, b.facts.start ?? LAST_DAY)),
  )
  const names = once(() => groupBy(sorted, ({ facts }) => facts.name?.toLowerCase()))
  const similar = once(() => remembered(similarTo(sorted.flatMap(({ facts }) => facts.name ?? []))))
  const who = once(() => whoIsWho(namesakesOfOperators(sorted)))
  return {
    members: sorted,
    active: sorted.filter(({ facts }) => facts.active),
    inTime,
    named: (name) => names().get(name.toLowerCase()) ?? [],
    meant: (name) => similar()(name),
    operator: (key) => who()(key),
  }
}

/** Everyone whom any pilot names and who shares a surname with an operator. */
function namesakesOfOperators(members: readonly Member[]): ReadonlySet<string> {
  const surnames = surnamesOfOperators(members)
  const keys = new Set<string>()
  for (const { facts } of members) addNamesakes(facts, surnames, keys)
  return keys
}

export function surnamesOfOperators(members: Iterable<Pick<Member, 'facts'>>): ReadonlySet<string> {
  const surnames = new Set<string>()
  for (const { facts } of members)
    if (facts.operatorKey !== undefined) surnames.add(surnameOf(facts.operatorKey))
  return surnames
}

/** Adds the keys of the people whom a pilot names and who have one of these surnames. */
export function addNamesakes(
  { mentions }: Pick<Facts, 'mentions'>,
  surnames: ReadonlySet<string>,
  keys: Set<string>,
): void {
  tellNames(mentions, (refers, _, key) => {
    if (mayBePerson(refers) && !keys.has(key) && surnames.has(surnameOf(key))) keys.add(key)
  })
}

/** Other pilots that a finding about several of them leads to. */
export const MOST_RELATED = 20

/** As a reader of the portfolio calls a pilot. */
export function nameOf({ file, facts }: Member): string {
  return facts.name ?? facts.title ?? fileNameOf(file)
}

/** Pilots that are in the order of time in that of their importance: by rank, those without one behind the others. */
export function byImportance(inTime: readonly Member[]): readonly Member[] {
  const rankOf = ({ facts }: Member): number =>
    typeof facts.rank === 'number' ? facts.rank : Number.MAX_SAFE_INTEGER
  return inTime.toSorted((a, b) => rankOf(a) - rankOf(b))
}
