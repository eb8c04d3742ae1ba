import { type Catalog, catalogOf } from '../engine/config/catalog.ts'
import { readRegistry } from '../engine/portfolio/read-registry.ts'
import { type Registry, type RegistryEntry, registryOf } from '../engine/portfolio/registry.ts'
import type { Files, ReadResult } from '../engine/ports.ts'
import { lineIndex } from '../engine/text/line-index.ts'
import type { FindFile, Located } from '../features/diagnostics.ts'
import { CatchingUp } from './catching-up.ts'
import type { Loaded } from './loaded.ts'
import { isSame } from './same.ts'
import type { Sources } from './sources.ts'
import { fileKey, uriOf } from './uri.ts'

/** The people, teams and systems that the configurations in force name, read in the background. */
export class Registries {
  readonly #files: Files
  readonly #sources: Sources
  readonly #onChange: () => void
  #loaded: readonly Loaded[] = []
  #read: ReadonlyMap<string, Part> = new Map()
  #registry: Registry | undefined
  readonly #reading = new CatchingUp(() => this.#catchUp())

  constructor(files: Files, sources: Sources, onChange: () => void) {
    this.#files = files
    this.#sources = sources
    this.#onChange = onChange
  }

  /** `undefined` where no configuration names one. */
  get current(): Registry | undefined {
    return this.#registry
  }

  /** Finds a file of the catalog by its path. */
  readonly find: FindFile = (path): Located | undefined => {
    const result = this.#read.get(path)?.result
    return result?.kind === 'text' ? { uri: uriOf(path), lines: lineIndex(result.text) } : undefined
  }

  /** Takes the configurations in force. */
  use(loaded: readonly Loaded[]): void {
    const isKnown =
      loaded.length === this.#loaded.length && loaded.every((each) => this.#loaded.includes(each))
    this.#loaded = loaded
    if (!isKnown) this.#start()
  }

  /** Something happened to a file or a folder. */
  touch(uri: string): void {
    const path = fileKey(uri)
    const isPart = catalogs(this.#loaded).some(({ catalog }) => catalog.takes(path))
    if (this.#sources.touch(uri) || isPart) this.#start()
  }

  async settled(): Promise<void> {
    await this.#reading.settled()
  }

  #start(): void {
    if (catalogs(this.#loaded).length === 0 && !this.#registry) return
    this.#reading.start()
  }

  async #catchUp(): Promise<void> {
    const found = catalogs(this.#loaded)
    const read = await this.#readAll(found)
    if (Boolean(this.#registry) === found.length > 0 && isSameAll(this.#read, read)) return
    this.#read = read
    const entries = [...read.values()].flatMap((part) => part.entries)
    this.#registry = found.length === 0 ? undefined : registryOf(entries)
    this.#onChange()
  }

  async #readAll(found: readonly Found[]): Promise<ReadonlyMap<string, Part>> {
    const read = new Map<string, Part>()
    for (const { catalog, root } of found) {
      const { uris } = await this.#files.list(uriOf(catalog.folder), 'yaml')
      for (const path of uris.map(fileKey).filter(catalog.takes).slice(0, MOST)) {
        const result = await this.#sources.read(path, root)
        const known = this.#read.get(path)
        const text = result.kind === 'text' ? result.text : ''
        const entries = known && isSame(known.result, result) ? known.entries : readRegistry(text, path)
        if (result.kind !== 'missing') read.set(path, { result, entries })
      }
    }
    return read
  }
}

/** Files of one catalog. */
const MOST = 2_000

interface Part {
  readonly result: ReadResult
  readonly entries: readonly RegistryEntry[]
}

interface Found {
  readonly catalog: Catalog
  readonly root: string
}

function catalogs(loaded: readonly Loaded[]): readonly Found[] {
  return loaded.flatMap(({ resolver, configuration, root }) => {
    const catalog = catalogOf(resolver, configuration.path)
    return catalog ? [{ catalog, root }] : []
  })
}

function isSameAll(a: ReadonlyMap<string, Part>, b: ReadonlyMap<string, Part>): boolean {
  if (a.size !== b.size) return false
  return [...b].every(([path, { result }]) => {
    const before = a.get(path)
    return before !== undefined && isSame(before.result, result)
  })
}
