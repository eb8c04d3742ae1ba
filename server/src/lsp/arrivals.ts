import type { Files } from '../engine/ports.ts'
import { CatchingUp } from './catching-up.ts'
import { fileKey } from './uri.ts'
import type { Workspace } from './workspace.ts'

/** Looks into folders that have appeared: editors tell of the folder alone, and not of the files that came with it. */
export class Arrivals {
  readonly #files: Files
  readonly #workspace: Workspace
  readonly #found: (uri: string) => void
  readonly #waiting = new Map<string, string>()
  readonly #looking = new CatchingUp(() => this.#lookAll())

  /** `found` takes each file that came with a folder. */
  constructor(files: Files, workspace: Workspace, found: (uri: string) => void) {
    this.#files = files
    this.#workspace = workspace
    this.#found = found
  }

  /** Something appeared, be it a file or a folder. */
  look(uri: string): void {
    if (this.#workspace.folderAround(uri) === undefined) return
    this.#waiting.set(fileKey(uri), uri)
    this.#looking.start()
  }

  async settled(): Promise<void> {
    await this.#looking.settled()
  }

  async #lookAll(): Promise<void> {
    for (const [key, uri] of this.#waiting) {
      this.#waiting.delete(key)
      const { uris } = await this.#files.list(uri, 'yaml', this.#workspace.folderAround(uri))
      for (const each of uris) this.#found(each)
    }
  }
}
