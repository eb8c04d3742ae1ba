import { kindOfName } from '../words/people.ts'
import { addDays, type IsoDate } from './dates.ts'
import type { Pilot } from './model.generated.ts'
import { criteriaOf } from './progress.ts'

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
  const curated = pilot.data?.sources?.items.some(
    ({ quality }) => quality !== undefined && quality.value !== 'production',
  )
  const blind = curated === true && !pilot.data?.audit?.completed
  return { level: gaps.length === 3 || blind ? 'low' : 'medium', gaps }
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

function dataGap({ data }: Pilot): string | undefined {
  if (!data?.audit?.completed) return 'the data is not audited'
  const issues = data.sources?.items.flatMap((source) => source.issues?.items ?? []) ?? []
  const open = issues.filter((issue) => !issue.done).length
  return open > 0 ? `${open} data issue${open === 1 ? ' is' : 's are'} open` : undefined
}

function operatorGap({ owners }: Pilot): string | undefined {
  const name = owners?.operator?.name
  if (!name || kindOfName(name.value) !== 'person') return 'no person is named as operator'
  return owners.operator?.accountability ? undefined : `nothing says what ${name.value} answers for`
}

function criteriaGap(pilot: Pilot): string | undefined {
  const criteria = criteriaOf(pilot)
  if (criteria.length === 0) return 'no success criterion is defined'
  const half = criteria.find(({ baseline, target, by, within }) => !baseline || !target || !(by || within))
  return half
    ? `"${half.metric?.value ?? 'a criterion'}" lacks a baseline, a target or a deadline`
    : undefined
}
