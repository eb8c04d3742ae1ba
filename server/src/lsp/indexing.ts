import type { Clock } from '../engine/ports.ts'
import type { Analyses } from './analyses.ts'
import type { PilotFile } from './pilot-file.ts'
import type { SecondThread } from './second-thread.ts'

/** Judges the pilots of the workspace one by one, and lets the author's questions be answered in between. */
export class Indexing {
  readonly #analyses: Analyses
  readonly #second: SecondThread
  readonly #clock: Clock
  readonly #told: Told
  #work: Promise<void> | undefined

  constructor(
    analyses: Analyses,
    second: SecondThread,
    { clock, ...told }: Told & { readonly clock: Clock },
  ) {
    this.#analyses = analyses
    this.#second = second
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
      const [here, anywhere]: [PilotFile[], PilotFile[]] = [[], []]
      for (const file of left) (this.#analyses.errand(file) ? anywhere : here).push(file)
      const others = this.#second.help(anywhere, () => this.#told.isOver())
      const next = (): PilotFile | undefined => here.shift() ?? anywhere.shift()
      for (let file = next(); file; file = next()) {
        if (this.#told.isOver()) return
        this.#analyses.alone(file)
        await this.#clock.pause()
      }
      await others
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
