import type { TextDocuments } from 'vscode-languageserver'
import type { Analysis } from '../engine/analyze.ts'
import type { Clock } from '../engine/ports.ts'
import { Analyses } from './analyses.ts'
import { Beside } from './beside.ts'
import { BREATH, Breath } from './breath.ts'
import { type Client, clientOf } from './client.ts'
import { Configuration } from './configuration.ts'
import { watchDay } from './day.ts'
import { Disk } from './disk.ts'
import type { PilotDocument } from './documents.ts'
import { Histories } from './histories.ts'
import { Indexing } from './indexing.ts'
import { JudgingThreads } from './judging-threads.ts'
import { KnownFindings } from './known-findings.ts'
import { LONG, Moment } from './moment.ts'
import { PilotItems } from './pilot-item.ts'
import { PilotLister } from './pilot-list.ts'
import { Pilots } from './pilots.ts'
import type { Outlet, Ports } from './ports.ts'
import { Pull } from './pull.ts'
import { Push } from './push.ts'
import { Quarantine } from './quarantine.ts'
import { Reports } from './report.ts'
import { Workspace } from './workspace.ts'

/** One client from its first message to its last: its documents, the files of its folders and its settings. */
export class Session {
  readonly pilots: Pilots
  readonly analyses: Analyses
  readonly disk: Disk
  readonly pull: Pull
  readonly histories: Histories
  readonly #workspace: Workspace
  readonly #beside: Beside
  readonly #configuration: Configuration
  readonly #clock: Clock
  readonly #outlet: Outlet
  readonly #indexing: Indexing
  readonly #push: Push
  readonly reports: Reports
  readonly items: PilotItems
  readonly lister: PilotLister
  readonly breath: Breath = new Breath()
  readonly #telling: Moment
  readonly #remembering: Moment
  #client: Client = clientOf({ processId: null, rootUri: null, workspaceFolders: null, capabilities: {} })
  #ended = false

