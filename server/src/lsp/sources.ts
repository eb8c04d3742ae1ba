import { isInside } from '../engine/config/paths.ts'
import type { Files, ReadResult } from '../engine/ports.ts'
import { fileKey, folderKey, uriOf } from './uri.ts'

/** The text of an open document by the path of its file. */
export type OpenText = (path: string) => string | undefined

/**
 * Files that are no pilots: as the editor has them where they are open, else as they stand on disk. Each is read once until it
 * is touched. Paths are those of `fileKey`.
 */
export class Sources {
  readonly #files: Files
  readonly #open: OpenText
  readonly #known = new Map<string, Promise<ReadResult>>()
  readonly #there = new Map<string, Promise<boolean>>()
  readonly #asked = new Set<string>()

  constructor(files: Files, open: OpenText) {
    this.#files = files
    this.#open = open
  }

  /** Reads a file that lies below the root. */
  read(path: string, root: string): Promise<ReadResult> {
    this.#asked.add(path)
    const text = this.#open(path)
    if (text !== undefined) return Promise.resolve({ kind: 'text', text })
    const known = this.#known.get(path) ?? this.#files.read(uriOf(path), uriOf(root))
    this.#known.set(path, known)
    return known
  }

  /** Whether anything stands at a path, be it something that cannot be read. */
  async isThere(path: string, root: string): Promise<boolean> {
    if ((await this.read(path, root)).kind !== 'missing') return true
    const known = this.#there.get(path) ?? this.#files.isThere?.(uriOf(path)) ?? Promise.resolve(false)
    this.#there.set(path, known)
    return known
  }

  /** The root of the repository around a folder. */
  async rootOf(folder: string): Promise<string | undefined> {
    const root = await this.#files.rootOf?.(uriOf(folder))
    return root === undefined ? undefined : folderKey(root)
  }

  /** Something happened to a file or a folder; false when nobody ever asked for it. */
  touch(uri: string): boolean {
    const key = fileKey(uri)
    const touched = [...this.#asked].filter((path) => isInside(path, key))
    for (const path of touched) {
      this.#known.delete(path)
      this.#there.delete(path)
    }
    return touched.length > 0
  }
}
