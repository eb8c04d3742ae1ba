import { PassThrough } from 'node:stream'
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  FileChangeType,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node'
import type { Clock, FileKind, Files, ReadResult } from '../../server/src/engine/ports.ts'
import { Answers } from '../../server/src/lsp/answers.ts'
import { BREATH } from '../../server/src/lsp/breath.ts'
import type { Ports } from '../../server/src/lsp/ports.ts'
import { startServer } from '../../server/src/lsp/server.ts'
import { listPilots, type PilotItem, pilotsChanged } from '../../server/src/protocol/pilots.ts'

export const FOLDER = 'file:///work'

/** A client that can do all that the server makes use of. */
export const capable: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown'] },
    documentHighlight: {},
    selectionRange: {},
    documentLink: {},
    inlayHint: {},
    codeLens: {},
    semanticTokens: { requests: {}, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
  },
  workspace: {
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
}

const refreshes = ['diagnostic', 'inlayHint', 'codeLens'].map((name) => `workspace/${name}/refresh`)

/** A client from before findings could be pulled. */
export const simple: ClientCapabilities = {}

/** Files in memory: text, or why there is none. */
export class MemoryFiles implements Files {
  readonly content: Map<string, string | Exclude<ReadResult['kind'], 'text'>> = new Map()
  /** The root of a repository, where there is one. */
  repository: string | undefined

  async list(folder: string, kind: FileKind = 'pilots'): ReturnType<Files['list']> {
    const name = kind === 'pilots' ? /\.pilot\.ya?ml$/i : /\.ya?ml$/i
    const uris = [...this.content.keys()].filter((uri) => uri.startsWith(`${folder}/`) && name.test(uri))
    return { uris, complete: true }
  }

  async isThere(uri: string): Promise<boolean> {
    return this.content.has(uri)
  }

  async rootOf(folder: string): Promise<string | undefined> {
    const root = this.repository
    return root !== undefined && `${folder}/`.startsWith(`${root}/`) ? root : undefined
  }

  async read(uri: string): Promise<ReadResult> {
    const content = this.content.get(uri) ?? 'missing'
    if (content === 'missing' || content === 'too-large' || content === 'not-utf-8') return { kind: content }
    return { kind: 'text', text: content }
  }
}

/** A clock that stands still until it is told to go on. */
export class ManualClock implements Clock {
  date = '2026-06-01'
  #waiting: (() => void)[] = []

  today(): string {
    return this.date
  }

  after(_milliseconds: number, run: () => void): void {
    this.#waiting.push(run)
  }

  pause(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve))
  }

  /** Runs what waits. */
  pass(): void {
    const due = this.#waiting
    this.#waiting = []
    for (const run of due) run()
  }
}

/** The same; the server reads what is there before anybody has asked for it. */
export class HastyClock extends ManualClock {
  override after(milliseconds: number, run: () => void): void {
    if (milliseconds === BREATH) run()
    else super.after(milliseconds, run)
  }
}

/** A server and a client that talk JSON-RPC through two streams. */
export class TestClient {
  readonly files: MemoryFiles = new MemoryFiles()
  readonly clock: ManualClock = new ManualClock()
  readonly errors: string[] = []
  readonly published: PublishDiagnosticsParams[] = []
  readonly received: string[] = []
  readonly connection: ProtocolConnection
  readonly #folder: string
  #version = 0

  constructor(ports: Partial<Ports> = {}, folder: string = FOLDER) {
    this.#folder = folder
    const [toServer, toClient] = [new PassThrough(), new PassThrough()]
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient))
    startServer(server, {
      files: this.files,
      clock: this.clock,
      answers: async () => ({ Answers }),
      ...ports,
    })
    // What an editor would write into its log about the server.
    const complain = (message: string): void => {
      this.errors.push(message)
    }
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
      { error: complain, warn: complain, info: () => undefined, log: () => undefined },
    )
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.errors.push(message)
    })
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params)
    })
    this.connection.onNotification(pilotsChanged, () => {
      this.received.push(pilotsChanged.method)
    })
    for (const method of ['client/registerCapability', ...refreshes]) {
      this.connection.onRequest(method, () => {
        this.received.push(method)
        return null
      })
    }
    this.connection.listen()
  }

  async start(capabilities: ClientCapabilities, initializationOptions?: unknown): Promise<InitializeResult> {
    const workspaceFolders = [{ uri: this.#folder, name: 'work' }]
    const params = { processId: null, rootUri: null, capabilities, workspaceFolders, initializationOptions }
    const result: InitializeResult = await this.connection.sendRequest(InitializeRequest.type, params)
    await this.notify('initialized', {})
    return result
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params)
  }

  open(uri: string, text: string, languageId = 'pilot-yaml'): Promise<void> {
    return this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId, version: ++this.#version, text },
    })
  }

  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.notify('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges,
    })
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } })
  }

  /** Writes a file, or removes it, and tells the server as a watcher would. */
  write(uri: string, text: string | undefined): Promise<void> {
    const known = this.files.content.has(uri)
    if (text === undefined) this.files.content.delete(uri)
    else this.files.content.set(uri, text)
    const written = known ? FileChangeType.Changed : FileChangeType.Created
    const type = text === undefined ? FileChangeType.Deleted : written
    return this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] })
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) }
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, params)
  }

  /** The findings of one file among those of all. */
  async allOf(uri: string): Promise<Diagnostic[]> {
    const report = (await this.pullAll()).items.find((item) => item.uri === uri)
    return report?.kind === 'full' ? report.items : []
  }

  /** The findings of all files; settles when the server has read what it heard of. */
  pullAll(previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds })
  }

  /** All pilots, as one lists them who knows of none. */
  async pilots(): Promise<PilotItem[]> {
    const { pilots } = await this.connection.sendRequest(listPilots, {})
    return pilots.filter((pilot) => 'uri' in pilot)
  }

  /** Lets the server catch up with all that was sent, and the client with all that the server says of itself. */
  async settle(): Promise<void> {
    await this.pullAll()
    this.clock.pass()
    await this.pullAll()
  }

  /** Lets the server ask Git, and waits until it has told that there is news. */
  async remembered(): Promise<void> {
    await this.pullAll()
    const news = new Promise<void>((resolve) => {
      this.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve()
        return null
      })
    })
    this.clock.pass()
    await news
  }

  stop(): void {
    this.connection.dispose()
  }
}
