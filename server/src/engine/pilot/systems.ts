import { plainName } from '../text/plain-name.ts'
import { isPlaceholder } from '../words/placeholder.ts'
import type { Located } from './located.ts'
import type { DataIssue, DataSource, IntegrationSystem, Pilot } from './model.generated.ts'

/** The data sources of the file in the author's order. */
export function sourcesOf({ data }: Pilot): readonly DataSource[] {
  return data?.sources?.items ?? []
}

/** The issues of all data sources. */
export function issuesOf(pilot: Pilot): readonly DataIssue[] {
  return sourcesOf(pilot).flatMap(({ issues }) => issues?.items ?? [])
}

/** The names of systems that the author wrote. */
export function namesOf(all: readonly (DataSource | IntegrationSystem)[]): readonly Located<string>[] {
  return all.flatMap(({ system }) => (system && !isPlaceholder(system.value) ? [system] : []))
}

/** The systems that the pilot is, or has to be, connected with. */
export function integratedOf({ integration }: Pilot): readonly IntegrationSystem[] {
  return integration?.systems?.items ?? []
}

/** The systems that data is taken from, by their plain names, each as it is written first. */
export function usedSystems(pilot: Pilot): ReadonlyMap<string, string> {
  const read = integratedOf(pilot).filter(({ direction }) => direction?.value !== 'out')
  const names = namesOf([...sourcesOf(pilot), ...read]).map(({ value }) => value)
  const first = new Map<string, string>()
  for (const name of names) {
    const plain = plainName(name)
    if (!first.has(plain)) first.set(plain, name)
  }
  return first
}

/** Asks for the integration with the system of a name; of several, the first. */
export function integrations(pilot: Pilot): (name: string) => IntegrationSystem | undefined {
  const byName = new Map<string, IntegrationSystem>()
  for (const each of integratedOf(pilot).toReversed())
    if (each.system) byName.set(plainName(each.system.value), each)
  return (name) => byName.get(plainName(name))
}
