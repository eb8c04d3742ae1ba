import type { Thread } from '../engine/ports.ts'
import type { Analyses } from './analyses.ts'
import type { Errand, KeptFile } from './errand.ts'
import type { PilotFile } from './pilot-file.ts'

/** Threads that may be started beside this one. */
export interface Threads {
  /** Files from which on they are worth their start and their memory. */
  readonly worth: number
  /** How many of them work at the same time. */
  readonly count: number
  open(): JudgingThread
}

/** A thread that judges files. */
export type JudgingThread = Thread<readonly Errand[], readonly KeptFile[]>

/** Judges files of the workspace beside the thread that answers the author, where there are many of them. */
export class JudgingThreads {
  readonly #analyses: Analyses
  readonly #threads: Threads | undefined
  #isLost = false

  /** Without `threads` everything is judged on one. */
  constructor(analyses: Analyses, threads: Threads | undefined) {
    this.#analyses = analyses
    this.#threads = threads
  }

  /**
   * Takes all files off the list and settles when they are judged; absent where nobody takes them. What a thread loses is judged by
   * nobody then, and none is asked again.
   */
  take(files: PilotFile[], isOver: () => boolean): Promise<unknown> | undefined {
    const threads = this.#threads
    if (!threads || this.#isLost || files.length < threads.worth) return undefined
    return Promise.all(Array.from({ length: threads.count }, () => this.#work(threads, files, isOver)))
  }

  async #work(threads: Threads, files: PilotFile[], isOver: () => boolean): Promise<void> {
    let thread: JudgingThread | undefined
    try {
      thread = threads.open()
      while (files.length > 0 && !isOver()) await this.#judge(files.splice(-TOGETHER), thread)
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
