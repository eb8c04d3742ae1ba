/** Work in the background that is done once more when something has changed since it began. At most one runs at a time. */
export class CatchingUp {
  readonly #round: () => Promise<void>
  readonly #caughtUp: () => void
  #isStale = false
  #work: Promise<void> | undefined

  /** `round` does all of it, from the state of the moment; `caughtUp` is called when nothing has changed meanwhile. */
  constructor(round: () => Promise<void>, caughtUp: () => void = () => undefined) {
    this.#round = round
    this.#caughtUp = caughtUp
  }

  get isBusy(): boolean {
    return this.#work !== undefined
  }

  /** Something has changed. */
  start(): void {
    this.#isStale = true
    this.#work ??= this.#run().finally(() => {
      this.#work = undefined
      if (this.#isStale) this.start()
    })
  }

  /** Settles when there is nothing left to do. */
  async settled(): Promise<void> {
    while (this.#work) await this.#work
  }

  async #run(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false
      await this.#round()
    }
    this.#caughtUp()
  }
}
