import type { Clock } from '../engine/ports.ts'

/** Milliseconds. */
const LENGTH = 30
/** Milliseconds after which people wonder what is going on. */
export const LONG = 500

/** Does something once for all who ask for it within a moment. */
export class Moment {
  readonly #clock: Clock
  readonly #run: () => void
  #waiting = false

  constructor(clock: Clock, run: () => void) {
    this.#clock = clock
    this.#run = run
  }

  ask(): void {
    if (this.#waiting) return
    this.#waiting = true
    this.#clock.after(LENGTH, () => {
      this.#waiting = false
      this.#run()
    })
  }
}
