/** A calendar date as `YYYY-MM-DD`. Dates compare as text. */
export type IsoDate = string

/** Whether the text is a date that exists. */
export function isDate(text: string): boolean {
  const match = text.length === 10 ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Whole days from one date to another; negative when `to` is the earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The date so many days later, or earlier when negative. Stays between the years 0001 and 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const time = (dayNumber(date) + Math.trunc(days)) * DAY
  return new Date(Math.min(Math.max(time, FIRST), LAST)).toISOString().slice(0, 10)
}

/** The date so many months later; the last day of a shorter month stands in for one that it lacks. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = parts(date)
  const total = year * 12 + (month - 1) + months
  const target = { year: Math.floor(total / 12), month: (total % 12) + 1 }
  const last = daysInMonth(target.year, target.month)
  return addDays(format(target.year, target.month, 1), Math.min(day, last) - 1)
}

/** A span of time in a person's words: `60 days`, `1 week`, `12 months`. */
export interface Duration {
  readonly count: number
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year'
}

/** Reads a duration; `undefined` when the text is none. */
export function parseDuration(text: string): Duration | undefined {
  const match = text.length < 20 ? /^(\d{1,4}) (day|week|month|quarter|year)s?$/.exec(text) : null
  const unit = units.find((known) => known === match?.[2])
  return match && unit ? { count: Number(match[1]), unit } : undefined
}

/** The date a duration after another date. */
export function addDuration(date: IsoDate, { count, unit }: Duration): IsoDate {
  if (unit === 'day') return addDays(date, count)
  if (unit === 'week') return addDays(date, count * 7)
  return addMonths(date, count * MONTHS[unit])
}

/** The earlier of the dates that are there. */
export function earliest(...dates: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return dates.filter((date) => date !== undefined).sort()[0]
}

/** The later of the dates that are there. */
export function latest(...dates: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1)
}

/** A count of days as people say it: `3 days`, `four weeks`, `2 months`. Rounds down from two weeks on. */
export function inWords(days: number): string {
  const count = Math.abs(days)
  if (count < 14) return plural(count, 'day')
  if (count < 61) return plural(Math.floor(count / 7), 'week')
  return plural(Math.floor(count / 30.4), 'month')
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const units = ['day', 'week', 'month', 'quarter', 'year'] as const
const MONTHS = { month: 1, quarter: 3, year: 12 } as const
const DAY = 86_400_000
const FIRST = Date.UTC(2000, 0, 1) - 730_119 * DAY
const LAST = Date.UTC(9999, 11, 31)

function dayNumber(date: IsoDate): number {
  const [year, month, day] = parts(date)
  // A year below 100 would be taken for one of the twentieth century.
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / DAY)
}

function parts(date: IsoDate): readonly [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function format(year: number, month: number, day: number): IsoDate {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
