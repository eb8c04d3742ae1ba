import type { TextDocuments } from 'vscode-languageserver'
import { Desk } from './desk.ts'
import type { PilotDocument } from './documents.ts'
import type { PastWorkspace } from './past-workspace.ts'
import type { PilotFile } from './pilot-file.ts'
import { fileKey } from './uri.ts'
import type { Workspace } from './workspace.ts'

/**
 * Every pilot that the server knows, once: as it stands in the editor where it is open, else as it stands on disk, or stood
 * there on the day that is looked at.
 */
export class Pilots {
  readonly #documents: TextDocuments<PilotDocument>
  readonly #workspace: Workspace
  readonly #past: PastWorkspace
  readonly #desk = new Desk((uri) => this.open(uri))

  constructor(documents: TextDocuments<PilotDocument>, workspace: Workspace, past: PastWorkspace) {
    this.#documents = documents
    this.#workspace = workspace
    this.#past = past
  }

  /** The open document of a path, whatever it holds. */
  document(path: string): PilotDocument | undefined {
    return this.#documents.all().find(({ uri }) => fileKey(uri) === path)
  }

  /** The open document of an address, whatever it holds. */
  opened(uri: string): PilotDocument | undefined {
    return this.#documents.get(uri)
  }

  open(uri: string): PilotFile | undefined {
    return this.#documents.get(uri)?.file
  }

  /** Takes a file that was opened, or has another text, and lists those whose analysis is another now: itself first, whatever else fails. */
  *edited(file: PilotFile): Generator<PilotFile> {
    yield file
    const putAway = this.#desk.take(file)
    if (putAway) yield putAway
  }

  get(uri: string): PilotFile | undefined {
    const document = this.#documents.get(uri)
    return document ? document.file : this.#past.get(uri, this.#workspace.get(uri))
  }

  all(): readonly PilotFile[] {
    return [...this.#opened(), ...this.#closed()]
  }

  /** The same of today, whatever day is looked at, as far as they are on disk or yet to be written. */
  present(): readonly PilotFile[] {
    return [...this.#opened().filter((file) => !this.isGone(file)), ...this.#closed(this.#workspace.all())]
  }

  /** Whether it is only in an editor any more, which is none of the pilots that are compared. */
  isGone(file: PilotFile): boolean {
    return this.#workspace.isGone(file)
  }

  /** Of all pilots, and of whatever else is open. */
  addresses(): readonly string[] {
    return [...this.#documents.all(), ...this.#closed()].map(({ uri }) => uri)
  }

  #opened(): readonly PilotFile[] {
    return this.#documents.all().flatMap(({ file }) => file ?? [])
  }

  #closed(files = this.#past.instead(this.#workspace.all())): readonly PilotFile[] {
    const keys = new Set(this.#documents.keys().map(fileKey))
    return files.filter(({ key }) => !keys.has(key))
  }
}
