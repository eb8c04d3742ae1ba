import { wordsIn } from '../text/letters.ts'
import { wordSet } from '../words/word-set.ts'
import { nameKey } from './commitments.ts'

/** The first number that another one took the place of in the same words. */
export interface OtherNumber {
  readonly was: string
  readonly is: string
  /** Whether what the words say is true of more values than before, or of fewer; unknown where they do not tell. */
  readonly holds: 'more' | 'less' | undefined
}

/** A text cut at its numbers, and its words joined: what stands in front of each number and behind the last one. */
export interface CutText {
  readonly key: string
  readonly words: readonly string[]
  readonly numbers: readonly string[]
}

/** Days are no numbers. Nothing for what is too long to be compared. */
export function cutAtNumbers(text: string): CutText | undefined {
  if (text.length > MOST_LETTERS) return undefined
  const name = nameKey(text).replace(/(\d) %/g, '$1%')
  const words = name.split(NUMBER)
  return { key: words.join('#'), words, numbers: name.match(NUMBER) ?? [] }
}

/** What changed between two conditions that say the same of other numbers; `undefined` where they differ in more than these. */
export function otherNumber(from: CutText, to: CutText): OtherNumber | undefined {
  if (from.key !== to.key) return undefined
  const negated = from.words.flatMap((text, at) => (wordsIn(text).some(isNegation) ? [at] : []))
  const changes = from.numbers.flatMap((was, at): readonly OtherNumber[] => {
    const is = to.numbers[at] ?? was
    if (is === was) return []
    const isNegated = negated.some((other) => other !== at)
    return [{ was, is, holds: isNegated ? undefined : holding(from.words[at] ?? '', was, is) }]
  })
  const [first, ...others] = changes
  return first && others.some(({ holds }) => holds !== first.holds) ? { ...first, holds: undefined } : first
}

const MOST_LETTERS = 1_000
const NUMBER = /(?<![\d.,a-z-])\d+(?:[.,]\d+)*(?![\da-z]|[-.,]\d)/g

function holding(front: string, was: string, is: string): OtherNumber['holds'] {
  const way = comparisonIn(front)
  // Nobody knows whether `1.500` is more than a thousand, unless the other one is written like it.
  const [mark, other] = [was, is].map((each) => GROUPED.exec(each)?.[1])
  const [from, to] = [was, is].map((each) => amountOf(each, mark))
  if (!way || mark !== other || from === undefined || to === undefined || from === to) return undefined
  return to > from === (way === 'above') ? 'less' : 'more'
}

/** A number whose digits stand in groups of three. */
const GROUPED = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/

function amountOf(number: string, mark: string | undefined): number {
  return Number(mark ? number.replaceAll(mark, '') : number.replace(',', '.'))
}

type Way = 'above' | 'below'

/** On which side of a number a condition is true, by the words right in front of it. */
function comparisonIn(front: string): Way | undefined {
  const sign = /[<>≤≥](?=[\s=$€£]*$)/.exec(front)?.[0]
  if (sign) return '>≥'.includes(sign) ? 'above' : 'below'
  const words = wordsIn(front)
  const at = comparisonAt(words)
  if (at === undefined) return undefined
  const way = ABOVE.has(words[at] ?? '') ? 'above' : 'below'
  const isNegated = words.slice(0, at).some(isNegation)
  if (!isNegated) return way
  // A negation further away may be one of something else.
  if (!words.slice(Math.max(0, at - 2), at).some(isNegation)) return undefined
  return way === 'above' ? 'below' : 'above'
}

/** Where the word is that compares with what comes next: in `below target for 6 weeks` none does, nor in `most of the 20`. */
function comparisonAt(words: readonly string[]): number | undefined {
  const at = words.findLastIndex((word) => !FILLERS.has(word))
  const last = words[at] ?? ''
  if (THAN.has(last)) {
    const comparative = words.slice(0, at).findLastIndex((word) => COMPARATIVES.has(word))
    return comparative >= at - MOST_BETWEEN && comparative >= 0 ? comparative : undefined
  }
  if (SUPERLATIVES.has(last) && words[at - 1] !== 'at') return undefined
  const isOne = !COMPARATIVES.has(last) && (ABOVE.has(last) || BELOW.has(last))
  return isOne ? at : undefined
}

/** Up to `than` behind the word that it belongs to, as in `fewer users than 5`. */
const MOST_BETWEEN = 2
const THAN = wordSet('than als')
const FILLERS = wordSet(
  'about around roughly approximately some ca circa etwa rund a an the of or equal to oder gleich eur usd gbp chf euro',
)
const COMPARATIVES = wordSet(
  'more higher greater less fewer lower mehr höher größer weniger niedriger kleiner',
)
const SUPERLATIVES = wordSet('most least')

function isNegation(word: string): boolean {
  return NEGATIONS.has(word)
}

/** Words that may say the one as well as the other are in none: `over 3 weeks`, `au plus`, `plus de`. */
const ABOVE = wordSet(
  'above more exceeds exceed exceeding higher greater beyond least minimum mehr höher größer mindestens übersteigt oberhalb',
)
const BELOW = wordSet(
  'below under less fewer lower most maximum unter weniger niedriger kleiner höchstens unterhalb',
)
const NEGATIONS = wordSet('no not never none nobody nicht kein keine keiner keinen nie niemand')
