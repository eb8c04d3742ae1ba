import { addTo } from '../group-by.ts'
import { whoIsWho } from '../portfolio/people.ts'
import { compareTexts } from '../text/compare.ts'
import { kindOfName, personKey } from '../words/people.ts'
import type { Owner } from './board.ts'
import type { BoardPart } from './part.ts'

interface Owners {
  readonly owners: readonly Owner[]
  /** The operator of the pilot at a place in the list, by the spelling that stands in `owners`. */
  ownerOf(pilot: number): string | undefined
}

/** Who operates how many pilots. Spellings of one person's name count as one. */
export function ownersOf(pilots: readonly Pick<BoardPart, 'operator' | 'isActive'>[]): Owners {
  const names = pilots.map(({ operator }) => operator)
  const people = new Set([...new Set(names)].filter(isPerson))
  const who = whoIsWho(Array.from(people, personKey))
  // A name that is none of a person stands for itself, and a space keeps it apart from the keys of people.
  const known = new Map(Array.from(people, (name) => [name, who(personKey(name))]))
  const keys = names.map((name) => name && (known.get(name) ?? ` ${name}`))
  const own = new Map<string | undefined, number[]>()
  for (const [index, key] of keys.entries()) {
    addTo(own, key, index)
  }
  const owners = Array.from(own.values(), (indexes) => {
    const name = names[indexes[0] ?? -1]
    const active = indexes.filter((index) => pilots[index]?.isActive).length
    return { name, isPerson: name !== undefined && people.has(name), pilots: indexes, active }
  })
  const spelling = new Map(
    owners.flatMap(({ name, pilots: indexes }) => indexes.map((index) => [index, name])),
  )
  return { owners: owners.sort(byWeight), ownerOf: (pilot) => spelling.get(pilot) }
}

function isPerson(name: string | undefined): name is string {
  return name !== undefined && kindOfName(name) === 'person'
}

function byWeight(a: Owner, b: Owner): number {
  const nobody = Number(a.name === undefined) - Number(b.name === undefined)
  return (
    nobody ||
    b.active - a.active ||
    b.pilots.length - a.pilots.length ||
    compareTexts(a.name ?? '', b.name ?? '')
  )
}
