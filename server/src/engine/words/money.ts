import { type WordList, wordList } from './word-list.ts'

/** Units of money and of working time. */
export const moneyUnits: WordList = wordList([
  ...['usd', 'eur', 'gbp', 'jpy', 'chf', 'cad', 'aud', 'nzd', 'cny', 'inr', 'brl', 'mxn', 'zar', 'sek'],
  ...['nok', 'dkk', 'pln', 'czk', 'huf', 'ron', 'try', 'ils', 'aed', 'sar', 'sgd', 'hkd', 'krw', 'twd'],
  ...['thb', 'idr', 'myr', 'php', 'dollar*', 'euro', 'euros', 'pound', 'pounds', 'cent', 'cents', 'yen'],
  ...['franc*', 'h', 'hr', 'hrs', 'hour', 'hours', 'min', 'mins', 'minute', 'minutes', 'second', 'seconds'],
  ...['s', 'day', 'days', 'week', 'weeks', 'fte', 'ftes', 'person days', 'workdays'],
])

/** Metrics that are money or working time, whatever their unit. */
export const moneyMetrics: WordList = wordList([
  ...['cost', 'costs', 'saving', 'savings', 'overtime', 'hours', 'revenue', 'spend', 'spending', 'margin'],
  ...['price', 'fees', 'penalties', 'write offs', 'refunds', 'cash', 'working capital', 'profit'],
])

export const currencySigns: RegExp = /[$€£¥₹]/
