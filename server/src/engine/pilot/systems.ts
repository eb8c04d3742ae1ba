import type { DataSource, IntegrationSystem, Pilot } from './model.generated.ts'

/** The data sources of the file in the author's order. */
export function sourcesOf({ data }: Pilot): readonly DataSource[] {
  return data?.sources?.items ?? []
}

/** The systems that the pilot is, or has to be, connected with. */
export function integratedOf({ integration }: Pilot): readonly IntegrationSystem[] {
  return integration?.systems?.items ?? []
}

/** The integration with the system of that name. */
export function integrationWith(pilot: Pilot, name: string): IntegrationSystem | undefined {
  return integratedOf(pilot).find(({ system }) => system && isSameSystem(system.value, name))
}

/** Whether two names mean the same system: case, blanks, hyphens and underscores do not count. */
export function isSameSystem(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}
