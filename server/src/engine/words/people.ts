import { remembered } from '../once.ts'
import { isAscii, withLetters } from '../text/letters.ts'
import { ARTICLE, DEAN, isPositionWord, nameEndings, nameTitles, positionWords } from './name-parts.ts'
import { isNobody } from './nobody.ts'
import {
  functionPhrases,
  GROUP_ENDING,
  groupBeginnings,
  groupEndings,
  groupNames,
  groupPeople,
  groupWords,
} from './organisation.ts'
import { regionWords } from './places.ts'
import { isFunction, isOfOrganisation, isOfPosition, isPlace, isPosition } from './position.ts'

/**
 * What a name in an owner's place really is: one person, several, a group, the title of a position, or nobody yet.
 * In doubt it is a person: a family name such as Board, Group or Teams does not make a committee.
 */
export type NameKind = 'person' | 'people' | 'group' | 'position' | 'vacancy'

export const kindOfName: (name: string) => NameKind = remembered((name) => {
  const text = plain(name)
  if (isNobody(text)) return 'vacancy'
  const whole = kindOfOne(text)
  if (whole !== 'person') return whole
  const parts = partsOf(text)
  return parts.length > 1 && peopleAmong(parts).length > 1 ? 'people' : 'person'
})

/** How a sentence calls an owner: by the name, or by the part where the name is nobody's yet. */
export function nameOr(name: string, part: string): string {
  return kindOfName(name) === 'vacancy' ? part : name
}

/** The single people in a name that holds several. Qualifications, positions and groups beside them are left out. */
export function peopleIn(name: string): readonly string[] {
  return peopleAmong(partsOf(plain(name)))
}

function partsOf(text: string): readonly string[] {
  return text.split(SEPARATOR).flatMap(bySpanishAnd).flatMap(byComma)
}

function peopleAmong(parts: readonly string[]): readonly string[] {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isNobody(part) && kindOfOne(part) === 'person')
}

/** Whether two names are of one person: the same first and last name, one of them perhaps with an initial or a title. */
export function isSamePerson(a: string, b: string): boolean {
  const [one, other] = [nameWords(a), nameWords(b)]
  if (one.length < 2 || other.length < 2) return one.length > 0 && one.join(' ') === other.join(' ')
  const [first = '', second = ''] = [one[0], other[0]]
  const initial = first.length === 1 || second.length === 1
  return one.at(-1) === other.at(-1) && (initial ? first[0] === second[0] : first === second)
}

/** What the names of people are compared by: their words in small letters, without accents, titles and degrees. */
export function personKey(name: string): string {
  return nameWords(name).join(' ')
}

const SEPARATOR = /[;/&+|]|\s+(?:and|or|und|oder|et)\s+/i

/** Without what is added in brackets or behind a dash, or a position in front of it, and with `Ortega, Luis` turned round. */
function plain(name: string): string {
  const whole = name
    .slice(0, 200)
    .normalize()
    .replace(ADDRESS, '$1')
    .replace(BESIDE, '')
    .replace(functionPhrases, 'Operations')
  const [core = ''] = whole.replace(/\([^)]*\)?|<[^>]*>?/g, ' ').split(/\s[-–—]\s/)
  const sides = core.split(',').map((side) => side.trim())
  const [family = '', given = ''] = sides
  const turned =
    sides.length === 2 && FAMILY(family).test(family) && wordsOf(given).length <= 2 && mayBeNames(given)
  return turned ? `${given} ${family}` : (nameBehindPosition(core, whole) ?? core.trim())
}

/** `user:default/luis.ortega`, `luis.ortega@example.com`. */
const ADDRESS = /^(?:user:(?:[^\s/]*\/)?)?([^\s@]+)(?:@\S+)?$/i

/** What stands beside a name and is no part of it: degrees, forms of address, and what somebody was called before. */
const BESIDE =
  /\b(?:Capt|Col|Dipl|Fr|Gen|Hon|Hr|Ing|[Ll]ic|Lt|Mag|Maj|Priv\.-Doz|Rev|Sgt|Univ|apl|dent|(?<= )em|h\.\s?c|habil|[ij]ur|med|nat|oec|phil|pol|rer|vet|[BM]\.(?:Eng|Sc))\.[\s-]*|,?\s(?:geb\.|geborene|née|formerly|vormals)\s.*/g

/** `Head of Sales Maria Lopez`, `Plant Manager: Maria Lopez`. Where it may be the name of a place, it is taken for one of a person. */
function nameBehindPosition(core: string, whole: string): string | undefined {
  const [position = '', ...others] = whole.split(/[(),:]|\s[-–—]\s/)
  if (kindOfOne(core) !== 'position') return undefined
  const words = position.split(/\s+/)
  const of = words.findIndex((word) => word === 'of' || word === 'for')
  const rest = words.findIndex((word, at) => at > of && !isOfOrganisation(word, position) && !isRegion(word))
  const behind = of > 0 && rest > of + 1 ? [words.slice(rest).join(' ')] : []
  return [...behind, ...others].map((part) => part.trim()).find(isFullName)
}