  constructor(documents: TextDocuments<PilotDocument>, ports: Ports, outlet: Outlet) {
    this.#clock = ports.clock
    this.#outlet = outlet
    this.#configuration = new Configuration(ports.clock)
    const change = (): void => this.changed()
    this.#beside = new Beside(ports, (path) => this.pilots.document(path)?.text, {
      changed: change,
      above: (path, root) => outlet.watchAbove(path, root),
    })
    this.#workspace = new Workspace(ports.files, change, (message) => outlet.warn(message), this.breath)
    const around = { workspace: this.#workspace, beside: this.#beside }
    this.disk = new Disk(ports.files, around, () => this.#remembering.ask())
    this.histories = new Histories(ports.history, change, (message) => outlet.warn(message), ports.files)
    this.pilots = new Pilots(documents, this.#workspace, this.histories.pastFiles)
    this.analyses = new Analyses({
      quarantine: new Quarantine(ports.within, outlet),
      ...this.#beside.grounds(),
      today: () => this.#configuration.today(),
      remembered: (uri) => this.histories.of(uri),
      gone: () => this.histories.gone(),
      files: () => this.pilots.all(),
      isIndexed: (file) => this.#workspace.isIndexed(file),
    })
    const known = new KnownFindings(this.pilots, this.#beside.baselines)
    this.items = new PilotItems(this.analyses, known, this.pilots)
    this.lister = new PilotLister(this.items)
    this.reports = new Reports(this.pilots, this.analyses, known, {
      configurations: this.#beside.configurations,
      baselines: this.#beside.baselines,
      isCheckedElsewhere: (uri) => this.#client.checksYaml && this.pilots.opened(uri)?.language === 'yaml',
    })
    this.pull = new Pull(this.reports, () => this.settled())
    this.#indexing = new Indexing(this.analyses, new JudgingThreads(this.analyses, ports.threads), {
      clock: ports.clock,
      ready: () => this.configured(),
      isOver: () => this.#ended,
      done: () => this.changed(),
      compared: () => {
        outlet.refresh()
        this.#telling.ask()
      },
    })
    this.#push = new Push((params) => outlet.publish(params))
    this.#telling = new Moment(ports.clock, () => this.#tell())
    this.#remembering = new Moment(ports.clock, () => void this.#remember())
  }

  get client(): Client {
    return this.#client
  }

  /** The folders of the workspace. */
  get folders(): readonly string[] {
    return this.#workspace.folders
  }

  /** Takes what the client said of itself. */
  begin(client: Client, options: unknown): void {
    this.#client = client
    this.#configuration.initialize(options)
    this.analyses.suspect(client.suspects)
  }

  /** The client is ready to be talked to. */
  start(): void {
    if (this.#configuration.isTrusted) this.trust()
    this.#outlet.formats(this.#configuration.formats)
    for (const folder of this.#client.folders) this.addFolder(folder)
    this.#clock.after(BREATH, () => this.breath.end())
    watchDay(this.#clock, {
      today: () => this.#configuration.today(),
      changed: () => this.#dayChanged(),
      isOver: () => this.#ended,
    })
    this.#clock.after(LONG, () => {
      const isBusy = this.#workspace.isReading || this.#indexing.isBusy
      if (isBusy && !this.#ended) this.#outlet.reading(this.settled())
    })
  }

  /** The user trusts the workspace: what it holds may be compiled, and Git may be asked about it. */
  trust(): void {
    this.#configuration.trust()
    this.#beside.configurations.trust()
    this.histories.trust()
    this.#workspace.trust()
    this.#remembering.ask()
  }

  /** Something else in the editor begins to check plain YAML with our schema, or does so no longer. */
  checksYaml(checksYaml: boolean): void {
    if (checksYaml === this.#client.checksYaml) return
    this.#client = { ...this.#client, checksYaml }
    this.changed()
  }

  addFolder(folder: string): void {
    this.#beside.configurations.addFolder(folder)
    this.#workspace.addFolder(folder)
    this.#remembering.ask()
  }

  removeFolder(folder: string): void {
    this.#beside.configurations.removeFolder(folder)
    this.#workspace.removeFolder(folder)
    this.#remembering.ask()
  }

  /** Settles when all that changed has been read and judged; `alone` without comparing what was edited a moment ago with all others. */
  async settled(how?: 'alone'): Promise<void> {
    await this.disk.settled()
    await this.#indexing.settled(how)
  }

  /** Settles when it is known what holds for the open documents. */
  configured(): Promise<void> {
    return this.#beside.settled()
  }

  /** Takes the settings of the section `pilots`, unless newer ones came while they were on their way. */
  async configure(section: unknown): Promise<void> {
    const isAnotherDay = await this.#configuration.take(section)
    this.#outlet.formats(this.#configuration.formats)
    if (isAnotherDay) this.#dayChanged()
  }

  /** The analysis of an open document, as of now; `undefined` for all that is not an open pilot. */
  analysis(uri: string): Analysis | undefined {
    const file = this.pilots.open(uri)
    return file && this.analyses.of(file)
  }

  /** A document was opened, or has another text. The client knows, and asks again by itself. */
  edited({ uri, file }: PilotDocument): void {
    if (file) {
      for (const each of this.pilots.edited(file)) this.analyses.edited(each)
      this.#beside.configurations.want(uri)
      this.#indexing.start()
      this.#telling.ask()
    } else {
      this.#beside.configurations.want(uri)
      this.#beside.touch(uri)
    }
  }

  /** A document was closed: what stands on disk holds again. */
  closed({ uri }: PilotDocument): void {
    this.disk.touch(uri)
    this.#news()
  }

  /** Something that the client cannot know of has changed: a file on disk, a configuration, the date. */
  changed(): void {
    if (this.#ended) return
    this.#outlet.refresh()
    this.#news()
  }

  end(): void {
    this.#ended = true
    this.pull.end()
  }

  #news(): void {
    this.analyses.invalidate()
    const gone = this.histories.gone().departed ?? []
    // A pilot that is gone is missed only where the check of its folder would have taken it.
    this.#beside.configurations.wantAll([...this.pilots.addresses(), ...gone.map(({ file }) => file)])
    this.#indexing.start()
    this.pull.release()
    this.#telling.ask()
  }

  #tell(): void {
    if (this.#ended) return
    this.pull.compared(this.analyses.said())
    this.#indexing.start()
    const { uncompared, isEdited } = this.analyses.portfolio
    const isBehind = this.analyses.isBehind() || (uncompared !== undefined && !isEdited)
    if (!this.#client.pullsDiagnostics) this.#push.sync(this.reports, isBehind)
    if (this.lister.wasAsked) this.#outlet.pilotsChanged()
  }

  /** Asks Git for what is new, and never before the first findings are there. */
  async #remember(): Promise<void> {
    if (!this.#configuration.isTrusted) return
    await this.breath.over
    await this.settled()
    if (this.#ended) return
    const asOf = this.#configuration.asOf()
    this.histories.refresh({ folders: this.folders, files: this.pilots.present(), asOf })
  }

  #dayChanged(): void {
    this.#remembering.ask()
    this.changed()
  }
}
