import { setImmediate } from 'node:timers/promises'
import { ofLast } from '../engine/once.ts'
import type { Clock } from '../engine/ports.ts'

/** The clock of this machine, in its time zone. */
export const nodeClock: Clock = {
  today: () => dayOf(Math.floor(Date.now() / MINUTE)),
  after(milliseconds, run) {
    setTimeout(run, milliseconds).unref()
  },
  async pause() {
    for (let turn = 0; turn < TURNS; turn++) await setImmediate()
  },
}

const MINUTE = 60_000

/** A day begins with a minute, and a list of 10,000 pilots asks for the day of each. */
const dayOf = ofLast((minute: number) => {
  const now = new Date(minute * MINUTE)
  return new Date(now.getTime() - now.getTimezoneOffset() * MINUTE).toISOString().slice(0, 10)
})

/** Turns of the event loop that a message takes from the stream to its answer. */
const TURNS = 8
