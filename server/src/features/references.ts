import type { Location } from 'vscode-languageserver-types'
import { type NamePlace, type Names, nameAt, type Place, placesOf } from './names.ts'
import { rangeOf } from './range.ts'

/** Every place of every pilot that names the same pilot, person, team or system; a pilot's own name is its declaration. */
export function references(names: Names, place: Place, withDeclaration: boolean): Location[] | null {
  const name = nameAt(names, place)
  if (!name) return null
  return placesOf(name, names)
    .filter(({ isOwn }) => withDeclaration || !isOwn)
    .map(locationOf)
}

export function locationOf({ pilot, span }: NamePlace): Location {
  return { uri: pilot.uri, range: rangeOf(pilot.lines, span) }
}
