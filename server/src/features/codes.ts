import { CompletionItemKind } from 'vscode-languageserver-types'
import { regimes } from '../engine/regimes/applicable.ts'
import { unions } from '../engine/regimes/unions.ts'
import type { Value } from './suggestion.ts'

/** Currencies that many organisations count in, by their codes (ISO 4217); any other may be written. */
export const currencies: readonly Value[] = Object.entries({
  USD: 'US dollar',
  EUR: 'Euro',
  GBP: 'Pound sterling',
  CHF: 'Swiss franc',
  CAD: 'Canadian dollar',
  AUD: 'Australian dollar',
  NZD: 'New Zealand dollar',
  JPY: 'Japanese yen',
  CNY: 'Chinese yuan',
  INR: 'Indian rupee',
  SGD: 'Singapore dollar',
  HKD: 'Hong Kong dollar',
  KRW: 'South Korean won',
  SEK: 'Swedish krona',
  NOK: 'Norwegian krone',
  DKK: 'Danish krone',
  PLN: 'Polish zloty',
  CZK: 'Czech koruna',
  BRL: 'Brazilian real',
  MXN: 'Mexican peso',
  ZAR: 'South African rand',
  AED: 'UAE dirham',
}).map(([value, note]) => ({ value, note, otherwise: note, kind: CompletionItemKind.Unit }))

/** Places of which something is known to be asked, and the members of unions among them. */
export const jurisdictions: readonly Value[] = [
  ...Array.from(new Set(regimes.map(({ jurisdiction }) => jurisdiction)), (code) => {
    const known = regimes.filter(({ jurisdiction }) => jurisdiction === code)
    return { value: code, help: known.map(({ name }) => name).join('\n'), kind: CompletionItemKind.Constant }
  }),
  ...Object.entries(unions).flatMap(([union, members]) =>
    members.map((value) => ({ value, note: `member of the ${union}`, kind: CompletionItemKind.Constant })),
  ),
]
