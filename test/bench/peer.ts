import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import {
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

/** How a language server is started and asked. */
export interface Make {
  readonly name: string
  /** For `node`. */
  readonly args: readonly string[]
  /** What it asks for with `workspace/configuration`, by section. */
  readonly settings: Readonly<Record<string, unknown>>
}

/** A language server in a process of its own, asked as an editor asks it. */
export class Peer {
  readonly #child: ChildProcess
  readonly #connection: ProtocolConnection
  readonly #published = new Map<string, (version: number) => void>()
  #pulls = false

  private constructor(child: ChildProcess, connection: ProtocolConnection) {
    this.#child = child
    this.#connection = connection
  }

  /** Settles when `initialize` is answered; `started` is the time from the start of the process until then, in ms. */
  static async start(
    make: Make,
    folder: string | null = null,
  ): Promise<{ readonly peer: Peer; readonly started: number }> {
    const begin = performance.now()
    const child = spawn(process.execPath, [...make.args], { stdio: ['pipe', 'pipe', 'ignore'] })
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    )
    const peer = new Peer(child, connection)
    connection.onRequest('workspace/configuration', ({ items }: Configurations) =>
      items.map(({ section }) => make.settings[section] ?? null),
    )
    for (const name of ['client/registerCapability', 'window/workDoneProgress/create'])
      connection.onRequest(name, () => null)
    connection.onRequest('workspace/diagnostic/refresh', () => null)
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }: Published) =>
      peer.#published.get(uri)?.(version ?? Number.POSITIVE_INFINITY),
    )
    connection.listen()
    const workspaceFolders = folder === null ? null : [{ uri: folder, name: 'bench' }]
    const { capabilities }: InitializeResult = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders,
      capabilities: abilities,
    })
    const started = performance.now() - begin
    peer.#pulls = capabilities.diagnosticProvider !== undefined
    await connection.sendNotification('initialized', {})
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: make.settings })
    return { peer, started }
  }

  /** Opens a document and waits for its findings; in ms. */
  async open(uri: string, languageId: string, text: string): Promise<number> {
    const begin = performance.now()
    const done = this.#awaits(uri, 1)
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    })
    await this.#findings(uri, done)
    return performance.now() - begin
  }

  /** Changes a document and waits for the findings of that version; in ms. */
  async change(uri: string, version: number, change: Change): Promise<number> {
    const begin = performance.now()
    const done = this.#awaits(uri, version)
    await this.type(uri, version, change)
    await this.#findings(uri, done)
    return performance.now() - begin
  }

  /** Changes a document and waits for nothing. */
  async type(uri: string, version: number, change: Change): Promise<void> {
    const params = { textDocument: { uri, version }, contentChanges: [change] }
    await this.#connection.sendNotification('textDocument/didChange', params)
  }

  /** Asks ours for the list of all pilots as our extension does: it is answered when all are judged. */
  async list(): Promise<void> {
    await this.#connection.sendRequest('pilots/list', { brief: true })
  }

  /** Asks something about a place; in ms. */
  async ask(method: string, uri: string, position: Position): Promise<number> {
    const begin = performance.now()
    await this.#connection.sendRequest(method, { textDocument: { uri }, position })
    return performance.now() - begin
  }

  /** Resident memory in MB, after the garbage of the moment had a second to go. */
  async memory(): Promise<number> {
    await new Promise((done) => setTimeout(done, 1_000))
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'))?.[1]) / 1024
  }

  /** The time that its processor has worked for it, in ms. */
  cpu(): number {
    const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  }

  end(): void {
    this.#connection.dispose()
    this.#child.kill('SIGKILL')
  }

  /** The moment at which findings of a version, or a newer one, are pushed. */
  #awaits(uri: string, version: number): Promise<void> {
    return new Promise((done) => {
      this.#published.set(uri, (published) => published >= version && done())
    })
  }

  /** As the server offers it: pulled, or waited for. */
  async #findings(uri: string, pushed: Promise<void>): Promise<void> {
    if (!this.#pulls) return pushed
    await this.#connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
  }
}

interface Position {
  readonly line: number
  readonly character: number
}

export interface Change {
  readonly range: { readonly start: Position; readonly end: Position }
  readonly text: string
}

interface Configurations {
  readonly items: readonly { readonly section: string }[]
}

interface Published {
  readonly uri: string
  readonly version?: number
}

const abilities = {
  textDocument: {
    synchronization: { dynamicRegistration: false },
    diagnostic: { dynamicRegistration: false },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
  },
  workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
}
