/** Milliseconds in which a client that has a pilot open asks about it. */
export const BREATH = 100

/** Holds back what would keep the first findings of an open pilot waiting. It lasts a moment, and only once. */
export class Breath {
  readonly #over: Promise<void>
  readonly #end: () => void
  #isAnswering = false

  constructor() {
    let end = (): void => undefined
    this.#over = new Promise((resolve) => {
      end = resolve
    })
    this.#end = end
  }

  /** Settles when the first findings are told, when somebody needs what is held back, or when it lasts too long. */
  get over(): Promise<void> {
    return this.#over
  }

  end(): void {
    this.#end()
  }

  /** The findings of an open pilot are on their way. */
  async during<T>(answer: () => Promise<T>): Promise<T> {
    this.#isAnswering = true
    try {
      return await answer()
    } finally {
      this.#end()
    }
  }

  /** Somebody needs what is held back: after findings that are on their way, and otherwise at once. */
  want(): void {
    if (!this.#isAnswering) this.#end()
  }
}
