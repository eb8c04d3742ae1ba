import { groupBy } from '../group-by.ts'
import { ofEach, ofTexts } from '../once.ts'
import type { Reference } from '../schema/describe.ts'
import { compareTexts } from '../text/compare.ts'
import { kindOfName, type NameKind } from '../words/people.ts'
import { isPlaceholder } from '../words/placeholder.ts'
import { type Facts, mayBePerson, referenceKey } from './facts.ts'
import { tellNames } from './named.ts'
import type { Registry } from './registry.ts'

/** A name that is in use. */
export interface KnownName {
  readonly name: string
  /** How often pilots mention it. */
  readonly places: number
  /** What else is known: the title of a pilot, or of an entry of the registry that is called otherwise. */
  readonly title: string | undefined
  readonly isListed: boolean
}

type Kind = Exclude<Reference, 'owner'>

/**
 * The names of all people, teams, systems or pilots that pilots mention or the registry lists, those in most places first.
 * Where the registry lists one, as it writes it.
 */
export function knownNames(
  kind: Kind,
  portfolio: readonly Facts[],
  registry: Registry | undefined,
): readonly KnownName[] {
  const found = new Map<string, KnownName>()
  const add = (key: string, each: KnownName): void => {
    const known = found.get(key)
    found.set(key, known ? { ...known, places: known.places + each.places } : each)
  }
  for (const each of [...listed(kind, registry), ...(kind === 'pilot' ? own(portfolio) : [])])
    add(referenceKey(kind, each.name), each)
  const mentioned = kind === 'pilot' ? [] : (namesByKind(portfolio).get(kind) ?? [])
  // The key of an owner is that of a person.
  for (const { name, key, places } of mentioned)
    add(kind === 'team' ? referenceKey(kind, name) : key, { name, title: undefined, places, isListed: false })
  return [...found.values()]
    .sort((a, b) => b.places - a.places || compareTexts(a.name, b.name))
    .slice(0, MOST)
}

function listed(kind: Kind, registry: Registry | undefined): readonly KnownName[] {
  const entries = registry?.entries.filter((each) => each.kind === kind) ?? []
  return entries.map(({ name, title }) => {
    const shown = kind === 'person' ? { name: title ?? name, title: undefined } : { name, title }
    return { ...shown, places: 0, isListed: true }
  })
}

function own(portfolio: readonly Facts[]): readonly KnownName[] {
  return portfolio.flatMap(({ name, title }) => {
    return name === undefined || isPlaceholder(name) ? [] : [{ name, title, places: 0, isListed: true }]
  })
}

interface Counted {
  readonly refers: Reference
  readonly name: string
  readonly key: string
  places: number
}

/**
 * Each way to write a name once, in the order in which they come: what it is takes longer to tell than to count it. Those of all kinds
 * at once, since who asks about the owners asks about people and about teams.
 */
const namesByKind = ofEach((portfolio: readonly Facts[]): ReadonlyMap<Kind, readonly Counted[]> => {
  const all: Counted[] = []
  const counted = new Map<Reference, Map<string, Counted>>()
  for (const { mentions } of portfolio)
    tellNames(mentions, (refers, name, key) => {
      const names = counted.get(refers) ?? new Map<string, Counted>()
      counted.set(refers, names)
      const known = names.get(name)
      if (known) known.places++
      else {
        const each = { refers, name, key, places: 1 }
        names.set(name, each)
        all.push(each)
      }
    })
  const written = all.flatMap(({ refers, name }) => (mayBePerson(refers) ? [name] : []))
  // What is known of those of all pilots is not given up for those of one.
  const known = portfolio.length > 1 ? kindsOf(new Set(written)) : undefined
  return groupBy(all, ({ refers, name }) => kindOf(refers, name, known?.get(name)))
})

/** After an edit most are whom they were. */
const kindsOf = ofTexts(kindOfName)

/** More are not looked through by anyone. */
const MOST = 500

/** What a name stands for; `undefined` where that is nobody and nothing. */
function kindOf(refers: Reference, name: string, known: NameKind | undefined): Kind | undefined {
  if (isPlaceholder(name)) return undefined
  if (!mayBePerson(refers)) return refers
  if ((known ?? kindOfName(name)) === 'person') return 'person'
  return refers === 'owner' ? 'team' : undefined
}
