import { wordsIn } from '../text/letters.ts'
import { type WordList, wordList } from './word-list.ts'
import { wordSet } from './word-set.ts'

/** Whether a unit is one of money or of working time. The file's own currency is one, whatever it is called. */
export function isMoneyUnit(unit: string, currency: string): boolean {
  if (currencySigns.test(unit) || moneyUnits.find(unit)) return true
  return wordsIn(unit.slice(0, 200)).some((word) => isCode(word) || word === currency)
}

/** In capitals, as cups are counted as well, and also by the thousand: `NGN`, `kEUR`, `TEUR`. */
function isCode(word: string): boolean {
  return codes.has(word) || (/^[kKmMT]/.test(word) && codes.has(word.slice(1)))
}

/** Those of ISO 4217, without the few that are words of a unit in capitals. */
const codes: ReadonlySet<string> = wordSet(
  'AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP',
  'CNY COP CRC CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR',
  'IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU',
  'MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK',
  'SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD',
  'XOF XPF YER ZAR ZMW ZWG',
)

const moneyUnits: WordList = wordList([
  ...['usd', 'eur', 'gbp', 'jpy', 'chf', 'cad', 'aud', 'nzd', 'cny', 'inr', 'brl', 'mxn', 'zar', 'sek'],
  ...['nok', 'dkk', 'pln', 'czk', 'huf', 'ron', 'try', 'ils', 'aed', 'sar', 'sgd', 'hkd', 'krw', 'twd'],
  ...['thb', 'idr', 'myr', 'php', 'dollar*', 'euro', 'euros', 'pound', 'pounds', 'cent', 'cents', 'yen'],
  ...['kr', 'krona', 'kronor', 'krone', 'kroner', 'zł', 'zloty', 'kč', 'rupee*', 'rmb', 'yuan', 'renminbi'],
  ...['peso*', 'reais', 'naira', 'rand', 'shilling*', 'dirham*', 'riyal*', 'lira', 'forint*', 'baht'],
  ...['keur', 'teur', 'meur', 'kusd', 'musd'],
  ...['franc*', 'h', 'hr', 'hrs', 'hour', 'hours', 'min', 'mins', 'minute', 'minutes', 'second', 'seconds'],
  ...['stunden', 'std', 'tage', 'minuten', 'heures', 'jours', 'horas', 'wochen', 'semaines', 'días'],
  ...['semanas', 'minutos', 's', 'day', 'days', 'week', 'weeks', 'fte', 'ftes', 'workdays'],
])

/** Metrics that are money or working time, whatever their unit. */
export const moneyMetrics: WordList = wordList([
  ...['cost', 'costs', 'saving', 'savings', 'overtime', 'hours', 'revenue', 'spend', 'spending', 'margin'],
  ...['price', 'fees', 'penalties', 'write offs', 'refunds', 'cash', 'working capital', 'profit'],
  ...['kosten', 'stunden', 'überstunden', 'umsatz', 'coût*', 'heures', 'coste*', 'horas', 'ahorro*'],
])

export const currencySigns: RegExp = /\p{Sc}/u
