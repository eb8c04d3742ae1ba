import type { IsoDate } from '../pilot/dates.ts'
import { type WordList, wordList } from './word-list.ts'

/** Support that is there for the pilot and no longer. */
export const endsWithPilot: WordList = wordList([
  'end* with the pilot',
  'stop* with the pilot',
  'expire* with the pilot',
  'end* when the pilot ends',
  'until the pilot ends',
  'until the end of the pilot',
  'until end of pilot',
  'until pilot end',
  'till the end of the pilot',
  'for the pilot only',
  'pilot only',
  'only for the pilot',
  'only during the pilot',
  'during the pilot only',
  'for the duration of the pilot',
  'as long as the pilot',
  'pilot phase only',
  'until go live',
  'end* at go live',
  'end* with go live',
  'end* before production',
  'not in production',
  'none in production',
  'none after the pilot',
])

/** A text that goes on to say what follows; what is still to be filled in does not follow. */
export function saysWhatFollows(text: string): boolean {
  return /\b(?:then|afterwards|thereafter|followed by|after that|from then on)\b(?!\s+TODO\b)/i.test(
    text.slice(0, LONGEST),
  )
}

/** The last day that a text names behind a word for an end: `Contracted until 2028-06` lasts to the end of June. */
export function lastsUntil(text: string): IsoDate | undefined {
  const ends = Array.from(
    text.slice(0, LONGEST).matchAll(END),
    ([, month = '', day = '']) => `${month}-${day || LAST_DAY}`,
  )
  return ends.sort().at(-1)
}

const LONGEST = 2_000

/** Compares as the last day of any month; it is not shown. */
const LAST_DAY = '31'

const END =
  /\b(?:until|till|through|thru|to|ends?|ending|expires?|expiring|valid)\s+(?:on\s+|in\s+|at\s+|the\s+end\s+of\s+|end\s+of\s+)?(\d{4}-(?:0[1-9]|1[0-2]))(?:-(0[1-9]|[12]\d|3[01]))?(?!\d)/gi
