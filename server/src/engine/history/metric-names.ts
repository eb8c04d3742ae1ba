import { remembered } from '../once.ts'
import { isSlipOf } from '../schema/suggest.ts'
import { wordsIn } from '../text/letters.ts'
import { wordSet } from '../words/word-set.ts'

/** What two names of a metric with the same numbers say: the same in other words, something alike, or something else. */
export type Likeness = 'same' | 'alike' | 'other'

/**
 * Compares names by the words that say what is measured. A word more or less narrows a metric or widens it, so that only
 * words of counting may come and go, and the forms of a word may change.
 */
export function likenessOf(one: string, other: string): Likeness {
  const [a, b] = [tellingWords(one), tellingWords(other)]
  if (isPart(a, b) && isPart(b, a)) return 'same'
  if (isShort(one, other) || isShort(other, one) || isRejoined(one, other)) return 'same'
  return a.some((word) => b.some((each) => isKin(word, each))) ? 'alike' : 'other'
}

/** Each name is compared with several others. */
const tellingWords = remembered((name: string): readonly string[] => {
  const all = allWords(withoutInitials(name.slice(0, 300)))
  const telling = all.filter((word) => !COUNTING.has(word))
  return telling.length > 0 ? telling : all
})

/** `Average handling time` of `Average handling time (AHT)`. Two letters may be anything, and so may those without brackets. */
function withoutInitials(name: string): string {
  return name.replace(INITIALS, (whole, letters: string) =>
    initialsOf(allWords(name)).includes(letters.toLowerCase()) ? ' ' : whole,
  )
}

const INITIALS = /[([]([A-Z]{3,})[)\]]/

function allWords(name: string): readonly string[] {
  return wordsIn(name.slice(0, 300).toLowerCase())
}

function isPart(words: readonly string[], of: readonly string[]): boolean {
  return words.every((word) => of.some((each) => isFormOf(word, each)))
}

/** `invoice` and `invoices`, `handled` and `handling`, `rewrok` and `rework`. */
function isFormOf(a: string, b: string): boolean {
  if (a === b) return true
  // Another digit is another number.
  if (DIGIT.test(a) || DIGIT.test(b)) return false
  const longer = Math.max(a.length, b.length)
  if (commonLength(a, b) >= Math.max(4, longer - 3)) return true
  // One letter makes another word of a short one: `won` and `win`.
  return longer > 5 && isSlipOf(a, b)
}

const DIGIT = /\d/

/** Words that begin alike: `Bearbeitungszeit` and `Bearbeitungsdauer`. */
function isKin(a: string, b: string): boolean {
  return isFormOf(a, b) || commonLength(a, b) >= 5
}

function commonLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  for (let at = 0; at < most; at++) if (a[at] !== b[at]) return at
  return most
}

/** Whether one name is made of the first letters of the other: `AHT` and `Average handling time`. */
function isShort(short: string, long: string): boolean {
  const [letters = '', more] = allWords(short)
  const words = allWords(long)
  return more === undefined && words.length > 1 && letters === initialsOf(words)
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word[0]).join('')
}

/** Whether two names differ only in where their words part, as `lead time` and `leadtime`. */
function isRejoined(one: string, other: string): boolean {
  return [tellingWords, allWords].some((wordsOf) => {
    const letters = wordsOf(one).join('')
    return letters === wordsOf(other).join('') && !DIGIT.test(letters)
  })
}

/** Words that say how something is counted, and those that join others. */
const COUNTING: ReadonlySet<string> = wordSet(
  'a an the of in on at to for and is are as by per each all total overall average mean rate ratio share percentage percent',
  'number count der die das des dem den ein eine von vom im am zu für und je pro anteil quote anzahl durchschnittliche mittlere ø',
)
