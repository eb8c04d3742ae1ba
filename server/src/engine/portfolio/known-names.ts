import type { Reference } from '../schema/describe.ts'
import { compareTexts } from '../text/compare.ts'
import { kindOfName } from '../words/people.ts'
import { isPlaceholder } from '../words/placeholder.ts'
import { type Facts, referenceKey } from './facts.ts'
import { namesIn } from './named.ts'
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
  const all = [...listed(kind, registry), ...(kind === 'pilot' ? own(portfolio) : mentioned(kind, portfolio))]
  for (const each of all) {
    const key = referenceKey(kind, each.name)
    const known = found.get(key)
    found.set(key, known ? { ...known, places: known.places + each.places } : each)
  }
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
  places: number
}

/** Each way to write a name once, in the order in which they come: what it is takes longer to tell than to count it. */
function mentioned(kind: Exclude<Kind, 'pilot'>, portfolio: readonly Facts[]): readonly KnownName[] {
  const all = new Map<string, Counted>()
  for (const { mentions } of portfolio)
    for (const { refers, name } of namesIn(mentions)) {
      const key = `${refers} ${name}`
      const known = all.get(key) ?? { refers, name, places: 0 }
      known.places++
      all.set(key, known)
    }
  return [...all.values()]
    .filter(({ refers, name }) => isOne(kind, refers, name))
    .map(({ name, places }) => ({ name, title: undefined, places, isListed: false }))
}

/** More are not looked through by anyone. */
const MOST = 500

function isOne(kind: Kind, refers: Reference, name: string): boolean {
  if (isPlaceholder(name)) return false
  const isPerson = kindOfName(name) === 'person'
  if (refers === 'owner') return kind === (isPerson ? 'person' : 'team')
  return refers === kind && (kind !== 'person' || isPerson)
}
