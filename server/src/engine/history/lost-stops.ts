import { isUnlistedAt } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { isActive } from '../pilot/stages.ts'
import { appendAt } from '../templates/changes.ts'
import { shortListing } from '../text/listing.ts'
import { nameKey } from './commitments.ts'
import type { Course } from './course.ts'
import type { Easing } from './easing.ts'
import type { Step } from './history.ts'
import { likenessOf } from './metric-names.ts'

/**
 * What was to end the pilot and is not in the present text any more, while the pilot goes on. Other words may mean the same, so that
 * something is gone only where nothing new came.
 */
export function lostStops({ reference, steps }: Course, pilot: Pilot): Easing | undefined {
  const { criteria = pilot, criteria: { stop } = {} } = pilot
  const isUnread = stop ? stop.isPartial : !isUnlistedAt(pilot, 'criteria', 'stop')
  if (isUnread || !isActive(pilot)) return undefined
  const now = stop?.items.map(({ value }) => value) ?? []
  const gone = without(reference.stops, now)
  if (gone.length === 0 || without(now, reference.stops).length > 0) return undefined
  const step = lossOf(gone, steps)
  if (!step) return undefined
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

/** The change that took them, or what had come in their place: that which put nothing new there, else the last one. */
function lossOf(gone: readonly string[], steps: readonly Step[]): Step | undefined {
  const losses = steps.flatMap((step) => {
    const [had, has] = [step.before.stops, step.after.stops]
    const lost = without(had, has)
    if (lost.length === 0) return []
    return [
      { step, isBare: without(has, had).length === 0, isFirst: without(lost, gone).length < lost.length },
    ]
  })
  const bare = losses.filter(({ isBare }) => isBare)
  return (bare.findLast(({ isFirst }) => isFirst) ?? bare.at(-1) ?? losses.at(-1))?.step
}

/** Those that are none of the others, be it with a slip of the pen that was put right. */
function without(texts: readonly string[], others: readonly string[]): readonly string[] {
  const keys = new Set(others.map(nameKey))
  const left = texts.filter((each) => !keys.has(nameKey(each)))
  if (left.length * others.length > MOST_COMPARED ** 2) return left
  return left.filter((each) => !others.some((other) => isSame(each, other)))
}

const MOST_COMPARED = 10

function isSame(one: string, other: string): boolean {
  return one.length + other.length < MOST_LETTERS && likenessOf(one, other) === 'same'
}

const MOST_LETTERS = 400
