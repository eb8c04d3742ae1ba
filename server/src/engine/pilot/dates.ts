import { counted } from '../text/counted.ts'

/** A calendar date as `YYYY-MM-DD`. Dates compare as text. */
export type IsoDate = string

/** After this day there is none that can be written. */
export const LAST_DAY: IsoDate = '9999-12-31'

/** Whether the text is a date that exists. */
export function isDate(text: string): boolean {
  if (text.length !== 10 || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = parts(text)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Whole days from one date to another; negative when `to` is the earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(...parts(to)) - dayNumber(...parts(from))
}

/** The date so many days later, or earlier when negative. Stays between the years 0001 and 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOf(dayNumber(...parts(date)) + Math.trunc(days))
}

/**
 * The date so many months later; the last day of a shorter month stands in for one that it lacks. Stays between the same
 * years.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = parts(date)
  const total = year * 12 + (month - 1) + months
  const target = { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 }
  const last = daysInMonth(target.year, target.month)
  return dateOf(dayNumber(target.year, target.month, Math.min(day, last)))
}

/** A span of time in a person's words: `60 days`, `1 week`, `12 months`. */
export interface Duration {
  readonly count: number
  readonly unit: (typeof units)[number]
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
  return addMonths(date, count * MONTHS_IN[unit])
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

/** How many days it is, whichever way, as people say it: `3 days`, `4 weeks`, `2 months`. Rounds down from two weeks on. */
export function inWords(days: number): string {
  const count = Math.abs(days)
  if (count < 14) return counted(count, 'day')
  if (count < 61) return counted(Math.floor(count / 7), 'week')
  return counted(Math.floor(count / 30.4), 'month')
}

/** The units of a duration, the shortest first. */
export const units = ['day', 'week', 'month', 'quarter', 'year'] as const

/** How many months are in a unit of time. */
export const MONTHS_IN = { month: 1, quarter: 3, year: 12 } as const

/**
 * Days are counted from the first of March of the year 0: with the leap day as the last one of a year, a month begins on the
 * same day of every year. In whole numbers, since each pilot takes some hundred of these, and `Date` takes ten times as long.
 */
function dayNumber(year: number, month: number, day: number): number {
  return firstDay(month > 2 ? year : year - 1) + dayOfMonth((month + 9) % 12) + day - 1
}

/** The date of a day that is counted like that; of one before the year 0001 or after 9999 the nearest that can be written. */
function dateOf(count: number): IsoDate {
  const number = Math.min(Math.max(count, FIRST), LAST)
  const near = Math.floor(number / DAYS_OF_YEAR)
  const year = [near + 1, near].find((each) => firstDay(each) <= number) ?? near - 1
  const inYear = number - firstDay(year)
  const month = Math.floor((inYear * 5 + 2) / 153)
  const day = inYear - dayOfMonth(month) + 1
  return month < 10 ? format(year, month + 3, day) : format(year + 1, month - 9, day)
}

/** On average, by the calendar of Gregory. */
const DAYS_OF_YEAR = 365.2425

/** The first of March. */
function firstDay(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

/** On which day of a year a month begins, from March on, which is 0: of five of them three have 31 days and two 30. */
function dayOfMonth(month: number): number {
  return Math.floor((month * 153 + 2) / 5)
}

const FIRST = /* @__PURE__ */ dayNumber(1, 1, 1)
const LAST = /* @__PURE__ */ dayNumber(9999, 12, 31)

function parts(date: IsoDate): readonly [number, number, number] {
  return [numberAt(date, 0, 4), numberAt(date, 5, 7), numberAt(date, 8, 10)]
}

function numberAt(date: IsoDate, start: number, end: number): number {
  let number = 0
  for (let at = start; at < end; at++) number = number * 10 + date.charCodeAt(at) - ZERO
  return number
}

const ZERO = 48

function format(year: number, month: number, day: number): IsoDate {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
