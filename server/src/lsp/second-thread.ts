import type { Thread } from '../engine/ports.ts'
import type { Analyses } from './analyses.ts'
import type { Errand, KeptFile } from './errand.ts'
import type { PilotFile } from './pilot-file.ts'

/** A thread that may be started beside this one. */
export interface Second {
  /** Files from which on it is worth its start and its memory. */
  readonly worth: number
  open(): JudgingThread
}

/** A thread that judges files. */
export type JudgingThread = Thread<readonly Errand[], readonly KeptFile[]>

/** Judges files of the workspace beside the thread that answers the author, where there are many of them. */
export class SecondThread {
  readonly #analyses: Analyses
  readonly #second: Second | undefined
  #isLost = false

  /** Without `second` everything is judged on one thread. */
  constructor(analyses: Analyses, second: Second | undefined) {
    this.#analyses = analyses
    this.#second = second
  }

  /**
   * Takes files from the end of the list until there is none left, and settles when they are judged. What it loses is judged
   * by nobody then, and it helps no more.
   */
  async help(left: PilotFile[], isOver: () => boolean): Promise<void> {
    if (!this.#second || this.#isLost || left.length < this.#second.worth) return
    let thread: JudgingThread | undefined
    try {
      thread = this.#second.open()
      while (left.length > 0 && !isOver()) await this.#judge(left.splice(-TOGETHER), thread)
    } catch {
      this.#isLost = true
    } finally {
      await thread?.end()
    }
  }

  async #judge(batch: readonly PilotFile[], thread: JudgingThread): Promise<void> {
    const handed = batch.flatMap((file) => this.#analyses.errand(file) ?? [])
    const answer = await thread.ask(handed.map(({ errand }) => errand))
    for (const [index, { take }] of handed.entries()) {
      const kept = answer[index]
      if (!kept) throw new Error('The thread does not answer what it was asked.')
      take(kept)
    }
  }
}

/** Files of one question: enough that messages cost little, and so few that the answer holds nobody up. */
const TOGETHER = 16
