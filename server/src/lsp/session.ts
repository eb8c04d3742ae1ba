import type { PublishDiagnosticsParams, TextDocuments } from 'vscode-languageserver'
import type { Analysis } from '../engine/analyze.ts'
import type { Clock, Files } from '../engine/ports.ts'
import type { Recheck } from '../features/sound-edit.ts'
import type { Target } from '../features/workspace-edit.ts'
import type { PilotItem } from '../protocol/pilots.ts'
import { type Client, clientOf } from './client.ts'
import { Configuration } from './configuration.ts'
import type { PilotDocument } from './documents.ts'
import type { PilotFile } from './pilot-file.ts'
import { pilotItem } from './pilot-item.ts'
import { Pilots } from './pilots.ts'
import { Pull } from './pull.ts'
import { Push } from './push.ts'
import { Reports } from './report.ts'
import { Workspace } from './workspace.ts'

/** The world around the server. */
export interface Ports {
  readonly files: Files
  readonly clock: Clock
}

/** What the server says without being asked. */
export interface Outlet {
  publish(params: PublishDiagnosticsParams): void
  /** Asks the client to pull again. */
  refresh(): void
  pilotsChanged(): void
  warn(message: string): void
}

/** One client from its first message to its last: its documents, the files of its folders and its settings. */
export class Session {
  readonly workspace: Workspace
  readonly pilots: Pilots
  readonly pull: Pull
  readonly #configuration: Configuration
  readonly #clock: Clock
  readonly #outlet: Outlet
  readonly #push: Push
  readonly #reports: Reports
  #client: Client = clientOf({ processId: null, rootUri: null, workspaceFolders: null, capabilities: {} })
  #settings = 0
  #listed = false
  #telling = false
  #ended = false

  constructor(documents: TextDocuments<PilotDocument>, ports: Ports, outlet: Outlet) {
    this.#clock = ports.clock
    this.#outlet = outlet
    this.#configuration = new Configuration(ports.clock)
    const warn = (folder: string): void =>
      outlet.warn(`Not all files below ${folder} were searched for pilots: there are too many.`)
    this.workspace = new Workspace(ports.files, () => this.changed(), warn)
    this.pilots = new Pilots(documents, this.workspace)
    this.#reports = new Reports(() => this.#configuration.current())
    this.pull = new Pull(this.pilots, this.#reports)
    this.#push = new Push((params) => outlet.publish(params))
  }

  get client(): Client {
    return this.#client
  }

  /** Takes what the client said of itself. */
  begin(client: Client, options: unknown): void {
    this.#client = client
    this.#configuration.initialize(options)
  }

  /** The client is ready to be talked to. */
  start(): void {
    for (const folder of this.#client.folders) this.workspace.addFolder(folder)
    this.#watchDate(this.#configuration.current())
  }

  /** Takes the settings of the section `pilots`, unless newer ones came while they were on their way. */
  async configure(section: unknown): Promise<void> {
    const turn = ++this.#settings
    const value = await section
    if (turn !== this.#settings) return
    const before = this.#configuration.current()
    this.#configuration.update(value)
    if (this.#configuration.current() !== before) this.changed()
  }

  /** The analysis of an open document, as of now; `undefined` for all that is not an open pilot. */
  analysis(uri: string): Analysis | undefined {
    return this.pilots.open(uri)?.analysis(this.#configuration.current())
  }

  /** How another text of the same file would be judged. */
  recheck(file: PilotFile): Recheck {
    return (text) => file.analysisOf(text, this.#configuration.current())
  }

  target({ uri, version }: PilotFile): Target {
    return { uri, version, snippets: this.#client.snippets, documentChanges: this.#client.documentChanges }
  }

  async list(): Promise<readonly PilotItem[]> {
    this.#listed = true
    await this.workspace.settled()
    const circumstances = this.#configuration.current()
    return this.pilots
      .all()
      .map((file) => pilotItem(file.uri, file.analysis(circumstances), circumstances.today))
  }

  /** The text of an open document is another one: the client knows and asks for itself. */
  edited(): void {
    this.pull.release()
    this.#tell()
  }

  /** Something that the client cannot know of has changed: a file on disk, the settings, the date. */
  changed(): void {
    if (this.#ended) return
    if (this.#client.refreshesDiagnostics) this.#outlet.refresh()
    this.edited()
  }

  end(): void {
    this.#ended = true
    this.pull.end()
  }

  /** Tells what has changed, once for all changes of a moment. */
  #tell(): void {
    if (this.#telling) return
    this.#telling = true
    this.#clock.after(MOMENT, () => {
      this.#telling = false
      if (this.#ended) return
      if (!this.#client.pullsDiagnostics)
        this.#push.sync(this.pilots.all().map((file) => this.#reports.of(file)))
      if (this.#listed) this.#outlet.pilotsChanged()
    })
  }

  #watchDate(before: object): void {
    this.#clock.after(MINUTE, () => {
      if (this.#ended) return
      const now = this.#configuration.current()
      if (now !== before) this.changed()
      this.#watchDate(now)
    })
  }
}

/** Milliseconds. */
const MOMENT = 30
const MINUTE = 60_000
