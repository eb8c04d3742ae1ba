import { type Disposable, type Event, EventEmitter } from 'vscode'
import type { LinkState, Platform, ServerLink } from './server-link.ts'

/** Milliseconds: a server that has crashed once is back before, and nobody has to know. */
const PATIENCE = 5_000

/** Whether the server has been away for so long that what it said last may hold no more. */
export class Outage implements Disposable {
  readonly #platform: Pick<Platform, 'after'>
  readonly #changed = new EventEmitter<void>()
  readonly #listening: Disposable
  readonly onDidChange: Event<void> = this.#changed.event
  #isLong = false
  #callOff: (() => void) | undefined

  constructor(link: Pick<ServerLink, 'onDidChange'>, platform: Pick<Platform, 'after'>) {
    this.#platform = platform
    this.#listening = link.onDidChange((state) => this.#heard(state))
  }

  get isLong(): boolean {
    return this.#isLong
  }

  dispose(): void {
    this.#callOff?.()
    this.#listening.dispose()
    this.#changed.dispose()
  }

  /** One that starts has still to show that it runs. */
  #heard(state: LinkState): void {
    if (state === 'down') this.#callOff ??= this.#platform.after(PATIENCE, () => this.#enter(true))
    if (state !== 'running') return
    this.#callOff?.()
    this.#callOff = undefined
    this.#enter(false)
  }

  #enter(isLong: boolean): void {
    if (this.#isLong === isLong) return
    this.#isLong = isLong
    this.#changed.fire()
  }
}
