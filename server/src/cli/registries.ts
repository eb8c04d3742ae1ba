import { catalogOf } from '../engine/config/catalog.ts'
import { readRegistry } from '../engine/portfolio/read-registry.ts'
import { type Registry, type RegistryEntry, registryOf } from '../engine/portfolio/registry.ts'
import type { Configurations } from './configurations.ts'
import type { Io } from './io.ts'

/** The people, teams and systems that the configurations of a run name; `undefined` where none names any. */
export async function readRegistries(
  configurations: Configurations,
  { files }: Pick<Io, 'files'>,
): Promise<Registry | undefined> {
  const found = configurations.inForce().flatMap(({ resolver, path, folder }) => {
    return catalogOf(resolver, path, folder) ?? []
  })
  if (found.length === 0) return undefined
  const entries: RegistryEntry[] = []
  const seen = new Set<string>()
  for (const catalog of found) {
    const { paths } = await files.list(catalog.folder, 'yaml')
    for (const path of paths.filter(catalog.takes).slice(0, MOST)) {
      if (seen.has(path)) continue
      seen.add(path)
      const result = await files.read(path, catalog.folder || '/')
      if (result.kind === 'text') entries.push(...readRegistry(result.text, path))
    }
  }
  return registryOf(entries)
}

/** Files of one catalog. */
const MOST = 2_000
