import type { Clock } from '../engine/ports.ts'
import type { Analyses } from './analyses.ts'
import type { JudgingThreads } from './judging-threads.ts'
import type { PilotFile } from './pilot-file.ts'

/** Judges the pilots of the workspace one by one and compares them, and lets the author's questions be answered in between. */
export class Indexing {
  readonly #analyses: Analyses
  readonly #threads: JudgingThreads
  readonly #clock: Clock
  readonly #told: Told
  #work: Promise<void> | undefined

  constructor(
    analyses: Analyses,
    threads: JudgingThreads,
    { clock, ...told }: Told & { readonly clock: Clock },
  ) {
    this.#analyses = analyses
    this.#threads = threads
    this.#clock = clock
    this.#told = told
  }

  get isBusy(): boolean {
    return this.#work !== undefined
  }

  /** Something has changed: begins, unless there is so little to do that whoever asks can wait for it. */
  start(): void {
    if (this.#work || (!this.#analyses.isBehind() && this.#analyses.portfolio.uncompared === undefined))
      return
    this.#work = this.#catchUp()
  }

  /** Settles when every pilot is judged, and unless asked about each `alone`, compared with the others. */
  async settled(how?: 'alone'): Promise<void> {
    // What was edited a moment ago may be compared with nothing yet.
    this.#analyses.members()
    this.start()
    while (this.#work && (how === undefined || this.#analyses.isBehind())) await this.#work
  }

  async #catchUp(): Promise<void> {
    let isNews = this.#analyses.isBehind()
    try {
      await this.#told.ready()
      do isNews = (await this.#judge()) || isNews
      while (await this.#compare())
    } finally {
      this.#work = undefined
    }
    // Who hears of it asks again, which would never end where something of ours goes wrong each time.
    if (isNews) this.#told.done()
    else if (!this.#told.isOver()) this.#told.compared()
  }

  /** Whether there was any to be judged. */
  async #judge(): Promise<boolean> {
    let count = 0
    for (let left = this.#analyses.behind(); left.length > 0; left = this.#analyses.behind()) {
      count += left.length
      const [here, anywhere]: [PilotFile[], PilotFile[]] = [[], []]
      for (const file of left) (this.#analyses.errand(file) ? anywhere : here).push(file)
      const elsewhere = this.#threads.take(anywhere, () => this.#told.isOver())
      for (const file of elsewhere ? here : left) {
        if (this.#told.isOver()) return true
        this.#analyses.alone(file)
        await this.#clock.pause()
      }
      await elsewhere
    }
    return count > 0
  }

  /** Compares them all, after an edit when the author pauses; whether there may be more to do. */
  async #compare(): Promise<boolean> {
    const { portfolio } = this.#analyses
    // Makes it take the pilots as they are now.
    this.#analyses.members()
    const change = portfolio.uncompared
    if (change === undefined || this.#told.isOver()) return false
    if (portfolio.isEdited) await new Promise<void>((resolve) => this.#clock.after(QUIET, resolve))
    const steps = change === portfolio.uncompared ? portfolio.compare() : []
    for (const _ of steps) {
      if (this.#told.isOver()) return false
      await this.#clock.pause()
    }
    return true
  }
}

/** Milliseconds without a key after which an author has paused. */
const QUIET = 300

/** What goes on around it. */
interface Told {
  /** Settles when it is known what holds for every pilot. */
  ready(): Promise<void>
  isOver(): boolean
  /** All pilots are judged, and can be compared. */
  done(): void
  /** All are compared, and nothing else has changed. */
  compared(): void
}
