/** What an author meant by a value of the wrong kind, as it is written in the right one. */
export interface Meant {
  readonly text: string
  /** What to do about it beside writing it, for a title. */
  readonly how?: string
  /** Whether there is no doubt about it; so when absent. */
  readonly safe?: boolean
}

type Value = string | number | boolean | null

/**
 * Reads a value as one of another kind; `undefined` where it may mean anything. Beside a number with a unit, a letter behind
 * it may be that; any other number is an amount.
 */
export function meantBy(value: Value, kind: string, hasUnit: boolean): Meant | undefined {
  if (kind === 'share') return typeof value === 'number' ? shareOf(value) : undefined
  const text = String(value).trim()
  if (kind === 'number' || kind === 'whole number') return numberOf(text, { kind, hasUnit })
  return kind === 'true or false' ? answerOf(text) : undefined
}

/** 12 may be twelve cases. Of 1 nobody knows whether it is a percentage already. */
function shareOf(value: number): Meant | undefined {
  if (value > 1 && value <= 100) return { text: `${value}%`, how: ' if it is a percentage', safe: false }
  return value > 0 && value < 1 ? { text: `${Number((value * 100).toFixed(4))}%`, safe: false } : undefined
}

interface Wanted {
  readonly kind: string
  readonly hasUnit: boolean
}

/** A comma before one or two digits is a decimal one; before three it may divide thousands. */
function numberOf(text: string, { kind, hasUnit }: Wanted): Meant | undefined {
  if (NUMBER.test(text)) return { text, how: ' without quotes' }
  if (kind === 'whole number') return undefined
  const comma = /^(-?\d{1,15}),(\d{1,2})$/.exec(text)
  if (comma) return { text: `${comma[1]}.${comma[2]}` }
  const scaled = scaledOf(text, hasUnit)
  if (scaled) return { ...scaled, safe: false }
  const percent = /^(-?\d{1,15}(?:\.\d{1,10}|,\d\d?)?)\s?%$/.exec(text)
  if (percent?.[1]) return { text: percent[1].replace(',', '.'), how: kept('the %', hasUnit), safe: false }
  const [, count, unit] = /^(-?\d{1,15}(?:\.\d{1,10}|,\d\d?)?)\s?(\p{L}{1,20})$/u.exec(text) ?? []
  if (count && unit && hasUnit && unit !== 'k' && !/^[A-Z]{3}$/.test(unit))
    return { text: count.replace(',', '.'), how: kept(`"${unit}"`, hasUnit), safe: false }
  const bare = text.replace(CURRENCY, '')
  const amount = amountOf(bare)
  // The file may count in another one.
  return amount && bare !== text ? { ...amount, how: MONEY, safe: false } : amount
}

function kept(unit: string, hasUnit: boolean): string {
  return hasUnit ? `, and keep ${unit} in its unit` : `, without ${unit}`
}

const MONEY = ' if it is in the currency of the file'

/** `120 T€`, `1,2 Mio. EUR`, `$1.5M`, `1.2m`. Without a currency a single letter may be a unit, where there is one. */
function scaledOf(text: string, hasUnit: boolean): Pick<Meant, 'text' | 'how'> | undefined {
  const bare = text.replace(/^(?:[$€£]|EUR|USD|GBP|CHF)\s?|\s?(?:[$€£]|EUR|USD|GBP|CHF)$/g, '')
  const [, count = '', thousand, million = ''] = SCALED.exec(bare) ?? []
  const scale = thousand ?? million
  if (scale === '' || (bare === text && scale.length === 1 && (hasUnit || /k/i.test(scale)))) return undefined
  const scaled = String(Math.round(Number(count.replace(',', '.')) * (thousand ? 1e3 : 1e6)))
  return bare === text ? { text: scaled } : { text: scaled, how: MONEY }
}

const SCALED =
  /^(\d{1,9}(?:[.,]\d\d?)?)\s?(?:(k|T|Tsd\.?|thousand)|(m|M|mn|Mio\.?|Mln\.?|millions?|Millionen))$/

const CURRENCY = /^(?:[$€£]|[A-Z]{3}) ?(?=\d)|(?<=\d) ?(?:[$€£]|[A-Z]{3}|zł|[Ee]uros?|[Dd]ollars?)$/g

/** `60k`, `1,250,000`, `12 500`, `$ 4200`. One group behind a comma or a point may be decimals as well. */
function amountOf(text: string): Meant | undefined {
  const short = /^(\d{1,9}(?:[.,]\d{1,3})?) ?k$/i.exec(text)?.[1]
  if (short) return { text: String(Math.round(Number(short.replace(',', '.')) * 1000)) }
  const apart = /^\d{1,3}([.,'’\s])\d{3}((?:\1\d{3}){0,3})$/.exec(text)
  if (apart) {
    const whole = { text: text.replace(/\D/g, '') }
    if (apart[2] !== '' || !/[.,]/.test(apart[1] ?? '')) return whole
    return { ...whole, how: ' if that is meant', safe: false }
  }
  return /^\d{1,15}(?:\.\d{1,2})?$/.test(text) ? { text } : undefined
}

const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/

function answerOf(text: string): Meant | undefined {
  if (/^(?:true|false)$/.test(text)) return { text, how: ' without quotes' }
  if (/^(?:yes|ja|oui|s[iíì]m?)$/i.test(text)) return { text: 'true' }
  return /^(?:nein|nee|n[aã]o|non?)$/i.test(text) ? { text: 'false' } : undefined
}
