import type { Clock } from '../engine/ports.ts'

/** The clock of the browser, in its time zone. */
export const browserClock: Clock = {
  today() {
    const now = new Date()
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  },
  after(milliseconds, run) {
    setTimeout(run, milliseconds)
  },
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
}
