/** Milliseconds within which crashes count as one series. */
const SERIES = 180_000
const FIRST = 1_000
const LONGEST = 60_000

/** Decides how long to wait after a crash: a second, then twice as long each time, at most a minute. Never gives up. */
export class BackOff {
  #crashes: readonly number[] = []

  /** Notes a crash at this moment, in milliseconds since 1970, and says how many milliseconds to wait. */
  crashed(now: number): number {
    this.#crashes = [...this.#crashes.filter((time) => now - time < SERIES), now]
    return Math.min(LONGEST, FIRST * 2 ** (this.#crashes.length - 1))
  }

  /** Somebody has asked for a fresh start. */
  forget(): void {
    this.#crashes = []
  }
}
