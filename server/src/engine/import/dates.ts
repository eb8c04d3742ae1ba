import { daysBetween, type IsoDate, isDate } from '../pilot/dates.ts'
import { monthNamed } from '../text/month.ts'

/** Which of two numbers comes first where a date is written with slashes or hyphens. */
export type DateOrder = 'month-first' | 'day-first'

/** What a cell says of a day. */
export type DateReading =
  /** `either`: the other order would make another date of it. */
  | { readonly is: 'day'; readonly date: IsoDate; readonly either: boolean }
  /** The first of a month whose day is not known. */
  | { readonly is: 'month'; readonly date: IsoDate }
  | { readonly is: 'year'; readonly year: number }
  | { readonly is: 'unreadable'; readonly reason: string }

/** Reads a date in any of the spellings that spreadsheets leave behind. A bare year is a year, and never a count of days. */
export function readDate(cell: string, order: DateOrder): DateReading {
  const text = withoutTime(cell.trim().replace(/\s+/g, ' '))
  for (const read of spellings) {
    const reading = read(text, order)
    if (reading) return reading.is === 'day' ? checked(reading) : reading
  }
  return { is: 'unreadable', reason: 'no date' }
}

const TIME =
  /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)? ?(?:[ap]\.?m\.?)?(?:Z| ?UTC| ?GMT|[+-]\d{2}:?\d{2})?$/i

function withoutTime(text: string): string {
  return text.length > 60 ? text : text.replace(TIME, '')
}

type Spelling = (text: string, order: DateOrder) => DateReading | undefined

const spellings: readonly Spelling[] = [
  isoDay,
  numericDay,
  bareYear,
  numericMonth,
  namedDay,
  namedMonth,
  bareNumber,
]

const IMPOSSIBLE: DateReading = { is: 'unreadable', reason: 'a day that does not exist' }

function isoDay(text: string): DateReading | undefined {
  const match = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (!match || (match[2] === '' && text.length !== 8)) return undefined
  return day(match[1], match[3], match[4]) ?? IMPOSSIBLE
}

function numericDay(text: string, order: DateOrder): DateReading | undefined {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text)
  if (!match) return undefined
  const [, first, sign, second, last] = match
  const year = fullYear(last)
  // Where dots are written, the day comes first.
  const dayFirst = sign === '.' || order === 'day-first'
  const [asUsual, asElsewhere] = [day(year, first, second), day(year, second, first)]
  const read = dayFirst ? asElsewhere : asUsual
  const swapped = dayFirst ? asUsual : asElsewhere
  const other = sign === '.' ? undefined : swapped
  if (read?.is === 'day') return { ...read, either: other !== undefined && first !== second }
  const wanted = dayFirst ? 'day, month and year' : 'month, day and year'
  return other ? { is: 'unreadable', reason: `not in the order ${wanted}` } : IMPOSSIBLE
}

function numericMonth(text: string): DateReading | undefined {
  const match = /^(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))$/.exec(text)
  return match ? month(match[1] ?? match[4], Number(match[2] ?? match[3])) : undefined
}

function namedDay(text: string): DateReading | undefined {
  const before = /^(\d{1,2})(?:st|nd|rd|th)?[-. ]{1,2}([a-zà-ÿ]{3,10})[-., ]{1,2}(\d{2}|\d{4})$/i.exec(text)
  const behind = /^([a-zà-ÿ]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text)
  if (!before && !behind) return undefined
  const number = monthNamed(before?.[2] ?? behind?.[1] ?? '')
  if (number === undefined) return undefined
  return day(fullYear(before?.[3] ?? behind?.[3]), String(number), before?.[1] ?? behind?.[2]) ?? IMPOSSIBLE
}

/** `Jul-25` is July of 2025; `Jul 25` may be a day of July as well. */
function namedMonth(text: string): DateReading | undefined {
  const match =
    /^(?:([a-zà-ÿ]{3,10})\.?(?:[-, /']{1,2}(\d{4})|(?:[-/]| ?')(\d{2}))|(\d{4})[- /]([a-zà-ÿ]{3,10}))$/i.exec(
      text,
    )
  const number = match ? monthNamed(match[1] ?? match[5] ?? '') : undefined
  return number === undefined ? undefined : month(fullYear(match?.[2] ?? match?.[3] ?? match?.[4]), number)
}

function bareYear(text: string): DateReading | undefined {
  const match = /^(\d{4})(?:\.0)?$/.exec(text)
  return match && isYear(Number(match[1])) ? { is: 'year', year: Number(match[1]) } : undefined
}

function bareNumber(text: string): DateReading | undefined {
  return /^\d+(?:\.\d+)?$/.test(text)
    ? { is: 'unreadable', reason: 'a bare number, as of a cell without the format of a date' }
    : undefined
}

/** The day before the one that spreadsheets count as their first, by a mistake of old. */
const DAY_ZERO = '1899-12-30'

/** A spreadsheet that took the year 2023 for a count of days shows a day in 1905. */
function checked(reading: Extract<DateReading, { is: 'day' }>): DateReading {
  const count = daysBetween(DAY_ZERO, reading.date)
  if (isYear(count)) return { is: 'year', year: count }
  return isYear(Number(reading.date.slice(0, 4)))
    ? reading
    : { is: 'unreadable', reason: 'a day too far away' }
}

function isYear(year: number): boolean {
  return year >= 1950 && year < 2150
}

function day(
  year: string | undefined,
  number: string | undefined,
  of: string | undefined,
): DateReading | undefined {
  const date = [year, number, of].map((part) => (part ?? '').padStart(2, '0')).join('-')
  return isDate(date) ? { is: 'day', date, either: false } : undefined
}

function month(year: string | undefined, number: number): DateReading {
  const date = `${year}-${String(number).padStart(2, '0')}-01`
  if (!isDate(date)) return { is: 'unreadable', reason: 'a month that does not exist' }
  return isYear(Number(year)) ? { is: 'month', date } : { is: 'unreadable', reason: 'a day too far away' }
}

/** Two digits are of this century up to 69, as readers of dates commonly have it. */
function fullYear(text: string | undefined): string | undefined {
  return text?.length === 2 ? `${Number(text) < 70 ? '20' : '19'}${text}` : text
}
