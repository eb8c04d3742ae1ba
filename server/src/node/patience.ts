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
  /** Holds the one whose time is counted, and does not keep it. */
  #file = new WeakSet()
  /** What the rules took for the file, by their names. */
  readonly #spent = new Map<string, number>()
  #together = 0
  #inVain = 0
  #refusal: string | undefined

  /** A rule begins with a file: with another one, or with the same once more, all begin anew. */
  begin(file: object, id: string): void {
    if (!this.#file.has(file) || this.#spent.has(id)) {
      this.#file = new WeakSet([file])
      this.#spent.clear()
      this.#together = 0
      this.#refusal = undefined
    }
    this.#spent.set(id, 0)
  }

  /** Milliseconds for the next part, or half a sentence that says why there is no time left. */
  next(): number | string {
    if (this.#together <= times.file) return this.#inVain > times.inVain ? times.hurried : times.part
    this.#refusal ??= this.#tooLong()
    return this.#refusal
  }

  #tooLong(): string {
    const [most] = [...this.#spent].sort(([, a], [, b]) => b - a)[0] ?? []
    return `the custom rules take too long together for this file, more than ${times.file} ms, most of it ${most}. Make that simpler`
  }

  /** What a rule took for a part, which it may have taken in vain. */
  took(id: string, milliseconds: number, inVain: boolean): void {
    this.#spent.set(id, (this.#spent.get(id) ?? 0) + milliseconds)
    this.#together += milliseconds
    if (inVain) this.#inVain += milliseconds
  }
}
