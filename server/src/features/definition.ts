import type { Location } from 'vscode-languageserver-types'
import { entryOf, type NamePlace, type Names, nameAt, type Place, placesOf } from './names.ts'
import { rangeOf } from './range.ts'
import { locationOf } from './references.ts'

/**
 * Where the thing that a name stands for is written down: the pilot's own file, or the file of the registry. Whoever is in no
 * registry is introduced where a pilot makes somebody answer for something, in the same file if there is such a place.
 */
export function definition(names: Names, place: Place): Location[] | null {
  const name = nameAt(names, place)
  if (!name) return null
  return inRegistry(name, names) ?? inPilots(name, names)
}

function inRegistry(name: NamePlace, names: Names): Location[] | undefined {
  const place = entryOf(name, names)?.place
  const file = place && names.find(place.file)
  return file && [{ uri: file.uri, range: rangeOf(file.lines, place.span) }]
}

function inPilots(name: NamePlace, names: Names): Location[] {
  const places = placesOf(name, names)
  if (name.refers === 'pilot') return places.filter(({ isOwn }) => isOwn).map(locationOf)
  const own = places.filter(({ pilot }) => pilot === name.pilot)
  const first = [...own, ...places].find(({ path }) => path.startsWith('owners.')) ?? own[0]
  return first ? [locationOf(first)] : []
}
