import { isPlaceholder } from '../words/placeholder.ts'
import type { Located } from './located.ts'
import type { DataSource, IntegrationSystem, Pilot } from './model.generated.ts'

/** The data sources of the file in the author's order. */
export function sourcesOf({ data }: Pilot): readonly DataSource[] {
  return data?.sources?.items ?? []
}

/** The names of systems that the author wrote. */
export function namesOf(all: readonly (DataSource | IntegrationSystem)[]): readonly Located<string>[] {
  return all.flatMap(({ system }) => (system && !isPlaceholder(system.value) ? [system] : []))
}

/** The systems that the pilot is, or has to be, connected with. */
export function integratedOf({ integration }: Pilot): readonly IntegrationSystem[] {
  return integration?.systems?.items ?? []
}

/** Asks for the integration with the system of a name; of several, the first. */
export function integrations(pilot: Pilot): (name: string) => IntegrationSystem | undefined {
  const byName = new Map<string, IntegrationSystem>()
  for (const each of integratedOf(pilot).toReversed())
    if (each.system) byName.set(plainName(each.system.value), each)
  return (name) => byName.get(plainName(name))
}

/** Equal for two names of the same system: case, blanks, hyphens and underscores do not count. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}
