import { once } from '../once.ts'
import { withLetters } from '../text/letters.ts'

/** Words and phrases to look for, in a list that anyone can read and extend. Case does not count. */
export interface WordList {
  /** The first of them that stands in the text as a whole word, outside quotations and not denied. */
  find(text: string): string | undefined
}

/**
 * Makes a list. `*` at the end of a word stands for any ending; a blank for any white space or hyphen; `'` for any apostrophe. A
 * match is ignored inside quotation marks, and behind a negative in the same clause ("not a demo", "no ongoing work").
 *
 * Texts are compared, and no pattern is made of the list: to compile one with all letters of the world takes as long as to read
 * a hundred pilots.
 */
export function wordList(words: readonly string[]): WordList {
  const phrases = once(() => words.map(phraseOf))
  return {
    find(text) {
      const start = text.slice(0, LONGEST)
      const small = inSmallLetters(start).replace(APOSTROPHE, "'")
      const likely = phrases().filter(({ begin }) => small.includes(begin))
      if (likely.length === 0) return undefined
      const plain = withoutQuotations(small)
      for (let from = 0; ; ) {
        const match = firstIn(plain, from, likely)
        if (!match) return undefined
        if (!isDenied(plain, match.start)) return start.slice(match.start, match.end)
        from = match.end
      }
    },
  }
}

/** Longer texts are judged by their beginning. */
const LONGEST = 2_000

/** In front of a letter no quotation ends: `isn’t`, `jusqu’à`. */
const APOSTROPHE = /’(?=[a-zà-ÿ])/g

interface Phrase {
  /** What a text has to hold that holds the phrase. */
  readonly begin: string
  readonly words: readonly { readonly letters: string; readonly open: boolean }[]
}

function phraseOf(text: string): Phrase {
  const words = text
    .toLowerCase()
    .split(' ')
    .map((word) => ({ letters: word.replace('*', ''), open: word.endsWith('*') }))
  return { begin: words[0]?.letters ?? '', words }
}

/** As long as the text: of the few letters that have more than one small one, none is meant. */
function inSmallLetters(text: string): string {
  const small = text.toLowerCase()
  if (small.length === text.length) return small
  return Array.from(text, (each) =>
    each.toLowerCase().length === each.length ? each.toLowerCase() : each,
  ).join('')
}

interface Match {
  readonly start: number
  readonly end: number
}

function firstIn(text: string, from: number, phrases: readonly Phrase[]): Match | undefined {
  let first: Match | undefined
  for (const phrase of phrases) {
    const match = matchIn(text, from, phrase)
    if (match && (!first || match.start < first.start)) first = match
  }
  return first
}

function matchIn(text: string, from: number, phrase: Phrase): Match | undefined {
  for (
    let start = text.indexOf(phrase.begin, from);
    start >= 0;
    start = text.indexOf(phrase.begin, start + 1)
  ) {
    const before = text.slice(Math.max(0, start - 2), start)
    const end = WORD_BEFORE(before).test(before) ? undefined : endOf(text, start, phrase)
    if (end !== undefined) return { start, end }
  }
  return undefined
}

/** Where a phrase ends that starts at a place; `undefined` where another text or another word stands there. */
function endOf(text: string, start: number, { words }: Phrase): number | undefined {
  let at = start
  for (const [index, { letters, open }] of words.entries()) {
    if (index > 0) {
      const gap = at
      while (GAP.test(text.charAt(at))) at++
      if (at === gap) return undefined
    }
    if (!text.startsWith(letters, at)) return undefined
    at += letters.length
    if (open) at = behind(LETTERS(text), text, at)
  }
  return behind(WORD(text), text, at) === at ? at : undefined
}

const GAP = /^[\s-]$/
const LETTERS = withLetters(({ letters }) => `[${letters}]*`, 'y')
const WORD = withLetters(({ letters, digits }) => `[${letters}${digits}_]*`, 'y')
const WORD_BEFORE = withLetters(({ letters, digits }) => `[${letters}${digits}_]$`)

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  pattern.test(text)
  return pattern.lastIndex
}

const NEGATIVES = [
  'not',
  'no',
  'never',
  'without',
  'instead of',
  'rather than',
  'nor',
  "isn't",
  "don't",
  "doesn't",
  "won't",
]
const NEGATIVE = withLetters(
  ({ letters, digits }) =>
    `(?<![${letters}${digits}_])(?:${NEGATIVES.join('|')}|cannot|no longer)(?:[\\s-]+[${letters}']+){0,3}[\\s-]+$`,
)

function isDenied(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - 60), at)
  const clause = near.slice(near.search(/[^.;:!?]*$/))
  return NEGATIVES.some((word) => clause.includes(word)) && NEGATIVE(clause).test(clause)
}

function withoutQuotations(text: string): string {
  if (!/["“‘«]/.test(text)) return text
  return text.replace(/"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’|«[^»\n]*»/g, (quotation) => ' '.repeat(quotation.length))
}
