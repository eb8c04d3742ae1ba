import type { Io } from './io.ts'

/** Says how far a long run has come. */
export interface Progress {
  at(done: number): void
  /** Leaves nothing behind. */
  end(): void
}

/** Milliseconds before anything is said, and between two words. */
const PATIENCE = 1000
const PACE = 100

/** On a terminal a line that is replaced, once it takes long; elsewhere nothing. */
export function progressOf(total: number, { err, watch }: Pick<Io, 'err' | 'watch'>): Progress {
  if (!watch) return { at: () => undefined, end: () => undefined }
  let due = watch() + PATIENCE
  let said = false
  return {
    at(done) {
      if (watch() < due) return
      due = watch() + PACE
      said = true
      err(`${CLEAR}${done} of ${total} files`)
    },
    end() {
      if (said) err(CLEAR)
    },
  }
}

const CLEAR = '\r\u001b[K'
