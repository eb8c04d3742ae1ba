import { type IsoDate, latest } from '../pilot/dates.ts'
import { monthNamed } from '../text/month.ts'
import { type WordList, wordList } from './word-list.ts'

/** Whether support is there for the pilot and no longer. */
export function endsWithPilot(text: string): boolean {
  return pilotOnly.find(text) !== undefined || /^included (?:in|with) (?:the )?pilot\.?$/i.test(text.trim())
}

const pilotOnly: WordList = wordList([
  ...['end* with the pilot', 'end* with pilot', 'stop* with the pilot', 'stop* with pilot'],
  ...['expire* with the pilot', 'expire* with pilot', 'end* when the pilot ends', 'until the pilot ends'],
  ...['until the end of the pilot', 'until end of pilot', 'until pilot end', 'till the end of the pilot'],
  ...['pilot only', 'only for the pilot', 'only during the pilot'],
  ...['for the duration of the pilot', 'as long as the pilot', 'pilot phase only'],
  ...['until go live', 'end* at go live', 'end* with go live', 'end* before production', 'not in production'],
  ...['none in production', 'none after the pilot'],
])

/** A text that says of support that there is none, and nothing else. */
export function isNone(text: string): boolean {
  return /^(?:none|no(?: vendor)? support)\.?$/i.test(text.trim())
}

/** A text that goes on to say what follows; what is still to be filled in does not follow. */
export function saysWhatFollows(text: string): boolean {
  return /\b(?:then|afterwards|thereafter|followed by|after that|from then on)\b(?!\s+TODO\b)/i.test(
    text.slice(0, LONGEST),
  )
}

/** The last day that a text names behind a word for an end: `Contracted until 2028-06` lasts to the end of June. */
export function lastsUntil(text: string): IsoDate | undefined {
  return latest(
    ...Array.from(text.slice(0, LONGEST).matchAll(END), ([words, rest = '']) => dayIn(words, rest)),
  )
}

const LONGEST = 2_000

const END =
  /\b(?:bis|jusqu.(?:au?|à|en)|hasta|tot|fino\sa[li]?|até|until|till|through|thru|to|ends?|ending|expires?|expiring|valid)\s+(?:(?:on|in|at|the|of|end|year[ -]end|zum|ende|fin|el|met|eind|fine)[\s-]+){0,4}(?=(\S.{0,30}))/gi

/** The day with which a text begins; of a month, a quarter or a year alone its last one. */
function dayIn(words: string, text: string): IsoDate | undefined {
  for (const spelling of SPELLINGS) {
    const {
      year,
      quarter,
      month = quarter ? `${3 * Number(quarter)}` : '',
      day = LAST_DAY,
    } = spelling.exec(text)?.groups ?? {}
    const number = /^\d/.test(month) ? month : monthNamed(month)
    if (year !== undefined && number !== undefined) return [year, String(number), day].map(padded).join('-')
  }
  // A number alone may count something: up to 2000 users.
  const [, year] = /\bto\s/i.test(words) && !/\bend\b/i.test(words) ? [] : (YEAR.exec(text) ?? [])
  return year && `${year}-12-${LAST_DAY}`
}

const YEAR = /^(?:year )?(20\d\d)(?=\s*(?:$|[,;)]|\.(?!\d)))/i

/** Compares as the last day of any month; it is not shown. */
const LAST_DAY = '31'

/** Where dots are written, the day comes first; with slashes either may, and it is read where it can only be one. */
const SPELLINGS = [
  /^(?<year>\d{4})[-/](?<month>0[1-9]|1[0-2])(?:[-/](?<day>0[1-9]|[12]\d|3[01]))?(?!\d)/,
  /^(?<day>1[3-9]|2\d|3[01])\/(?<month>0?[1-9]|1[0-2])\/(?<year>\d{4})(?!\d)/,
  /^q?(?<quarter>[1-4])(?:(?<=q.)|(?:st|nd|rd|th) quarter)(?:\s(?:of\s)?|\/)(?<year>\d{4})(?!\d)/i,
  /^(?<day>0?[1-9]|[12]\d|3[01])\.\s?(?<month>0?[1-9]|1[0-2])\.\s?(?<year>\d{4})(?!\d)/,
  /^(?:(?<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.)?\s(?:of\s)?)?(?:de\s)?(?<month>[a-zà-ÿ]{3,10})\.?,?\s(?:de\s)?(?<year>\d{4})(?!\d)/i,
  /^(?<month>[a-z]{3,9})\.?\s(?<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s(?<year>\d{4})(?!\d)/i,
]

function padded(part: string): string {
  return part.padStart(2, '0')
}
