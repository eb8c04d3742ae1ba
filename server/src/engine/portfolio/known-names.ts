import { kindOfName } from '../words/people.ts'
import { isPlaceholder } from '../words/placeholder.ts'
import { type Facts, referenceKey } from './facts.ts'
import type { Registry } from './registry.ts'

/** The names of all people or all teams that pilots mention or the registry lists, those in most places first. */
export function knownNames(
  kind: 'person' | 'team',
  portfolio: readonly Facts[],
  registry: Registry | undefined,
): readonly string[] {
  const found = new Map<string, { readonly name: string; places: number }>()
  const add = (name: string, places: number): void => {
    const key = referenceKey(kind, name)
    const known = found.get(key) ?? { name, places: 0 }
    found.set(key, { ...known, places: known.places + places })
  }
  for (const { mentions } of portfolio) {
    for (const { refers, name } of mentions) if (isOne(kind, refers, name)) add(name, 1)
  }
  for (const { kind: other, name, title } of registry?.entries ?? [])
    if (other === kind) add(kind === 'person' ? (title ?? name) : name, 0)
  const sorted = [...found.values()].sort((a, b) => b.places - a.places || (a.name < b.name ? -1 : 1))
  return sorted.slice(0, MOST).map(({ name }) => name)
}

/** More are not looked through by anyone. */
const MOST = 500

function isOne(kind: 'person' | 'team', refers: string, name: string): boolean {
  if (isPlaceholder(name)) return false
  const isPerson = kindOfName(name) === 'person'
  if (refers === 'owner') return isPerson === (kind === 'person')
  return refers === kind && (kind === 'team' || isPerson)
}
