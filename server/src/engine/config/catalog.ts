import type { Patterns } from './config-file.ts'
import { folderOf, pathBelow } from './paths.ts'
import type { Resolver } from './resolve.ts'

/** Where the registry of a configuration is written down. */
export interface Catalog {
  readonly folder: string
  /** Whether a file below the folder is part of it, by its path. */
  takes(path: string): boolean
}

/** The catalog of a configuration, given its path and the folder of its patterns where that is not its own. */
export function catalogOf(resolver: Resolver, path: string, folder?: string): Catalog | undefined {
  const from = resolver.resolve(path).registry?.from
  const patterns: Patterns | undefined = from?.file.registry
  if (!from || !patterns) return undefined
  const around = folder !== undefined && from.file.path === path ? folder : folderOf(from.file.path)
  return {
    folder: around,
    takes: (each) => {
      const below = pathBelow(each, around)
      return below !== undefined && /\.ya?ml$/i.test(below) && patterns.matches(below)
    },
  }
}
