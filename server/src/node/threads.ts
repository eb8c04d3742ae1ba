import { setFlagsFromString } from 'node:v8'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import type { Thread } from '../engine/ports.ts'

/** Milliseconds: whatever takes longer hangs. */
const PATIENCE = 60_000

/** Megabytes for objects that do not live long: what a thread of a check makes is gone with its answer, and more make it no faster. */
const YOUNG = 12

/** What a thread is opened with. */
export interface Opening {
  /** Milliseconds for one question. */
  readonly patience?: number
  /** Megabytes for objects that do not live long, whatever the program was started with. */
  readonly young?: number
}

/** Starts a thread with the file of a program that calls `answering` with what fits these questions. */
export function openThread<Question = unknown, Answer = unknown>(
  entry: string | URL,
  { patience = PATIENCE, young = YOUNG }: Opening = {},
): Thread<Question, Answer> {
  // The flag of a program goes before what a thread is given.
  setFlagsFromString('--max-semi-space-size=0')
  const worker = new Worker(entry, {
    argv: [],
    stdin: false,
    resourceLimits: { maxYoungGenerationSizeMb: young },
  })
  let gone: Error | undefined
  // It answers in the order in which it is asked.
  const asked: ((outcome: { answer: Answer } | { error: Error }) => void)[] = []
  let timer: NodeJS.Timeout | undefined
  const watchFirst = (): void => {
    clearTimeout(timer)
    if (asked.length > 0) timer = setTimeout(() => lose(new Error('The thread takes too long.')), patience)
  }
  const lose = (error: Error): void => {
    gone ??= error
    for (const settle of asked.splice(0)) settle({ error: gone })
    watchFirst()
  }
  worker.on('message', (answer: Answer) => {
    asked.shift()?.({ answer })
    watchFirst()
  })
  worker.on('error', lose)
  worker.on('messageerror', lose)
  worker.on('exit', () => lose(new Error('The thread has ended.')))
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone)
        // What cannot be handed over is refused here, and waits for no answer.
        worker.postMessage(question)
        asked.push((outcome) => {
          if ('error' in outcome) reject(outcome.error)
          else resolve(outcome.answer)
        })
        if (asked.length === 1) watchFirst()
      }),
    async end() {
      await worker.terminate()
    },
  }
}

/** Whether this is a second thread of the program. */
export const isThread: boolean = !isMainThread

/** Makes this thread answer until it is ended. What goes wrong ends it. */
export function answering<Question = unknown>(answer: (question: Question) => unknown): void {
  parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question)))
}
