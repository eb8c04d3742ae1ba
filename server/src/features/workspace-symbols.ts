import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types'
import type { Reference } from '../engine/schema/describe.ts'
import { plainLetters } from '../engine/text/slug.ts'
import { visible } from '../engine/text/visible.ts'
import { identifier, type NamePlace, type Names, placesIn } from './names.ts'
import { locationOf } from './references.ts'

/** The pilots, people, teams and systems whose names hold the letters of the query, each once, pilots first. */
export function workspaceSymbols(names: Names, query: string): WorkspaceSymbol[] {
  const places = names.pilots.flatMap(placesIn)
  const own = places.filter(({ isOwn }) => isOwn).map((place) => ({ place, detail: place.pilot.facts.title }))
  const others = firsts(
    places.filter(({ refers }) => refers !== 'pilot'),
    names,
  )
  const all = [...own, ...others.map(({ place, pilots }) => ({ place, detail: inPilots(pilots) }))]
  return all
    .filter(({ place, detail }) => fits(`${place.name} ${detail ?? ''}`, query))
    .slice(0, MOST)
    .map(({ place, detail }) => symbolOf(place, detail))
}

const MOST = 500

interface First {
  readonly place: NamePlace
  readonly pilots: number
}

/** Of everyone that is named, the fullest way to write it, and in how many pilots it stands. */
function firsts(places: readonly NamePlace[], names: Names): readonly First[] {
  const identify = identifier(names)
  const found = new Map<string, { place: NamePlace; uris: Set<string> }>()
  // An owner is a person or a team, and most often a person that others name too.
  const sure = places.toSorted((a, b) => Number(a.refers === 'owner') - Number(b.refers === 'owner'))
  for (const place of sure) {
    const ids = identify(place)
    const id = ids.find((each) => found.has(each)) ?? ids[0] ?? ''
    const known = found.get(id)
    if (!known) found.set(id, { place, uris: new Set([place.pilot.uri]) })
    else {
      known.uris.add(place.pilot.uri)
      if (place.name.length > known.place.name.length) known.place = place
    }
  }
  return Array.from(found.values(), ({ place, uris }) => ({ place, pilots: uris.size }))
}

function inPilots(count: number): string {
  return count === 1 ? 'in 1 pilot' : `in ${count} pilots`
}

function symbolOf(place: NamePlace, detail: string | undefined): WorkspaceSymbol {
  const symbol = { name: visible(place.name), kind: kinds[place.refers], location: locationOf(place) }
  return detail === undefined ? symbol : { ...symbol, containerName: visible(detail) }
}

const kinds: Readonly<Record<Reference, SymbolKind>> = {
  pilot: SymbolKind.Module,
  person: SymbolKind.Constant,
  owner: SymbolKind.Constant,
  team: SymbolKind.Namespace,
  system: SymbolKind.Object,
}

/** Whether the letters come in this order, as editors filter lists; a letter is found without its accent too. */
function fits(text: string, query: string): boolean {
  const wanted = Array.from(plainLetters(query).replace(/\s/g, ''))
  let at = 0
  for (const letter of plainLetters(text)) if (letter === wanted[at]) at++
  return at >= wanted.length
}
