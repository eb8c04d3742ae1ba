import type { Position } from 'vscode-languageserver-types'
import { type Facts, foundAt, type Places } from '../engine/portfolio/facts.ts'
import { namesIn } from '../engine/portfolio/named.ts'
import type { Registry, RegistryEntry } from '../engine/portfolio/registry.ts'
import type { Reference } from '../engine/schema/describe.ts'
import type { LineIndex } from '../engine/text/line-index.ts'
import { holds, type Span, withoutQuotes } from '../engine/text/span.ts'
import type { FindFile } from './diagnostics.ts'
import { NameIndex, type NamesInUse } from './name-index.ts'

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
  /** What is known of them from the last time; absent where they are not asked about again. */
  readonly index?: NameIndex
  /** A pilot that cannot be read and says a name all the same; absent where nothing is renamed. */
  unread?(name: string): string | undefined
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
  return pilot && placesIn(pilot).find(({ span }) => holds(span, offset))
}

/** All places of whoever or whatever is meant by a name, in the order of the files. */
export function placesOf(name: NamePlace, names: Names): readonly NamePlace[] {
  const inUse = namesInUse(names)
  const wanted = new Set(inUse.identify(name))
  return inUse.naming(name).flatMap((number) => {
    const pilot = names.pilots[number]
    return pilot ? placesIn(pilot).filter((each) => inUse.identify(each).some((id) => wanted.has(id))) : []
  })
}

/** Which of the names in the pilots are the same. */
export function namesInUse({ index, pilots, registry }: Names): NamesInUse {
  return (index ?? new NameIndex()).of(
    pilots.map(({ facts }) => facts),
    registry,
  )
}

/** What is known of the name in the registry. */
export function entryOf(
  { refers, name }: Pick<NamePlace, 'refers' | 'name'>,
  { registry }: Names,
): RegistryEntry | undefined {
  return registry?.find(refers, name)
}
