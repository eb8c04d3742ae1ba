import { isPilotFile } from '../engine/pilot/file-name.ts'
import type { Files } from '../engine/ports.ts'
import { Arrivals } from './arrivals.ts'
import type { Beside } from './beside.ts'
import { isForeign, isRepositoryUri } from './uri.ts'
import type { Workspace } from './workspace.ts'

/** Hears what happens on disk, and passes it on to all that has been read from there. */
export class Disk {
  readonly #workspace: Workspace
  readonly #beside: Beside
  readonly #arrivals: Arrivals
  readonly #mayBeCommit: () => void

  /** `mayBeCommit` is called when Git may have something new. */
  constructor(
    files: Files,
    { workspace, beside }: { readonly workspace: Workspace; readonly beside: Beside },
    mayBeCommit: () => void,
  ) {
    this.#workspace = workspace
    this.#beside = beside
    this.#arrivals = new Arrivals(files, workspace, (uri) => this.touch(uri, true))
    this.#mayBeCommit = mayBeCommit
  }

  /** Something happened to a file or a folder. */
  touch(uri: string, isNew = false): void {
    // An editor may keep quiet about Git's own files: a pilot that changed may be a sign of a commit.
    if (isRepositoryUri(uri) || isPilotFile(uri)) this.#mayBeCommit()
    if (isRepositoryUri(uri) || isForeign(uri)) return
    this.#beside.touch(uri)
    this.#workspace.touch(uri, isNew)
  }

  /** The same; it was not there before. */
  appeared(uri: string): void {
    this.touch(uri, true)
    if (!isForeign(uri)) this.#arrivals.look(uri)
  }

  /** A pilot was opened: of one that lies in no folder of the workspace Git may not have been asked yet. */
  opened(uri: string): void {
    this.#workspace.opened(uri)
    if (this.#workspace.folderAround(uri) === undefined) this.#mayBeCommit()
  }

  /** Settles when everything that is known to have changed has been read. */
  async settled(): Promise<void> {
    await this.#arrivals.settled()
    await this.#workspace.settled()
    await this.#beside.settled()
  }
}