function isFullName(text: string): boolean {
  const words = wordsOf(text)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (words.length < 2 || words.length > 5 || !/^\p{Lu}/u.test(first) || !/^\p{Lu}/u.test(last)) return false
  return (
    !isNobody(text) &&
    !words.some((word, at) => {
      // `Maria Board`: behind a first name it is a family name.
      const isFamily =
        at > 0 && at === words.length - 1 && (groupNames.has(flat(word)) || positionWords.has(flat(word)))
      return isRegion(word) || (isOfOrganisation(word, text) && !isFamily)
    })
  )
}

function isRegion(word: string): boolean {
  return regionWords.has(word.toLowerCase())
}

function mayBeNames(text: string): boolean {
  const words = wordsOf(text)
  return (
    words.length > 0 && !words.some((word) => nameEndings.has(flat(word)) || isOfOrganisation(word, text))
  )
}

/** What a text without separators names. */
function kindOfOne(text: string): 'person' | 'group' | 'position' {
  const head = (text.split(',')[0] ?? '').replace(ARTICLE, '')
  const words = wordsOf(head)
  const small = words.map((word) => word.toLowerCase())
  if (DEAN.test(head) || (isPosition(words, small, head) && !isOffice(small))) return 'position'
  if (isGroup(words, small, head)) return 'group'
  // `Oberärztin Station 3`: nobody is numbered.
  if (words.length < 2 || !words.some((word) => NUMBER.test(word))) return 'person'
  return small.some(isPositionWord) ? 'position' : 'group'
}

const NUMBER = /^(?:\d{1,2}.?|.\d{1,2})$/

function isGroup(words: readonly string[], small: readonly string[], text: string): boolean {
  const [first = ''] = small
  const last = small.at(-1) ?? ''
  if (small.some((word) => groupWords.has(word)) || groupEndings.has(last)) return true
  if ((begins(first, small[1] ?? '') && !isCouncillor(words)) || groupPeople.has(last)) return true
  if (words.length > 0 && words.every((word) => isOfOrganisation(word, text))) return true
  if (isOffice(small) || isPlural(words, last, text)) return true
  if (!groupNames.has(last)) return false
  return (
    first === 'the' ||
    first === 'our' ||
    words.slice(0, -1).some((word) => isFunction(word, text) || isPlace(word) || /['’]s$/.test(word))
  )
}

function begins(first: string, second: string): boolean {
  // `Team Lead Maria Lopez` is a person.
  if (first === 'team' || first === 'equipe') return !isPositionWord(second)
  return GROUP_ENDING.test(first) || groupPeople.has(first) || (groupBeginnings.has(first) && second !== '')
}

/** `Stadtrat Peter Meier` sits in the council that `Stadtrat Leipzig` is. */
function isCouncillor([first = '', ...behind]: readonly string[]): boolean {
  return /(?:gemeinde|s|stadt)rat$/i.test(first) && isFullName(behind.join(' '))
}

/** `Shift leads`, and not `Jon Leads`. */
function isPlural(words: readonly string[], last: string, text: string): boolean {
  const role = last.endsWith('s') && positionWords.has(last.slice(0, -1))
  return role && words.length > 1 && words.slice(0, -1).every((word) => isOfPosition(word, text))
}

/** `Board of Directors`, `Office of the CFO`. */
function isOffice([first = '', second]: readonly string[]): boolean {
  return groupNames.has(first) && (second === 'of' || second === 'for')
}

/** `Ortega y Gasset` is one name: only two full names are two people. */
function bySpanishAnd(text: string): readonly string[] {
  const parts = text.split(' y ')
  return parts.every(isFullName) ? parts : [text]
}

/** Parts at a comma are people only when each is a first and a last name, or when there are three and more. */
function byComma(text: string): readonly string[] {
  if (!text.includes(',')) return [text]
  const parts = text.split(',').filter((part) => mayBeNames(part))
  const full = parts.every((part) => wordsOf(part).length > 1)
  return full || parts.length > 2 ? parts : [parts[0] ?? '']
}

const nameWords = remembered((name): readonly string[] => {
  const [core = ''] = plain(name).split(',')
  return wordsOf(capitalsLast(core))
    .map(spelt)
    .filter((word, at, { length }) => !(nameTitles.has(word) && at < length - 1) && !nameEndings.has(word))
})

/** `DUBOIS Marie-Claude`, as French offices write it. */
function capitalsLast(name: string): string {
  const [family = '', ...given] = name.split(' ')
  const isTitle = nameTitles.has(flat(family.replace('.', '')))
  const isFamily = family.length > 3 && family === family.toUpperCase() && !isTitle
  return isFamily && given.every((word) => word !== word.toUpperCase()) ? [...given, family].join(' ') : name
}

function wordsOf(text: string): readonly string[] {
  return text.match(NAME(text)) ?? []
}

/** A family name in front of a comma. */
const FAMILY = withLetters(({ letters }) => `^[${letters}]\\S*$`)
const NAME = withLetters(({ letters, digits }) => `[${letters}${digits}'’]+`, 'g')

/** `Müller`, `Mueller` and `Muller` are one name; `Michael`, `Bauer` and `Monroe` are no other. */
function spelt(word: string): string {
  return flat(word)
    .replace(/[’ßøł]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(^|[^aeiouq])([aou])e(?!(?:la?|y)?$)/g, '$1$2')
}

const LETTERS: Readonly<Record<string, string>> = { '’': "'", ß: 'ss', ø: 'o', ł: 'l' }

function flat(word: string): string {
  return (isAscii(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase()
}
