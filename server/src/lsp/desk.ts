import type { PilotFile } from './pilot-file.ts'

/** Open pilots that are worked on at a time: more than are seen at once, and fewer than people leave open. */
const ROOM = 8

/** The open pilots that were edited last. Of the others no tree is held until somebody comes back to them. */
export class Desk {
  readonly #open: (uri: string) => PilotFile | undefined
  /** The one that was edited last is the last. */
  readonly #uris = new Set<string>()

  /** `open` finds the file of an open document. */
  constructor(open: (uri: string) => PilotFile | undefined) {
    this.#open = open
  }

  /** Takes a file that was opened or has another text. Gives the one that had to make room, when its analysis is another object now. */
  take({ uri }: PilotFile): PilotFile | undefined {
    this.#uris.delete(uri)
    this.#uris.add(uri)
    const [oldest] = this.#uris
    if (oldest === undefined || this.#uris.size <= ROOM) return undefined
    this.#uris.delete(oldest)
    const file = this.#open(oldest)
    return file?.rest() ? file : undefined
  }
}
