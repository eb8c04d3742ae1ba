import type { Position } from 'vscode-languageserver-types'
import { type Facts, foundAt, type Places, referenceKey } from '../engine/portfolio/facts.ts'
import { namesIn } from '../engine/portfolio/named.ts'
import { whoIsWho } from '../engine/portfolio/people.ts'
import type { Registry, RegistryEntry } from '../engine/portfolio/registry.ts'
import type { Reference } from '../engine/schema/describe.ts'
import type { LineIndex } from '../engine/text/line-index.ts'
import { type Span, withoutQuotes } from '../engine/text/span.ts'
import type { FindFile } from './diagnostics.ts'

/** A pilot of the workspace with the names in it. */
export interface NamedPilot {
  readonly uri: string
  /** Of the open document; `null` for the file on disk. */
  readonly version: number | null
  readonly text: string
  readonly lines: LineIndex
  readonly facts: Facts
  readonly places: Places
}

/** Everything in which names are looked up. */
export interface Names {
  readonly pilots: readonly NamedPilot[]
  readonly registry: Registry | undefined
  /** Finds a file of the registry. */
  readonly find: FindFile
  /** The pilots that cannot be read, in which a name may stand all the same; absent where nothing is renamed. */
  unread?(): readonly Unread[]
}

/** A pilot that cannot be read. */
export interface Unread {
  /** Its name, without folders. */
  readonly file: string
  readonly text: string
}

/** A name where it stands. */
export interface NamePlace {
  readonly pilot: NamedPilot
  readonly refers: Reference
  readonly name: string
  readonly span: Span
  /** The keys that lead to it. */
  readonly path: string
  /** Whether the pilot itself is called so here. */
  readonly isOwn: boolean
}

/** All names of a pilot: its own, and those of others in it. */
export function placesIn(pilot: NamedPilot): readonly NamePlace[] {
  const { facts, places } = pilot
  const others = namesIn(facts.mentions).flatMap(({ refers, name, path }, index): NamePlace[] => {
    const span = foundAt(places, index)
    return span ? [{ pilot, refers, name, span, path, isOwn: false }] : []
  })
  if (facts.name === undefined || !places.name) return others
  const own = { pilot, refers: 'pilot', name: facts.name, path: 'name', isOwn: true } as const
  return [{ ...own, span: withoutQuotes(pilot.text, places.name) }, ...others]
}

/** A place in a file, as an editor names it. */
export interface Place {
  readonly uri: string
  readonly position: Position
}

/** The name at a place. */
export function nameAt({ pilots }: Names, { uri, position }: Place): NamePlace | undefined {
  const pilot = pilots.find((each) => each.uri === uri)
  const offset = pilot?.lines.offsetAt(position) ?? 0
  return pilot && placesIn(pilot).find(({ span }) => span.start <= offset && offset <= span.end)
}

/** All places of whoever or whatever is meant by a name, in the order of the files. */
export function placesOf(name: NamePlace, names: Names): readonly NamePlace[] {
  const identify = identifier(names)
  const wanted = new Set(identify(name))
  return names.pilots.flatMap((pilot) =>
    placesIn(pilot).filter((each) => identify(each).some((id) => wanted.has(id))),
  )
}

/** What is known of the name in the registry. */
export function entryOf(
  { refers, name }: Pick<NamePlace, 'refers' | 'name'>,
  { registry }: Names,
): RegistryEntry | undefined {
  return registry?.find(refers, name)
}

/** What a name may stand for; two names that share one are the same. */
export function identifier(names: Names): (name: Pick<NamePlace, 'refers' | 'name'>) => readonly string[] {
  const who = whoIsWho(peopleIn(names))
  const identify = (place: Pick<NamePlace, 'refers' | 'name'>): readonly string[] => {
    const { refers, name } = place
    // The rules over all pilots compare their names by case alone.
    if (refers === 'pilot') return [`pilot ${name.toLowerCase()}`]
    const entry = entryOf(place, names)
    if (entry) return [`${entry.kind} #${entry.name}`]
    const kinds = refers === 'owner' ? (['person', 'team'] as const) : [refers]
    return kinds.map((kind) => {
      const key = referenceKey(kind, name)
      return `${kind} ${kind === 'person' ? who(key) : key}`
    })
  }
  // Of thousands of pilots most name those whom others name.
  const known = new Map<string, readonly string[]>()
  return (place) => {
    const key = `${place.refers} ${place.name}`
    const found = known.get(key) ?? identify(place)
    known.set(key, found)
    return found
  }
}

function peopleIn({ pilots }: Names): readonly string[] {
  const mentions = pilots.flatMap(({ facts }) => namesIn(facts.mentions))
  return mentions.filter(({ refers }) => refers === 'person' || refers === 'owner').map(({ key }) => key)
}
