import { once } from '../once.ts'
import { isSlipOf } from '../schema/suggest.ts'
import type { Span } from '../text/span.ts'
import type { SyntaxNode } from '../yaml/node.ts'
import type { Event } from './date-pairs.ts'
import { type IsoDate, isDate } from './dates.ts'
import type { Located } from './located.ts'
import type { Pilot } from './model.generated.ts'

/** A day that a file names, and how many years it is ahead; those behind are below 0. */
export interface FarDay {
  readonly day: IsoDate
  readonly span: Span
  readonly years: number
  /** Whether it is the day of something that has happened, so that no later day than today can be meant. */
  readonly isDone: boolean
}

/** Years ahead that no plan reaches, and years back at which nobody works on it yet: such a year is misspelt. */
const AHEAD = 25
const BACK = 50

/** The days of a pilot whose years are misspelt; `events` are those that it records as done. */
export function farDays(pilot: Pilot, today: IsoDate, events: readonly Event[]): readonly FarDay[] {
  const { timeline, next, owners, criteria, data, integration, rollout, adoption } = pilot
  const { production, compliance, governance, vendor, cost, outcome, conditions, gates } = pilot
  const blocks = [timeline, next, owners, criteria, data, integration, rollout, adoption, production]
  const others = [compliance, governance, vendor, cost, outcome, ...(conditions?.items ?? [])]
  // An anchored day is met again at each of its aliases.
  const found = new Map<number, FarDay>()
  const done = once(() => {
    const before = [timeline?.approved, data?.audit?.started, ...events.map(({ date }) => date)]
    return new Set(before.map((date) => date?.span.start))
  })
  const isDone = ({ start }: Span): boolean => done().has(start)
  const thisYear = yearOf(today)
  const add = (day: IsoDate, span: Span): void => {
    found.set(span.start, { day, span, years: yearOf(day) - thisYear, isDone: isDone(span) })
  }
  const hear = (value: string, span: Span): void => {
    if (value.length !== 10) return
    const years = yearOf(value) - thisYear
    if ((years > AHEAD || years < -BACK) && isDate(value)) add(value, span)
  }
  for (const { value, span } of otherDecade(pilot, today, isDone)) add(value, span)
  for (const block of [...blocks, ...others, ...(gates?.items ?? [])])
    if (block?.node) tellTexts(block.node, hear)
  return [...found.values()]
}

/**
 * Of what only a pilot's own time holds, the days that would be right ten years earlier or later: 2016 among days of 2026. Roles,
 * tools, documents and systems may be older than the pilot, and targets and retirements far ahead.
 */
function otherDecade(
  pilot: Pilot,
  today: IsoDate,
  isDone: (span: Span) => boolean,
): readonly Located<IsoDate>[] {
  const thisYear = yearOf(today)
  const days = ownDays(pilot)
  const isNear = ({ value }: Located<IsoDate>): boolean => Math.abs(yearOf(value) - thisYear) <= NEAR
  if (days.every(isNear)) return []
  const near = days
    .filter(isNear)
    .map(({ value }) => yearOf(value))
    .sort((a, b) => a - b)
  const [first = 0, last = 0] = [near[0], near.at(-1)]
  const slipped = days.filter(({ value, span }) => {
    const away = yearOf(value) - thisYear
    const meant = yearOf(value) - 10 * Math.sign(away)
    if (Math.abs(away) < FAR || meant < first || meant > last) return false
    return meant + value.slice(4) <= today || !isDone(span)
  })
  const isAlone = slipped.length + near.length === days.length && near.length > 2 * slipped.length + 1
  return isAlone ? slipped : []
}

/** Years around today in which a pilot is worked on, and years away from it in which it is not. */
const NEAR = 3
const FAR = 8

function ownDays(pilot: Pilot): readonly Located<IsoDate>[] {
  const { timeline, next, criteria, data, rollout, adoption, governance, outcome } = pilot
  const audit = data?.audit
  const { approved, start, end } = timeline ?? {}
  const days = [approved, start, end, next?.by, criteria?.agreed, audit?.started, audit?.completed]
  const others = [rollout?.start, adoption?.usageCheck, governance?.lastReview, governance?.returnMeasured]
  const gates = (pilot.gates?.items ?? []).flatMap(({ due, held }) => [due, held])
  const training = (adoption?.training?.items ?? []).map(({ by }) => by)
  return [...days, ...others, ...gates, ...training, outcome?.date].filter((day) => day !== undefined)
}

/** Tells each text below the keys of the format. */
function tellTexts(node: SyntaxNode, hear: (value: string, span: Span) => void): void {
  if (node.kind === 'sequence') for (const item of node.items) tellTexts(item, hear)
  else if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) if (!key.startsWith('x-')) tellTexts(value, hear)
  } else if (typeof node.value === 'string') hear(node.value, node.span)
}

/** The same day of this year or one beside it, where only one of these years is a slip away. */
export function meantDay({ day, isDone }: FarDay, today: IsoDate): string | undefined {
  const near = [0, 1, -1].map((more) => yearOf(today) + more + day.slice(4))
  const possible = isDone ? near.filter((each) => each <= today) : near
  const [meant, other] = possible.filter((each) => isSlipOf(each.slice(0, 4), day.slice(0, 4)))
  return other === undefined ? meant : undefined
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}
