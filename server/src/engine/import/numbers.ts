/** What a cell says of a number, or why that cannot be told without a doubt. */
export type NumberReading =
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'unreadable'; readonly reason: string }

/**
 * Reads a number with a point for decimals, and commas or blanks between thousands. A currency beside it has to be the one
 * that the pilot counts in; without one any will do.
 */
export function readNumber(text: string, currency: string | undefined): NumberReading {
  const [, before, digits = '', behind] = MONEY.exec(text) ?? []
  if (digits === '') return unreadable('no number')
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(digits))
    return unreadable('a point before three digits, which may part thousands as well as decimals')
  const other = [before, behind].find((each) => each !== undefined && !isCurrency(each, currency))
  if (other !== undefined)
    return unreadable(
      `an amount in ${other}, and the pilot counts in ${currency}: name its currency in the map`,
    )
  return { is: 'number', number: Number(digits.replace(/[, ]/g, '')) }
}

const MONEY =
  /^(?:([$€£]|[A-Z]{3}(?= ?-?\d)) ?)?(-?(?:\d{1,15}|\d{1,3}(?:[, ]\d{3})+)(?:\.\d{1,10})?)(?: ?([$€£]|[A-Z]{3}))?$/

function unreadable(reason: string): NumberReading {
  return { is: 'unreadable', reason }
}

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' }

/** The dollar sign stands for the currencies of many countries. */
function isCurrency(written: string, currency: string | undefined): boolean {
  if (currency === undefined) return true
  return written === '$' ? !Object.values(signs).includes(currency) : (signs[written] ?? written) === currency
}
