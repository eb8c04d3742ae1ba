import { kindOfName } from '../words/people.ts'
import { addDays, type IsoDate } from './dates.ts'
import { isAbsent, isAbsentAt, isUnlistedAt, quoted } from './located.ts'
import type { Criterion, Pilot } from './model.generated.ts'
import { criteriaOf } from './progress.ts'
import { isActive } from './stages.ts'
import { issuesOf, sourcesOf } from './systems.ts'

export type Readiness = 'high' | 'medium' | 'low'

/** What a pilot is ready for by the facts in its file, with the gaps that keep it from more. */
export interface ComputedReadiness {
  readonly level: Readiness
  /** Each as half a sentence: `the data is not audited`. */
  readonly gaps: readonly string[]
}

/**
 * Readiness by the three facts that decide how long a pilot takes: clean data, an engaged operator, defined criteria.
 * No gap is high, one or two are medium, three are low; so is curated data without an audit (claims M59 to M64).
 */
export function readinessOf(pilot: Pilot): ComputedReadiness {
  const gaps = [dataGap(pilot), operatorGap(pilot), criteriaGap(pilot)].filter((gap) => gap !== undefined)
  if (gaps.length === 0) return { level: 'high', gaps }
  const curated = sourcesOf(pilot).some(({ quality }) => quality && quality.value !== 'production')
  const blind = curated && isAbsentAt(pilot, 'data', 'audit', 'completed')
  return { level: gaps.length === 3 || blind ? 'low' : 'medium', gaps }
}

/** Data that was repaired since the start was a gap when the pilot was planned, and is none today. */
export function wasRepaired(pilot: Pilot): boolean {
  const start = pilot.timeline?.start?.value
  return start !== undefined && issuesOf(pilot).some(({ done }) => done !== undefined && done.value >= start)
}

/** The earliest and the latest day on which production is realistic. */
export interface Window {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** Weeks from the start to production, by readiness (claims M59, M61, M62). */
export const WEEKS: Readonly<Record<Readiness, readonly [number, number]>> = {
  high: [13, 18],
  medium: [18, 25],
  low: [26, 35],
}

/** The window for production counted from the start; unknown without a start. */
export function windowOf(pilot: Pilot): Window | undefined {
  const start = pilot.timeline?.start?.value
  if (start === undefined) return undefined
  const [from, to] = WEEKS[readinessOf(pilot).level]
  return { from: addDays(start, from * 7), to: addDays(start, to * 7) }
}

/** The window as a reader is told of it; nothing of a pilot that is in production or stopped, which is on no way there. */
export interface ToldWindow extends Window {
  /** Whether its last day has passed, so that production can no longer be expected in it. */
  readonly isOver: boolean
}

export function toldWindow(pilot: Pilot, today: IsoDate): ToldWindow | undefined {
  const window = isActive(pilot) ? windowOf(pilot) : undefined
  return window && { ...window, isOver: window.to < today }
}

/** The window in half a sentence. */
export function windowWords({ from, to, isOver }: ToldWindow): string {
  return `production ${isOver ? 'was' : 'is'} realistic from ${from} to ${to}`
}

function dataGap(pilot: Pilot): string | undefined {
  if (isAbsentAt(pilot, 'data', 'audit', 'completed')) return 'the data is not audited'
  const open = issuesOf(pilot).filter((issue) => isAbsent(issue, 'done')).length
  return open > 0 ? `${open} data issue${open === 1 ? ' is' : 's are'} open` : undefined
}

function operatorGap(pilot: Pilot): string | undefined {
  const operator = pilot.owners?.operator
  const name = operator?.name
  const kind = name && kindOfName(name.value)
  if (kind === 'people') return 'the operator is more than one person'
  if (kind ? kind !== 'person' : isAbsentAt(pilot, 'owners', 'operator', 'name'))
    return 'no person is named as operator'
  return name && isAbsent(operator, 'accountability')
    ? `nothing says what ${name.value} answers for`
    : undefined
}

function criteriaGap(pilot: Pilot): string | undefined {
  if (isUnlistedAt(pilot, 'criteria', 'success')) return 'no success criterion is defined'
  const half = criteriaOf(pilot).find(isHalf)
  return half ? `${quoted(half.metric, 'a criterion')} lacks a baseline, a target or a deadline` : undefined
}

function isHalf(criterion: Criterion): boolean {
  const lacks = (key: string): boolean => isAbsent(criterion, key)
  return lacks('baseline') || lacks('target') || (lacks('by') && lacks('within'))
}
