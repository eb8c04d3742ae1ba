import type { Reference } from '../schema/describe.ts'
import type { Span } from '../text/span.ts'
import { referenceKey } from './facts.ts'
import { surnameOf, whoIsWho } from './people.ts'
import { similarTo } from './similar.ts'

/** A person, team or system that the organisation knows. */
export interface RegistryEntry {
  readonly kind: 'person' | 'team' | 'system'
  readonly name: string
  /** Other ways to write it, for instance a user name or an e-mail address. */
  readonly aliases?: readonly string[]
  /** As people say it: of a person the full name, which is how pilots write it. */
  readonly title?: string
  /** Where it is declared. */
  readonly place?: { readonly file: string; readonly span: Span }
}

/** All entries with the look-ups that rules and features share. A value: a change makes a new one. */
export interface Registry {
  readonly entries: readonly RegistryEntry[]
  /** Whether it can tell known names of the kind from unknown ones. An `owner` is a person or a team. */
  covers(refers: Reference): boolean
  find(refers: Reference, name: string): RegistryEntry | undefined
  /** The name that a misspelt one most likely means; several where `A. Keller` may be each of them. */
  meant(refers: Reference, name: string): readonly string[]
}

export function registryOf(entries: readonly RegistryEntry[]): Registry {
  const directories = new Map(kinds.map((kind) => [kind, directoryOf(entries, kind)] as const))
  const of = (refers: Reference): readonly Directory[] => {
    return kindsOf(refers).flatMap((kind) => directories.get(kind) ?? [])
  }
  const first = <T>(refers: Reference, ask: (directory: Directory) => T | undefined): T | undefined => {
    for (const directory of of(refers)) {
      const answer = ask(directory)
      if (answer !== undefined) return answer
    }
    return undefined
  }
  return {
    entries,
    covers: (refers) => of(refers).length > 0 && of(refers).every(({ isEmpty }) => !isEmpty),
    find: (refers, name) => first(refers, ({ find }) => find(name)),
    meant: (refers, name) => first(refers, ({ meant }) => meant(name)) ?? [],
  }
}

const kinds = ['person', 'team', 'system'] as const

type Kind = RegistryEntry['kind']

function kindsOf(refers: Reference): readonly Kind[] {
  if (refers === 'owner') return ['person', 'team']
  return kinds.filter((kind) => kind === refers)
}

/** The entries of one kind. */
interface Directory {
  readonly isEmpty: boolean
  find(name: string): RegistryEntry | undefined
  meant(name: string): readonly string[] | undefined
}

function directoryOf(all: readonly RegistryEntry[], kind: Kind): Directory {
  const entries = all.filter((entry) => entry.kind === kind)
  const byKey = new Map<string, RegistryEntry>()
  for (const entry of entries) {
    for (const name of namesOf(entry)) {
      const key = referenceKey(kind, name)
      if (!byKey.has(key)) byKey.set(key, entry)
    }
  }
  const who = kind === 'person' ? whoIsWho(byKey.keys()) : undefined
  const people = new Map(who ? Array.from(byKey, ([key, entry]) => [who(key), entry] as const) : [])
  // Most files name what exists: the index for misspelt names is made when the first one turns up.
  let similar: ((word: string) => string | undefined) | undefined
  return {
    isEmpty: entries.length === 0,
    find: (name) => {
      const key = referenceKey(kind, name)
      return byKey.get(key) ?? (who && people.get(who(key)))
    },
    meant: (name) => {
      const key = referenceKey(kind, name)
      const turned = who && byKey.get(familyLast(key))
      if (turned) return [writtenName(turned)]
      const alike = who ? alikeIn(byKey, key) : []
      if (alike.length > 0) return alike
      similar ??= similarTo(entries.map(writtenName))
      const known = similar(name)
      return known === undefined ? undefined : [known]
    },
  }
}

/** Those of a surname whose first name begins with the letter in front of it. */
function alikeIn(byKey: ReadonlyMap<string, RegistryEntry>, key: string): readonly string[] {
  if (key[1] !== ' ') return []
  const [initial = '', surname] = [key[0], surnameOf(key)]
  const found = [...byKey].filter(([each]) => each.startsWith(initial) && surnameOf(each) === surname)
  return [...new Set(found.map(([, entry]) => writtenName(entry)))]
}

/** `broennimann reto` as `reto broennimann`: many lists put the family in front. */
function familyLast(key: string): string {
  const [family = '', ...given] = key.split(' ')
  return [...given, family].join(' ')
}

/** As a person writes it in a file. */
function writtenName({ kind, name, title }: RegistryEntry): string {
  return kind === 'person' ? (title ?? name) : name
}

function namesOf({ name, title, aliases }: RegistryEntry): readonly string[] {
  return [name, ...(title === undefined ? [] : [title]), ...(aliases ?? [])]
}
