import { type WordList, wordList } from './word-list.ts'

/** Words that stand where the number should. Transformers and optimists are none of them. */
export const buzzwords: WordList = wordList([
  ...['optimize', 'optimizes', 'optimized', 'optimizing', 'optimization', 'optimizations', 'optimise'],
  ...['optimises', 'optimised', 'optimising', 'optimisation', 'optimisations', 'enhance', 'enhances'],
  ...['enhanced', 'enhancing', 'enhancement', 'enhancements', 'transform', 'transforms', 'transformed'],
  ...['transforming', 'transformation', 'transformations', 'transformational', 'transformative'],
])

/** Numbers that are written as words. */
export const numberWords: WordList = wordList([
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty', 'thirty'],
  ...['forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety', 'dozen', 'dozens', 'a quarter of'],
  ...['hundred*', 'thousand*', 'million*', 'billion*', 'half', 'halves', 'halved', 'double*', 'third'],
  ...['thirds', 'triple*', 'twice', 'one hour', 'one day', 'an hour', 'a day a', 'every second'],
])

/** Shortened words, in small letters and without their last dot, behind which a sentence goes on. */
export const abbreviations: ReadonlySet<string> = new Set([
  ...['e.g', 'i.e', 'approx', 'ca', 'vs', 'etc', 'no', 'nr', 'inc', 'ltd', 'co', 'corp', 'st', 'dept', 'fig'],
  ...['dr', 'mr', 'mrs', 'ms', 'prof', 'max', 'min', 'resp', 'cf', 'rs', 'fr', 'art', 'sec', 'bzw'],
  ...['p.a', 'p.m', 'a.m', 'incl', 'excl', 'avg', 'est', 'u.s', 'u.k', 'mio', 'bn', 'mn', 'k'],
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'],
])
