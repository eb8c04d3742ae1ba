import { daysBetween, type IsoDate, MONTHS_IN } from './dates.ts'
import type { Pilot, ValueCase } from './model.generated.ts'
import { isActive } from './stages.ts'

/** What waiting has cost since the promised production date, in the currency of the file, whole units. */
export interface CostOfDelay {
  /** The promised day. */
  readonly since: IsoDate
  /** To one decimal. */
  readonly months: number
  /** The value that did not come in; unknown without an amount, or when it comes once. */
  readonly value: number | undefined
  /** What the software cost meanwhile; unknown without a price. */
  readonly software: number | undefined
  readonly total: number
  readonly currency: string
}

const DAYS_PER_MONTH = 365.25 / 12

/**
 * The cost of delay of an active pilot past its production date; `undefined` before it, or when no amount is known.
 * `currency` is that of a file that names none.
 */
export function delayOf(pilot: Pilot, today: IsoDate, currency: string): CostOfDelay | undefined {
  const since = pilot.timeline?.productionBy?.value
  if (since === undefined || !isActive(pilot) || today <= since) return undefined
  const months = Math.round((daysBetween(since, today) / DAYS_PER_MONTH) * 10) / 10
  const value = times(monthly(pilot.value), months)
  const yearly = pilot.cost?.software?.value
  const software = times(yearly === undefined ? undefined : yearly / 12, months)
  if (value === undefined && software === undefined) return undefined
  const total = (value ?? 0) + (software ?? 0)
  return { since, months, value, software, total, currency: pilot.currency?.value ?? currency }
}

function monthly(value: ValueCase | undefined): number | undefined {
  const per = value?.per?.value
  if (!value?.amount || per === undefined || per === 'once') return undefined
  return value.amount.value / MONTHS_IN[per]
}

function times(perMonth: number | undefined, months: number): number | undefined {
  return perMonth === undefined ? undefined : Math.round(perMonth * months)
}
