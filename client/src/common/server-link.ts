import { type Disposable, type Event, EventEmitter, type LogOutputChannel } from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient'
import { BackOff } from './back-off.ts'

/** What differs between the desktop and the browser. */
export interface Platform {
  /** A client for a server of its own; its `error` must not show notifications. */
  create(options: LanguageClientOptions): BaseLanguageClient
  /** Runs something once after so many milliseconds; the returned function calls it off. */
  after(milliseconds: number, run: () => void): () => void
  /** A word that nobody can guess. */
  unique(): string
}

/** `down`: it has crashed or could not be started, and will be started again after a while. */
export type LinkState = 'starting' | 'running' | 'down'

/**
 * The connection to the language server. When the server crashes, a new one is started, as often as it takes and later each
 * time; nothing is ever shown to the user but the state.
 */
export class ServerLink implements Disposable {
  readonly #platform: Platform
  readonly #options: LanguageClientOptions
  readonly #log: LogOutputChannel
  readonly #backOff = new BackOff()
  readonly #changed = new EventEmitter<LinkState>()
  readonly onDidChange: Event<LinkState> = this.#changed.event
  #client: BaseLanguageClient | undefined
  #state: LinkState = 'starting'
  #callOff: () => void = () => undefined
  /** How often another server was asked for. */
  #turn = 0
  #disposed = false

  constructor(platform: Platform, options: LanguageClientOptions, log: LogOutputChannel) {
    this.#platform = platform
    this.#log = log
    const errorHandler = {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      // A client that has lost its server cannot always be started again, so a new one is made.
      closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
    }
    this.#options = {
      ...options,
      errorHandler,
      // Answering the failure here keeps the client from showing it.
      initializationFailedHandler: () => false,
    }
  }

  get state(): LinkState {
    return this.#state
  }

  /** The client while its server runs. */
  get client(): BaseLanguageClient | undefined {
    return this.#state === 'running' ? this.#client : undefined
  }

  /** The client once its server runs, which a command may be too early for; absent while there is none. */
  async ready(): Promise<BaseLanguageClient | undefined> {
    if (this.#state === 'starting')
      await new Promise<void>((resolve) => {
        const listening = this.onDidChange((state) => {
          if (state === 'starting') return
          listening.dispose()
          resolve()
        })
      })
    return this.client
  }

  /** Settles when the server runs or its first start has failed; never rejects. */
  async start(): Promise<void> {
    const client = this.#platform.create(this.#options)
    this.#client = client
    this.#enter('starting')
    client.onDidChangeState(({ newState }) => {
      const ended = newState === State.Stopped || newState === State.StartFailed
      if (ended && this.#client === client) this.#crashed(client)
    })
    try {
      await client.start()
      if (this.#client === client) this.#enter('running')
      // While it was starting it could not be ended, and somebody wanted another one, or none.
      else await this.#end(client)
    } catch (error) {
      this.#log.error('The server could not be started.', String(error))
      if (this.#client === client) this.#crashed(client)
    }
  }

  /** Ends the server, if there is one, and starts another one at once. */
  async restart(): Promise<void> {
    this.#callOff()
    this.#backOff.forget()
    const client = this.#client
    this.#client = undefined
    this.#enter('starting')
    await this.#replace(client)
  }

  async dispose(): Promise<void> {
    this.#disposed = true
    this.#callOff()
    const client = this.#client
    this.#client = undefined
    this.#changed.dispose()
    await this.#end(client)
  }

  #crashed(client: BaseLanguageClient): void {
    this.#client = undefined
    if (this.#disposed) return
    const wait = this.#backOff.crashed(Date.now())
    this.#log.warn(`The server has ended. The next one starts in ${wait / 1000} s.`)
    this.#enter('down')
    this.#callOff = this.#platform.after(wait, () => void this.#replace(client))
  }

  /** Ends a server and starts another one, unless that was asked for again in the meantime: there is never more than one. */
  async #replace(client: BaseLanguageClient | undefined): Promise<void> {
    const turn = ++this.#turn
    await this.#end(client)
    if (turn === this.#turn && !this.#disposed) await this.start()
  }

  async #end(client: BaseLanguageClient | undefined): Promise<void> {
    // One that has crashed refuses to be ended, and one that is starting is ended when it runs.
    await client?.dispose().catch(() => undefined)
  }

  #enter(state: LinkState): void {
    this.#state = state
    if (!this.#disposed) this.#changed.fire(state)
  }
}
