import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types'
import type { Reference } from '../engine/schema/describe.ts'
import { plainLetters } from '../engine/text/slug.ts'
import { visible } from '../engine/text/visible.ts'
import type { Someone } from './name-index.ts'
import { type NamePlace, type Names, namesInUse, placesIn } from './names.ts'
import { locationOf } from './references.ts'

/** The pilots, people, teams and systems whose names hold the letters of the query, each once, pilots first. */
export function workspaceSymbols(names: Names, query: string): WorkspaceSymbol[] {
  const fits = fitting(query)
  const own = names.pilots.filter(({ facts: { name, title } }) => {
    return name !== undefined && fits(`${name} ${title ?? ''}`)
  })
  const pilots = own.slice(0, MOST).flatMap((pilot) => {
    const place = placesIn(pilot).find(({ isOwn }) => isOwn)
    return place ? [symbolOf(place, pilot.facts.title)] : []
  })
  const others = namesInUse(names)
    .everyone()
    .filter((each) => fits(`${each.name} ${inPilots(each.pilots)}`))
    .slice(0, MOST - pilots.length)
  return [...pilots, ...others.flatMap((each) => symbolsOf(each, names))]
}

const MOST = 500

function symbolsOf({ refers, name, first, pilots }: Someone, names: Names): readonly WorkspaceSymbol[] {
  const pilot = names.pilots[first]
  const place = pilot && placesIn(pilot).find((each) => each.refers === refers && each.name === name)
  return place ? [symbolOf(place, inPilots(pilots))] : []
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
function fitting(query: string): (text: string) => boolean {
  const wanted = Array.from(plainLetters(query).replace(/\s/g, ''))
  return (text) => {
    const plain = plainLetters(text)
    let at = 0
    return wanted.every((letter) => {
      const found = plain.indexOf(letter, at)
      at = found + letter.length
      return found >= 0
    })
  }
}
