import type { Clock } from '../engine/ports.ts'
import type { Analyses } from './analyses.ts'

/** Judges the pilots of the workspace one by one, and lets the author's questions be answered in between. */
export class Indexing {
  readonly #analyses: Analyses
  readonly #clock: Clock
  readonly #told: Told
  #work: Promise<void> | undefined

  constructor(analyses: Analyses, clock: Clock, told: Told) {
    this.#analyses = analyses
    this.#clock = clock
    this.#told = told
  }

  get isBusy(): boolean {
    return this.#work !== undefined
  }

  /** Something has changed: begins, unless there is so little to do that whoever asks can wait for it. */
  start(): void {
    if (this.#work || !this.#analyses.isBehind()) return
    this.#work = this.#catchUp().finally(() => {
      this.#work = undefined
      this.#told.done()
    })
  }

  async settled(): Promise<void> {
    while (this.#work) await this.#work
  }

  async #catchUp(): Promise<void> {
    await this.#told.ready()
    for (let left = this.#analyses.behind(); left.length > 0; left = this.#analyses.behind()) {
      for (const file of left) {
        if (this.#told.isOver()) return
        this.#analyses.alone(file)
        await this.#clock.pause()
      }
    }
  }
}

/** What goes on around it. */
interface Told {
  /** Settles when it is known what holds for every pilot. */
  ready(): Promise<void>
  isOver(): boolean
  /** All pilots are judged, and can be compared. */
  done(): void
}
