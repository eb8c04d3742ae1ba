/** A plain value that has to be written in one way, and how to say so. */
export interface Form {
  readonly rule: string
  readonly what: string
  readonly write: string
  /** The same value in the right form, when there is no doubt. */
  readonly repair?: (value: string) => string | undefined
}

/** The forms by the kind of the property, as `describe` names it. */
export const forms: Readonly<Record<string, Form>> = {
  date: {
    rule: 'date',
    what: 'a date that exists',
    write: 'Write year, month and day, such as 2026-05-29.',
    repair: padDate,
  },
  share: { rule: 'share', what: 'a share from 0% to 100%', write: 'Write it as 15%.', repair: joinShare },
  duration: {
    rule: 'duration',
    what: 'a length of time',
    write: 'Write a number and a unit, such as 60 days or 8 weeks.',
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
    write: 'Write it as US-TX, DE or EU.',
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

function padDate(value: string): string | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value.trim())
  const padded = match && `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return padded && padded !== value ? padded : undefined
}

function joinShare(value: string): string | undefined {
  const match = /^0*(\d{1,2}|100)\s*(?:%|percent)$/.exec(value.trim())
  return match ? `${Number(match[1])}%` : undefined
}

function upper(value: string): string | undefined {
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
