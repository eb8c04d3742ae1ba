import { isDate, units } from '../pilot/dates.ts'
import { monthNamed } from '../text/month.ts'
import { codeOf } from './place-names.ts'

/** A plain value that has to be written in one way, and how to say so. */
export interface Form {
  readonly rule: string
  readonly what: string
  /** What more the format wants of a value that is spelled as one. */
  readonly limits?: { readonly of: RegExp; readonly to: string }
  readonly write: string
  /** The same value in the right form, when there is no doubt. */
  readonly repair?: (value: string) => string | undefined
  /** What it may be in the right form, where only its author knows which. */
  readonly either?: (value: string) => readonly string[]
  /** What says more than its right form can, so that only its author may leave that out. */
  readonly loses?: RegExp
}

const ANY = /^/

/** The forms by the kind of the property, as `describe` names it. */
export const forms: Readonly<Record<string, Form>> = {
  date: {
    rule: 'date',
    what: 'a date',
    limits: { of: /^[\d.-]+$/, to: ' that exists' },
    write: 'Write year, month and day, such as 2026-05-29.',
    repair: padDate,
    either: bothDates,
    loses: /^\d+\.\d+\.\d\d$/,
  },
  share: {
    rule: 'share',
    what: 'a share',
    limits: { of: ANY, to: ' from 0% to 100%' },
    write: 'Write it like 15%.',
    repair: joinShare,
  },
  duration: {
    rule: 'duration',
    what: 'a length of time',
    limits: { of: ANY, to: '' },
    write: 'Write days, weeks, months, quarters or years, such as 60 days.',
    repair: spellDuration,
    loses: /\d ?(?:pers|man)/i,
  },
  currencyCode: {
    rule: 'currency',
    what: 'a currency code',
    write: 'Write three capital letters, such as USD.',
    repair: upper,
  },
  slug: {
    rule: 'name',
    what: 'a short name',
    write: 'Use small letters, digits and single hyphens, such as demand-forecast.',
    repair: slug,
  },
  jurisdiction: {
    rule: 'jurisdiction',
    what: 'a country or state code',
    limits: { of: ANY, to: '' },
    write: 'Write it as US-TX, DE or EU.',
    repair: codeOf,
  },
  ruleId: {
    rule: 'name',
    what: 'the name of a rule',
    write: 'Use a group and a name of small letters, digits and single hyphens, such as acme/cost-centre.',
  },
  place: {
    rule: 'form',
    what: 'a path of keys',
    write: 'Write keys with dots between them, such as cost or criteria.success[].',
  },
  email: { rule: 'email', what: 'an e-mail address', write: 'Write it as name@example.com.' },
}

/** What to say of a value in the wrong form: of one that can be read, only its spelling is wrong. */
export function complaintOf({ what, limits, write }: Form, value: string, meant: readonly string[]): string {
  if (limits && (meant.length > 0 || !limits.of.test(value))) {
    return `"${value}" is not written as ${what}. ${meant.length > 0 ? `Write ${meant.join(' or ')}.` : write}`
  }
  return `"${value}" is not ${what}${limits?.to ?? ''}. ${write}`
}

/** Where dots are written, the day comes first; with slashes either may, and a number above 12 is no month. */
function padDate(value: string): string | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value.trim())
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$/.exec(value.trim())
  const parts =
    match?.slice(1) ?? dotted?.slice(1).reverse() ?? monthTold(yearLast(value)) ?? named(value.trim())
  const [year = '', ...rest] = parts
  const date = [year.padStart(4, '20'), ...rest.map((part) => part.padStart(2, '0'))].join('-')
  return date !== value && isDate(date) ? date : undefined
}

/** `30/06/2027`, `06/30/2027` or `30-06-2027`. */
function yearLast(value: string): readonly string[] | undefined {
  return /^(\d{1,2})(?:\/(\d{1,2})\/|-(\d{1,2})-)(\d{4})$/
    .exec(value.trim())
    ?.slice(1)
    .filter((part) => part !== undefined)
}

