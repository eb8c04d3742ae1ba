import { posix } from 'node:path'
import { BASELINE_FILE, type Baseline } from '../engine/baseline/baseline.ts'
import { readBaseline } from '../engine/baseline/read-baseline.ts'
import { folderOf, placesUpwards } from '../engine/config/paths.ts'
import { rootFor } from './configurations.ts'
import { UsageError } from './exit.ts'
import type { Io } from './io.ts'

/** A baseline that was read. */
export interface PlacedBaseline {
  /** From the root. */
  readonly path: string
  /** What the paths in it are relative to. */
  readonly folder: string
  readonly text: string
  readonly baseline: Baseline
}

/** The baselines of one run, each read once: for each folder the nearest one upwards, as configurations are. */
export class Baselines {
  readonly #io: Pick<Io, 'files' | 'cwd'>
  readonly #places = new Map<string, Promise<string | undefined>>()
  readonly #read = new Map<string, Promise<PlacedBaseline>>()

  constructor(io: Pick<Io, 'files' | 'cwd'>) {
    this.#io = io
  }

  /** The one that holds for a file, by its path from the root. One that cannot be read is a usage error. */
  async of(full: string): Promise<PlacedBaseline | undefined> {
    const path = await this.placeOf(full)
    if (path === undefined) return undefined
    const read = this.#read.get(path) ?? this.#readFrom(path)
    this.#read.set(path, read)
    return read
  }

  /** Where that one stands, whatever it holds. */
  placeOf(full: string): Promise<string | undefined> {
    const folder = folderOf(full)
    const place = this.#places.get(folder) ?? this.#nearest(full)
    this.#places.set(folder, place)
    return place
  }

  async #nearest(full: string): Promise<string | undefined> {
    const root = await rootFor(full, this.#io)
    for (const path of placesUpwards(full, root, BASELINE_FILE))
      if ((await this.#io.files.kindOf(path)) !== 'missing') return path
    return undefined
  }

  async #readFrom(path: string): Promise<PlacedBaseline> {
    const result = await this.#io.files.read(path, folderOf(path) || '/')
    const shown = posix.relative(this.#io.cwd, path)
    if (result.kind !== 'text') throw new UsageError(`${shown} cannot be used: ${reasons[result.kind]}.`)
    const read = readBaseline(result.text)
    if (read.problem !== undefined) throw new UsageError(`${shown} cannot be used: ${read.problem}`)
    return { path, folder: folderOf(path), text: result.text, baseline: read.baseline }
  }
}

const reasons = {
  missing: 'it is no regular file, or reading it is not allowed',
  'too-large': 'it is too large',
  'not-utf-8': 'it is not UTF-8 text',
} as const
