import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { Clock } from '../engine/ports.ts'

/** Where failures are told. */
export interface Log {
  error(message: string): void
  warn(message: string): void
}

/** What a client may ask: nothing before it has introduced itself, and nothing after it said good-bye. */
type Life = 'before' | 'during' | 'after'

/** What a request is answered with when it fails, and which parameters it can do with. */
interface Otherwise<R> {
  readonly fallback: R | ResponseError<never>
  readonly isSane?: (params: unknown) => boolean
}

/** The one place where an error of ours is caught: it is logged, the client gets an answer, and the server lives on. */
export class Guard {
  readonly #log: Log
  #life: Life = 'before'

  constructor(log: Log) {
    this.#log = log
  }

  /** Lets questions in; false when that has happened before. */
  begin(): boolean {
    const isFirst = this.#life === 'before'
    if (isFirst) this.#life = 'during'
    return isFirst
  }

  /** Lets no more questions in. */
  end(): void {
    this.#life = 'after'
  }

  /**
   * A handler that answers with `fallback` when `run` fails, and at once when the request was cancelled or `isSane` does
   * not hold for its parameters.
   */
  request<P, R>(
    name: string,
    { fallback, isSane }: Otherwise<R>,
    run: (params: P, token: CancellationToken) => R | Promise<R>,
  ): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
    return async (params, token) => {
      if (this.#life !== 'during') return outside(this.#life)
      if (token.isCancellationRequested) return cancelled()
      try {
        if (isSane?.(params) === false)
          return new ResponseError(ErrorCodes.InvalidParams, `Malformed parameters of ${name}`)
        const answer = await run(params, token)
        return token.isCancellationRequested ? cancelled() : answer
      } catch (error) {
        this.failed(name, error)
        return fallback
      }
    }
  }

  /** A handler of something that is not answered. */
  notification<P>(name: string, run: (params: P) => void | Promise<void>): (params: P) => Promise<void> {
    return async (params) => {
      if (this.#life !== 'during') return
      try {
        await run(params)
      } catch (error) {
        this.failed(name, error)
      }
    }
  }

  /** Lets something run on its own. */
  background(name: string, work: PromiseLike<unknown>): void {
    work.then(undefined, (error: unknown) => this.failed(name, error))
  }

  /** The same clock, of which nothing that it runs later ends the server. */
  clock(clock: Clock): Clock {
    return {
      today: () => clock.today(),
      after: (milliseconds, run) => clock.after(milliseconds, () => this.#attempt('later', run)),
      pause: () => clock.pause(),
    }
  }

  #attempt(name: string, run: () => void): void {
    try {
      run()
    } catch (error) {
      this.failed(name, error)
    }
  }

  /** Tells of something of ours that went wrong. */
  failed(name: string, error: unknown): void {
    this.#log.error(
      `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  }
}

function outside(life: Exclude<Life, 'during'>): ResponseError<never> {
  return life === 'before'
    ? new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet')
    : new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down')
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
}
