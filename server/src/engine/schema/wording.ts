import { isCountable } from '../pilot/countable.ts'
import type { SyntaxNode } from '../yaml/node.ts'
import type { Property } from './vocabulary.ts'

/** What a value of a kind is, as the object of a sentence. */
export const kindWords: Readonly<Record<string, string>> = {
  date: 'a date',
  share: 'a share such as 15%',
  duration: 'a length of time',
  text: 'a text',
  number: 'a number',
  'whole number': 'a whole number',
  'true or false': 'true or false',
  list: 'a list',
  'list or number': 'a list of names or a whole number',
  'text or list': 'a text or a list',
  'text or number or true or false': 'a text, a number, true or false',
  severity: 'a severity',
  weight: 'a severity',
  firstStage: 'a stage',
  setting: 'a severity, or a list of a severity and options',
  glob: 'a pattern of paths',
  ruleId: 'the name of a rule',
  place: 'a path of keys',
  block: 'a block of keys and values',
  word: 'one of its words',
  slug: 'a short name',
  email: 'an e-mail address',
  currencyCode: 'a currency code',
  jurisdiction: 'a country or state code',
}

/** What an author wrote, as the object of a sentence. */
export function kindOf(node: SyntaxNode): string {
  if (node.kind === 'mapping') return 'a block'
  if (node.kind === 'sequence') return 'a list'
  if (node.value === null) return 'empty'
  if (typeof node.value === 'boolean') return String(node.value)
  return typeof node.value === 'number' ? `the number ${node.value}` : 'a text'
}

/** Why a number is none that a key takes, where it takes numbers. */
export function excessOf(node: SyntaxNode, wanted: string): string {
  const value = node.kind === 'scalar' ? node.value : undefined
  const isTooLarge = typeof value === 'number' && Number.isFinite(value) && !isCountable(value)
  return isTooLarge && wanted.includes('number') ? ', too large to calculate with' : ''
}

/** The words of a key as a list to choose from. */
export function listed({ words }: Property): string {
  if (words.length < 2) return `"${words[0]?.word ?? ''}"`
  // A bare comma between commas could not be told from them.
  const shown = words.map(({ word }) => (/\w/.test(word) ? word : JSON.stringify(word)))
  return `one of ${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}

/** A sentence with an example, behind a blank; empty where there is none that fits into one. */
export function exampleOf(property: Property | undefined): string {
  const [example] = property?.examples ?? []
  if (typeof example !== 'string' && typeof example !== 'number') return ''
  return ` For example: ${String(example).replace(/\.$/, '')}.`
}

/** What a word is called, where the key before it is not its name. */
export const nouns: Readonly<Record<string, string>> = {
  severity: 'severity',
  weight: 'severity',
  firstStage: 'stage',
}

/** Keys that no sentence takes for the name of what stands behind them. */
export const NO_NOUNS: ReadonlySet<string> = new Set([
  ...['apiVersion', 'dates', 'per', 'better', 'covers', 'fix', 'checkIn', 'businessReview', 'participants'],
])

/** What to say of a key that was pasted with a blank which is none. */
export function hardBlankIn(key: string): string {
  return `"${key}" holds a non-breaking space, which YAML takes for a letter. Replace it by a blank.`
}
