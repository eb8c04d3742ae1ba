import { type Context, createContext, isContext, Script } from 'node:vm'
import type { Within } from '../engine/ports.ts'

/** Milliseconds for one file. What takes longest of all that the limits let through takes half of that on a machine that is busy. */
export const LONGEST = 5_000

/**
 * Runs work on this thread and ends it after so many milliseconds, also in the middle of a regular expression, which only the
 * engine itself can stop. Where other programs had the processor meanwhile, the work was not slow: it is begun again, twice at
 * most. What the work had begun to change stays as it is then: it should be a pure function.
 */
export function within(milliseconds: number): Within {
  // Not while the first text waits for it.
  createdContext()
  return (run) => {
    for (let tries = 1; ; tries++) {
      const before = process.cpuUsage()
      const done = attempt(run, milliseconds)
      if (done) return done
      const { user, system } = process.cpuUsage(before)
      if (tries === MOST_TRIES || (user + system) / 1000 > milliseconds / 2) return undefined
    }
  }
}

const MOST_TRIES = 3

function attempt<T>(run: () => T, timeout: number): { readonly value: T } | undefined {
  let done: { readonly value: T } | undefined
  try {
    called.run = () => {
      done = { value: run() }
    }
    call.runInContext(createdContext(), { timeout })
    return done
  } catch (error) {
    if (isTimeout(error)) return undefined
    throw error
  }
}

/** The error is one of the context that the work was called in, and no `Error` of this one. */
function isTimeout(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

const call = new Script('run()')
const called: { run: () => void } = { run: () => undefined }

/** Made once, since it costs more than most calls in it. */
function createdContext(): Context {
  return isContext(called) ? called : createContext(called)
}
