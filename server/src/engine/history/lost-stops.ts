import { isUnlistedAt } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { isActive } from '../pilot/stages.ts'
import { appendAt } from '../templates/changes.ts'
import { shortListing } from '../text/listing.ts'
import { nameKey } from './commitments.ts'
import type { Course } from './course.ts'
import type { Easing } from './easing.ts'

/**
 * What was to end the pilot and is not in the present text any more, while the pilot goes on. Other words may mean the same, so that
 * something is gone only where nothing new came.
 */
export function lostStops({ reference, steps }: Course, pilot: Pilot): Easing | undefined {
  const { criteria = pilot, criteria: { stop } = {} } = pilot
  const isUnread = stop ? stop.isPartial : !isUnlistedAt(pilot, 'criteria', 'stop')
  if (isUnread || !isActive(pilot)) return undefined
  const now = keysOf(stop?.items.map(({ value }) => value) ?? [])
  const then = keysOf(reference.stops)
  const gone = reference.stops.filter((each) => !now.has(nameKey(each)))
  const step = steps.findLast(({ before, after }) => {
    const [had, has] = [keysOf(before.stops), keysOf(after.stops)]
    return gone.map(nameKey).some((each) => had.has(each) && !has.has(each))
  })
  if (!step || [...now].some((each) => !then.has(each))) return undefined
  const names = gone.map((each) => `"${each}"`)
  const said = shortListing(names, MOST)
  return {
    at: (stop ?? criteria).keySpan,
    bar: 'stop',
    what: `What was to stop the pilot, ${said}, was dropped`,
    step,
    was: names.join(', '),
    is: undefined,
    names: gone,
    value: undefined,
    since: '',
    mayBeSame: true,
    fix: {
      title: gone.length > 1 ? 'Restore what stops the pilot' : `Restore ${said}`,
      safe: false,
      changes: gone.map((each) => appendAt(pilot, ['criteria', 'stop'], each)),
    },
  }
}

/** Of them, those that a message names. */
const MOST = 3

function keysOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(nameKey))
}
