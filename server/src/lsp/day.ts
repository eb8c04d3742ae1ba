import type { IsoDate } from '../engine/pilot/dates.ts'
import type { Clock } from '../engine/ports.ts'

/** What follows the calendar. */
interface Follower {
  today(): IsoDate
  changed(): void
  /** Whether nobody needs to know any more. */
  isOver(): boolean
}

/** Tells when another day has begun, within a minute. */
export function watchDay(clock: Clock, follower: Follower, before: IsoDate = follower.today()): void {
  clock.after(MINUTE, () => {
    if (follower.isOver()) return
    const now = follower.today()
    if (now !== before) follower.changed()
    watchDay(clock, follower, now)
  })
}

/** In milliseconds. */
const MINUTE = 60_000
