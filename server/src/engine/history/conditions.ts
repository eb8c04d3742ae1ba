import { ofEach } from '../once.ts'
import { isUnlistedAt, type Located } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { isActive } from '../pilot/stages.ts'
import { appendAt } from '../templates/changes.ts'
import { capital } from '../text/capital.ts'
import { shortListing } from '../text/listing.ts'
import { scalarText } from '../yaml/template.ts'
import { nameKey } from './commitments.ts'
import { cutAtNumbers, type OtherNumber, otherNumber } from './condition-numbers.ts'
import type { Course } from './course.ts'
import type { Easing } from './easing.ts'
import type { Step } from './history.ts'
import { likenessOf } from './metric-names.ts'

/** A list of texts that say when a pilot ends, or when it goes on. */
interface Kind {
  readonly key: 'stop' | 'go'
  readonly past: 'stops' | 'goes'
  readonly what: string
  /** Of how many values a condition is true that is easier for the pilot. */
  readonly easier: OtherNumber['holds']
}

const kinds: readonly Kind[] = [
  { key: 'stop', past: 'stops', what: 'what was to stop the pilot', easier: 'less' },
  { key: 'go', past: 'goes', what: 'what production depends on', easier: 'more' },
]

/**
 * What was to end the pilot or to be true for production, and is easier in the present text or not in it any more, while the pilot goes
 * on. Other words may mean the same, so that something is gone only where nothing new came.
 */
export function easedConditions(course: Course, pilot: Pilot): readonly Easing[] {
  return isActive(pilot) ? kinds.flatMap((kind) => easedOf(kind, course, pilot)) : []
}

function easedOf(kind: Kind, { reference, steps }: Course, pilot: Pilot): readonly Easing[] {
  const list = pilot.criteria?.[kind.key]
  const isUnread = list ? list.isPartial : !isUnlistedAt(pilot, 'criteria', kind.key)
  if (isUnread) return []
  const now = list?.items ?? []
  const { gone, fresh, changes } = compared(reference[kind.past], now)
  const easier = changes.filter(({ number }) => number.holds === kind.easier)
  const keysIn = ofEach(keysOf)
  const moved = easier.flatMap((change) => {
    const key = nameKey(change.to.value)
    const step = steps.findLast(({ before, after }) => {
      const [had, has] = [before, after].map((each) => keysIn(each[kind.past]).has(key))
      return has && !had
    })
    return step ? [movedNumber(kind, change, step)] : []
  })
  const step = gone.length > 0 && fresh.length === 0 ? lossOf(gone, steps, kind) : undefined
  return step ? [...moved, dropped(kind, gone, { step, pilot })] : moved
}

/** A text of the start that has another number now. */
interface Change {
  readonly from: string
  readonly to: Located<string>
  readonly number: OtherNumber
}

interface Compared {
  readonly changes: readonly Change[]
  /** Texts of the start that are not there now, and those of now that were not there then. */
  readonly gone: readonly string[]
  readonly fresh: readonly string[]
}

function compared(before: readonly string[], now: readonly Located<string>[]): Compared {
  const texts = now.map(({ value }) => value)
  const [had, has] = [keysOf(before), keysOf(texts)]
  const added = now.filter(({ value }) => !had.has(nameKey(value)))
  const others = added.length > MOST_COMPARED ? [] : added.map((to) => ({ to, cut: cutAtNumbers(to.value) }))
  const changes: Change[] = []
  const left = before.filter((from) => {
    const own = others.length === 0 || has.has(nameKey(from)) ? undefined : cutAtNumbers(from)
    const numbers = others.map(({ cut }) => own && cut && otherNumber(own, cut))
    const at = numbers.findIndex((number) => number !== undefined)
    const [other] = at < 0 ? [] : others.splice(at, 1)
    const number = numbers[at]
    if (other && number) changes.push({ from, to: other.to, number })
    return !other
  })
  const moved = new Set(changes.map(({ to }) => to))
  const fresh = added.filter((to) => !moved.has(to)).map(({ value }) => value)
  return { changes, gone: without(left, texts), fresh: without(fresh, before) }
}

/** What is said of all of them. */
const common = { bar: 'condition', since: '', mayBeSame: true } as const

function movedNumber({ what }: Kind, { from, to, number: { was, is } }: Change, step: Step): Easing {
  const said = shortListing([`"${from}"`], MOST)
  const value = Number(is.replace(',', '.'))
  return {
    ...common,
    value: Number.isNaN(value) ? undefined : value,
    at: to.span,
    what: `In ${what}, ${said}, ${was} became ${is}`,
    step,
    was,
    is,
    names: [from],
    fix: {
      title: `Restore ${said}`,
      safe: false,
      changes: [{ do: 'replace', span: to.span, text: scalarText(from) }],
    },
  }
}

interface Loss {
  readonly step: Step
  readonly pilot: Pilot
}

function dropped({ key, what }: Kind, gone: readonly string[], { step, pilot }: Loss): Easing {
  const { criteria = pilot } = pilot
  const names = gone.map((each) => `"${each}"`)
  const said = shortListing(names, MOST)
  return {
    ...common,
    value: undefined,
    at: (pilot.criteria?.[key] ?? criteria).keySpan,
    what: `${capital(what)}, ${said}, was dropped`,
    step,
    was: names.join(', '),
    is: undefined,
    names: gone,
    fix: {
      title: gone.length > 1 ? `Restore ${what.replace('was to stop', 'stops')}` : `Restore ${said}`,
      safe: false,
      changes: gone.map((each) => appendAt(pilot, ['criteria', key], each)),
    },
  }
}

/** Of them, those that a message names. */
const MOST = 3

/** The change that took them, or what had come in their place: that which put nothing new there, else the last one. */
function lossOf(gone: readonly string[], steps: readonly Step[], { past }: Kind): Step | undefined {
  const losses = steps.flatMap((step) => {
    const [had, has] = [step.before[past], step.after[past]]
    const lost = without(had, has)
    if (lost.length === 0) return []
    return [
      { step, isBare: without(has, had).length === 0, isFirst: without(lost, gone).length < lost.length },
    ]
  })
  const bare = losses.filter(({ isBare }) => isBare)
  return (bare.findLast(({ isFirst }) => isFirst) ?? bare.at(-1) ?? losses.at(-1))?.step
}

function keysOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(nameKey))
}

/** Those that are none of the others, be it with a slip of the pen that was put right. */
function without(texts: readonly string[], others: readonly string[]): readonly string[] {
  const keys = keysOf(others)
  const left = texts.filter((each) => !keys.has(nameKey(each)))
  if (left.length * others.length > MOST_COMPARED ** 2) return left
  return left.filter((each) => !others.some((other) => isSame(each, other)))
}

const MOST_COMPARED = 10

function isSame(one: string, other: string): boolean {
  return one.length + other.length < MOST_LETTERS && likenessOf(one, other) === 'same'
}

const MOST_LETTERS = 400
