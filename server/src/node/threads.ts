import { setFlagsFromString } from 'node:v8'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

/** A second thread of this program, which answers one question after another. */
export interface Thread {
  /** The answer. Rejects when the thread is gone, or takes too long; it is not to be asked again then. */
  ask(question: unknown): Promise<unknown>
  /** Settles when nothing of it is left. */
  end(): Promise<void>
}

/** Milliseconds for one question: whatever takes longer hangs. */
const PATIENCE = 60_000

/** Megabytes. What a thread makes is gone with its answer, and more room for that makes it no faster. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 }

/** Lets no more than half of what is in use lie about before it is thrown away; left alone, it is as much again and more. */
export function tidyOften(): void {
  setFlagsFromString('--heap-growing-percent=50')
}

/** Starts a thread with the file of a program that calls `answering`. */
export function openThread(entry: string | URL, patience: number = PATIENCE): Thread {
  const worker = new Worker(entry, { argv: [], stdin: false, resourceLimits })
  let gone: Error | undefined
  let settle: ((outcome: { answer: unknown } | { error: Error }) => void) | undefined
  const lose = (error: Error): void => {
    gone ??= error
    settle?.({ error: gone })
  }
  worker.on('message', (answer: unknown) => settle?.({ answer }))
  worker.on('error', lose)
  worker.on('messageerror', lose)
  worker.on('exit', () => lose(new Error('The thread has ended.')))
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => lose(new Error('The thread takes too long.')), patience)
        settle = (outcome) => {
          clearTimeout(timer)
          settle = undefined
          if ('error' in outcome) reject(outcome.error)
          else resolve(outcome.answer)
        }
        if (gone) settle({ error: gone })
        else worker.postMessage(question)
      }),
    async end() {
      await worker.terminate()
    },
  }
}

/** Whether this is a second thread of the program. */
export const isThread: boolean = !isMainThread

/** Makes this thread answer until it is ended. What goes wrong ends it. */
export function answering(answer: (question: unknown) => unknown): void {
  parentPort?.on('message', (question: unknown) => parentPort?.postMessage(answer(question)))
}
