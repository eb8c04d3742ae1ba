/** Milliseconds. */
const times = {
  /** For one part of a pilot. */
  part: 100,
  /** For the same once that has been waited for too often. */
  hurried: 10,
  /** For all custom rules of a file together. */
  file: 1000,
  /** For parts that were given up, of all files together: each of a hundred rules might be given up several times. */
  inVain: 3000,
} as const

/** How long the custom rules of a configuration may take, each by itself and all together. */
export class Patience {
  #file: object | undefined
  /** What the rules took for the file, by their names. */
  readonly #spent = new Map<string, number>()
  #inVain = 0
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** A rule begins with a file: with another one, or with the same once more, all begin anew. */
  begin(file: object, id: string): void {
    if (file !== this.#file || this.#spent.has(id)) this.#spent.clear()
    this.#file = file
    this.#spent.set(id, 0)
  }

  /** Milliseconds for the next part, or half a sentence that says why there is no time left. */
  next(): number | string {
    const spent = [...this.#spent].sort(([, a], [, b]) => b - a)
    const together = spent.reduce((sum, [, milliseconds]) => sum + milliseconds, 0)
    if (together <= times.file) return this.#inVain > times.inVain ? times.hurried : times.part
    const [most] = spent[0] ?? []
    return `the custom rules take too long together for this file, more than ${times.file} ms, most of it ${most}. Make that simpler`
  }

  /** Runs what a rule does for a part; nothing where it was given up. */
  spend<T>(id: string, run: () => T | undefined): T | undefined {
    const before = this.#now()
    const decided = run()
    const took = this.#now() - before
    this.#spent.set(id, (this.#spent.get(id) ?? 0) + took)
    if (decided === undefined) this.#inVain += took
    return decided
  }
}
