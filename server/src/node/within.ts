import { type Context, createContext, isContext, Script } from 'node:vm'
import type { Within } from '../engine/ports.ts'

/**
 * Runs work on this thread and ends it after so many milliseconds, also in the middle of a regular expression, which only the
 * engine itself can stop. What the work had begun to change stays as it is then: it should be a pure function.
 */
export function within(milliseconds: number): Within {
  return (run) => {
    let done: { readonly value: ReturnType<typeof run> } | undefined
    try {
      stage.run = () => {
        done = { value: run() }
      }
      call.runInContext(createdStage(), { timeout: milliseconds })
      return done
    } catch (error) {
      if (isTimeout(error)) return undefined
      throw error
    }
  }
}

/** The error is one of the context that the work was called in, and no `Error` of this one. */
function isTimeout(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

const call = new Script('run()')
const stage: { run: () => void } = { run: () => undefined }

/** Made once, since it costs more than most calls in it. */
function createdStage(): Context {
  return isContext(stage) ? stage : createContext(stage)
}
