import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../engine/ports.ts'

/** The clock of this machine, in its time zone. */
export const nodeClock: Clock = {
  today() {
    const now = new Date()
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  },
  after(milliseconds, run) {
    setTimeout(run, milliseconds).unref()
  },
  async pause() {
    for (let turn = 0; turn < TURNS; turn++) await setImmediate()
  },
}

/** Turns of the event loop that a message takes from the stream to its answer. */
const TURNS = 8
