import { withLetters, wordsIn } from '../text/letters.ts'
import { abbreviations } from './value.ts'

/**
 * How many sentences a text has. A dot ends one only before white space and a capital letter, a digit or a sign that
 * begins a sentence, and not behind an abbreviation or an initial; in doubt the sentence goes on.
 */
export function sentencesIn(text: string): number {
  const paragraphs = text.slice(0, LONGEST).split(/\n[ \t]*\n/)
  return paragraphs
    .filter((paragraph) => wordsIn(paragraph).length > 0)
    .reduce((sum, each) => sum + ends(each) + 1, 0)
}

const LONGEST = 2_000

/** The ends of sentences with another one behind them. */
function ends(paragraph: string): number {
  const found = paragraph.matchAll(END(paragraph))
  return Array.from(found).filter(({ 0: end, index }) => !end.startsWith('.') || endsAt(paragraph, index))
    .length
}

function endsAt(text: string, dot: number): boolean {
  const before = text.slice(Math.max(0, dot - 40), dot)
  const word = LAST_WORD(before).exec(before)?.[0] ?? ''
  return !abbreviations.has(word.toLowerCase()) && !INITIAL(word).test(word)
}

const END = withLetters(
  ({ capitals, digits }) => `[.!?]["”’)\\]]?\\s+(?=["“‘(\\[]?[${capitals}${digits}$€£])`,
  'g',
)
const LAST_WORD = withLetters(({ letters, digits }) => `[${letters}${digits}.]*$`)
const INITIAL = withLetters(({ letters }) => `^[${letters}]$`)
