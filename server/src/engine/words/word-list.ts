import { once } from '../once.ts'

/** Words and phrases to look for, in a list that anyone can read and extend. Case does not count. */
export interface WordList {
  /** The first of them that stands in the text as a whole word, outside quotations and not denied. */
  find(text: string): string | undefined
}

/**
 * Compiles a list. `*` at the end of a word stands for any ending; a blank for any white space or hyphen.
 * A match is ignored inside quotation marks, and behind a negative in the same clause ("not a demo", "no ongoing work").
 */
export function wordList(words: readonly string[]): WordList {
  const sources = words.map((word) => literal(word).replace(/\\\*/g, '\\p{L}*').replace(/ /g, '[\\s-]+'))
  // Compiled when first asked: no file asks all lists, and most ask few.
  const pattern = once(
    () => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${sources.join('|')})(?![\\p{L}\\p{N}_])`, 'giu'),
  )
  // Most texts hold none of the words wherever they might begin, which is told in a fraction of the time.
  const likely = once(() => new RegExp(sources.join('|').toLowerCase().replaceAll('\\p{l}', '\\p{L}'), 'u'))
  return {
    find(text) {
      if (!likely().test(text.slice(0, LONGEST).toLowerCase())) return undefined
      const plain = withoutQuotations(text.slice(0, LONGEST))
      for (const match of plain.matchAll(pattern())) if (!isDenied(plain, match.index)) return match[0]
      return undefined
    },
  }
}

/** Longer texts are judged by their beginning. */
const LONGEST = 2_000

const NEGATIVE =
  /(?<![\p{L}])(?:not|no|never|without|instead of|rather than|nor|isn't|don't|doesn't|won't|cannot|no longer)(?:[\s-]+[\p{L}']+){0,3}[\s-]+$/iu

function isDenied(text: string, at: number): boolean {
  const clause = text.slice(Math.max(0, at - 60), at)
  return NEGATIVE.test(clause.slice(clause.search(/[^.;:!?]*$/)))
}

function withoutQuotations(text: string): string {
  return text.replace(/"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’|«[^»\n]*»/gu, (quotation) =>
    ' '.repeat(quotation.length),
  )
}

function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
