import { BASELINE_FILE, type Baseline } from '../engine/baseline/baseline.ts'
import { readBaseline } from '../engine/baseline/read-baseline.ts'
import { unusable } from '../engine/baseline/unusable.ts'
import { folderOf, placesUpwards } from '../engine/config/paths.ts'
import { fewAtATime } from '../engine/few-at-a-time.ts'
import type { Finding } from '../engine/finding.ts'
import type { ReadResult } from '../engine/ports.ts'
import { type LineIndex, lineIndex } from '../engine/text/line-index.ts'
import { CatchingUp } from './catching-up.ts'
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

/** A baseline that cannot be used. An immutable value. */
export interface BrokenBaseline {
  readonly path: string
  readonly lines: LineIndex
  readonly finding: Finding
}

/**
 * The baselines of the workspace: for each folder of pilots the nearest one upwards, as the command line has it. They are read
 * in the background; one that cannot be used holds for nothing.
 */
export class Baselines {
  readonly #sources: Sources
  readonly #onChange: () => void
  /** Folders of pilots, each with the root of what is looked at. */
  #roots: ReadonlyMap<string, string> = new Map()
  #nearest: ReadonlyMap<string, Loaded> = new Map()
  #hasChanged = false
  readonly #reading = new CatchingUp(
    () => this.#catchUp(),
    () => this.#tell(),
  )

  constructor(sources: Sources, onChange: () => void) {
    this.#sources = sources
    this.#onChange = onChange
  }

  /** Takes the folders in which there are pilots. */
  use(roots: ReadonlyMap<string, string>): void {
    const isKnown =
      roots.size === this.#roots.size &&
      [...roots].every(([folder, root]) => this.#roots.get(folder) === root)
    this.#roots = roots
    if (!isKnown) this.#reading.start()
  }

  /** Something happened to a file or a folder. */
  touch(uri: string): void {
    if (this.#sources.touch(uri)) this.#reading.start()
  }

  async settled(): Promise<void> {
    await this.#reading.settled()
  }

  of(uri: string): PlacedBaseline | undefined {
    if (this.#nearest.size === 0) return undefined
    return this.#nearest.get(folderOf(fileKey(uri)))?.placed
  }

  /** Those that cannot be used, each once. */
  broken(): readonly BrokenBaseline[] {
    return [...new Set(this.#nearest.values())].flatMap(({ broken }) => broken ?? [])
  }

  async #catchUp(): Promise<void> {
    const before = this.#nearest
    this.#nearest = await this.#readAll()
    this.#hasChanged ||= [...this.#nearest].some(([folder, loaded]) => before.get(folder) !== loaded)
    this.#hasChanged ||= [...before.keys()].some((folder) => !this.#nearest.has(folder))
  }

  #tell(): void {
    const hasChanged = this.#hasChanged
    this.#hasChanged = false
    if (hasChanged) this.#onChange()
  }

  async #readAll(): Promise<ReadonlyMap<string, Loaded>> {
    const known = new Map([...this.#nearest.values()].map((each) => [each.path, each]))
    const found = await fewAtATime(this.#roots, async ([folder, root]) => {
      const loaded = await this.#nearestTo(folder, root, known)
      return loaded ? [[folder, loaded] as const] : []
    })
    return new Map(found.flat())
  }

  async #nearestTo(folder: string, root: string, known: Map<string, Loaded>): Promise<Loaded | undefined> {
    for (const path of placesUpwards(`${folder}/`, root, BASELINE_FILE)) {
      const result = await this.#sources.read(path, root)
      if (result.kind === 'missing') continue
      const before = known.get(path)
      const loaded = before && isSame(before.result, result) ? before : loadedFrom(path, result)
      known.set(path, loaded)
      return loaded
    }
    return undefined
  }
}

interface Loaded {
  readonly path: string
  readonly result: ReadResult
  /** Absent where it cannot be used. */
  readonly placed?: PlacedBaseline
  readonly broken?: BrokenBaseline
}

function loadedFrom(path: string, result: ReadResult): Loaded {
  const text = result.kind === 'text' ? result.text : ''
  const read =
    result.kind === 'text'
      ? readBaseline(text)
      : { problem: 'it is no text, or too large.', span: { start: 0, end: 0 } }
  if (read.problem === undefined)
    return { path, result, placed: { folder: folderOf(path), baseline: read.baseline } }
  return {
    path,
    result,
    broken: { path, lines: lineIndex(text), finding: unusable(read.problem, read.span) },
  }
}