function monthTold(parts: readonly string[] | undefined): readonly string[] | undefined {
  const [one = '', two = '', year = ''] = parts ?? []
  if (Number(one) > 12 || (one !== '' && Number(one) === Number(two))) return [year, two, one]
  return Number(two) > 12 ? [year, one, two] : undefined
}

/** The day in front first. */
function bothDates(value: string): readonly string[] {
  const [one = '', two = '', year = ''] = yearLast(value) ?? []
  const dates = [`${year}-${two}-${one}`, `${year}-${one}-${two}`].flatMap((each) => padDate(each) ?? each)
  return [...dates, ...shortDates(value)].filter(isDate)
}

/** `05-06-26`, `5/6/26`, `26-06-05`: the year stands behind or in front, and is one in which there are pilots. */
function shortDates(value: string): readonly string[] {
  const [, one = '', two = '', three = ''] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{1,2})$/.exec(value.trim()) ?? []
  return [`${three}-${two}-${one}`, `${three}-${one}-${two}`, `${one}-${two}-${three}`]
    .filter((each) => /^[23]\d/.test(each))
    .flatMap((each) => padDate(`20${each}`) ?? `20${each}`)
}

/** `Oct 5, 2026`, `12. Okt. 2026`, `31. März 2027`, `1er mars 2027`, `31 de marzo de 2027`. */
function named(value: string): readonly string[] {
  const [, before, first = '', second = '', behind, year = ''] =
    /^(?:(\d{1,2})(?:st|nd|rd|th|er)?\.? ?(?:de )?([^\d\s.,]{3,10})\.?|([^\d\s.,]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?),?(?: de)? (\d{4})$/i.exec(
      value,
    ) ?? []
  const month = monthNamed(first || second)
  return month === undefined ? [] : [year, String(month), before ?? behind ?? '']
}

function joinShare(value: string): string | undefined {
  const match = /^0*(\d{1,2}(?:[.,]\d{1,4})?|100)\s*(?:%|percent)$/.exec(value.trim())
  return match?.[1] ? `${Number(match[1].replace(',', '.'))}%` : undefined
}

/** A single m is none: it may be minutes. */
function spellDuration(value: string): string | undefined {
  const match = DURATION.exec(value.trim())
  const [, count, letter = '?'] = match ?? []
  const unit = units.find((each) => each.startsWith(letter.toLowerCase()))
  return count && unit ? `${count} ${unit}${count === '1' ? '' : 's'}` : elsewhere(value.trim())
}

/** `3 Monate`, `6 mois`, `8 semanas`. */
function elsewhere(value: string): string | undefined {
  const [, count = '', word = ''] = /^([1-9]\d{0,3}) ?([\p{L}-]{2,14})$/u.exec(value) ?? []
  const unit = units[FOREIGN.findIndex((words) => words.test(word))]
  return unit && `${count} ${unit}${count === '1' ? '' : 's'}`
}

/** In German, French, Spanish, Italian and Dutch, in the order of the units. */
const FOREIGN: readonly RegExp[] = [
  /^(?:tage?n?|personentage?n?|(?:person|man)-days?|jours?|d[ií]as?|giorn[oi]|dag(?:en)?)$/i,
  /^(?:wochen?|semaines?|semanas?|settiman[ae]|weken)$/i,
  /^(?:monate?n?|mois|mes|meses|mes[ei]|maand(?:en)?)$/i,
  /^(?:quartale?n?|trimestr[ei]s?|kwarta(?:al|len))$/i,
  /^(?:jahre?n?|ans?|années?|años?|ann[oi]|ja(?:ar|ren))$/i,
]

const DURATION =
  /^([1-9]\d{0,3})[\s-]{0,3}(?=(?:d|days?|w|wks?|weeks?|mos?|months?|q|quarters?|y|yrs?|years?)\.?$)([a-z])/i

/** Signs of other currencies stand for several. */
function upper(value: string): string | undefined {
  if (/^(?:€|euros?)$/i.test(value)) return 'EUR'
  return /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : undefined
}

function slug(value: string): string | undefined {
  if (value.length > 100) return undefined
  const words = value
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return words ? words.join('-') : undefined
}
