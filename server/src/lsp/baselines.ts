import { BASELINE_FILE, type Baseline } from '../engine/baseline/baseline.ts'
import { readBaseline } from '../engine/baseline/read-baseline.ts'
import { folderOf, placesUpwards } from '../engine/config/paths.ts'
import type { ReadResult } from '../engine/ports.ts'
import { isSame } from './same.ts'
import type { Sources } from './sources.ts'
import { fileKey } from './uri.ts'

/** The baseline that holds for a file. */
export interface PlacedBaseline {
  /** What the paths in it are relative to. */
  readonly folder: string
  /** The same object until the file changes. */
  readonly baseline: Baseline
}

/**
 * The baselines of the workspace: for each folder of pilots the nearest one upwards, as the command line has it. They are read
 * in the background; one that cannot be read holds for nothing, and is told of once.
 */
export class Baselines {
  readonly #sources: Sources
  readonly #onChange: () => void
  readonly #warn: (message: string) => void
  /** Folders of pilots, each with the root of what is looked at. */
  #roots: ReadonlyMap<string, string> = new Map()
  #nearest: ReadonlyMap<string, Loaded> = new Map()
  readonly #told = new Set<string>()
  #isStale = false
  #work: Promise<void> | undefined

  constructor(sources: Sources, onChange: () => void, warn: (message: string) => void) {
    this.#sources = sources
    this.#onChange = onChange
    this.#warn = warn
  }

  /** Takes the folders in which there are pilots. */
  use(roots: ReadonlyMap<string, string>): void {
    const isKnown =
      roots.size === this.#roots.size &&
      [...roots].every(([folder, root]) => this.#roots.get(folder) === root)
    this.#roots = roots
    if (!isKnown) this.#start()
  }

  /** Something happened to a file or a folder. */
  touch(uri: string): void {
    if (this.#sources.touch(uri)) this.#start()
  }

  async settled(): Promise<void> {
    while (this.#work) await this.#work
  }

  of(uri: string): PlacedBaseline | undefined {
    return this.#nearest.get(folderOf(fileKey(uri)))?.placed
  }

  #start(): void {
    this.#isStale = true
    this.#work ??= this.#catchUp().finally(() => {
      this.#work = undefined
      if (this.#isStale) this.#start()
    })
  }

  async #catchUp(): Promise<void> {
    let changed = false
    while (this.#isStale) {
      this.#isStale = false
      const before = this.#nearest
      this.#nearest = await this.#readAll()
      changed ||= [...this.#nearest].some(([folder, loaded]) => before.get(folder) !== loaded)
      changed ||= [...before.keys()].some((folder) => !this.#nearest.has(folder))
    }
    if (changed) this.#onChange()
  }

  async #readAll(): Promise<ReadonlyMap<string, Loaded>> {
    const known = new Map([...this.#nearest.values()].map((each) => [each.path, each]))
    const nearest = new Map<string, Loaded>()
    for (const [folder, root] of this.#roots) {
      for (const path of placesUpwards(`${folder}/`, root, BASELINE_FILE)) {
        const result = await this.#sources.read(path, root)
        if (result.kind === 'missing') continue
        const before = known.get(path)
        const loaded = before && isSame(before.result, result) ? before : this.#load(path, result)
        known.set(path, loaded)
        nearest.set(folder, loaded)
        break
      }
    }
    return nearest
  }

  #load(path: string, result: ReadResult): Loaded {
    const read =
      result.kind === 'text' ? readBaseline(result.text) : { problem: 'it is no text, or too large.' }
    if (read.problem !== undefined) this.#tell(`${path} cannot be used: ${read.problem}`)
    const placed =
      read.problem === undefined ? { folder: folderOf(path), baseline: read.baseline } : undefined
    return { path, result, placed }
  }

  #tell(message: string): void {
    if (this.#told.has(message)) return
    this.#told.add(message)
    this.#warn(message)
  }
}

interface Loaded {
  readonly path: string
  readonly result: ReadResult
  /** Absent where it cannot be read. */
  readonly placed: PlacedBaseline | undefined
}
