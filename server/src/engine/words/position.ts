import {
  addressWords,
  isPositionWord,
  joiningWords,
  POSITION_ENDING,
  positionJoints,
  positionPlaces,
  positionRanks,
  positionWords,
} from './name-parts.ts'
import {
  functionLetters,
  functionWords,
  GROUP_ENDING,
  groupEndings,
  groupNames,
  groupWords,
} from './organisation.ts'
import { isWhere } from './places.ts'

/** Whether the words of a text without separators, as they stand and in small letters, are the title of a position. */
export function isPosition(words: readonly string[], small: readonly string[], text: string): boolean {
  const noun = small.findIndex(isPositionWord)
  if (noun < 0) return false
  if (small[0] === 'chief' && small.at(-1) === 'officer') return true
  // `Head stonemason`, `Chef de service`, `Responsable courrier Lyon`: no name goes on in small letters.
  const behind = words.slice(noun + 1)
  const isTold = behind.some((word) => isSmall(word) && !positionJoints.has(word))
  const goesOn = isTold && behind.every((word) => isSmall(word) || isWhere(word))
  if (noun === 0 && words[0] !== small[0] && goesOn) return true
  const link = words.findIndex((word, at) => at > noun && isLink(word, at === noun + 1, words[at - 1] ?? ''))
  const held = link < 0 ? words : words.slice(0, link)
  if (held.some(isWhere) && !mayBeHeldThere(held, small, noun)) return false
  return held.every((word, at) => {
    const whole = word.replace(ELISION, '')
    return isOfPosition(whole, text) || (at > 0 && positionJoints.has(word)) || isWhere(word)
  })
}

/** `Chef d'équipe`. */
const ELISION = /^[dl]['’]/

/** `Filialleiterin Köln`, `London Store Manager`, and neither `Berlin Meister` nor `Coach London`. */
function mayBeHeldThere(words: readonly string[], small: readonly string[], noun: number): boolean {
  return words.length > 2 || (noun === 0 && !addressWords.has(small[0] ?? ''))
}

/** What follows is what a position is held over: of any name behind `Manager at` and `Responsable du site de`. */
function isLink(word: string, isNext: boolean, before: string): boolean {
  if (isNext) return LINKS.has(word.toLowerCase()) || SMALL_LINKS.has(word)
  return isPlace(before.replace(ELISION, '')) && positionJoints.has(word)
}

/** What follows them is what a position is held over, whatever that is called, and never a name. */
const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'der', 'des', 'für'])
/** `In Sun Park` is a person. */
const SMALL_LINKS: ReadonlySet<string> = new Set(['am', 'at', 'aus', 'from', 'im', 'in', 'vom'])

function isSmall(word: string): boolean {
  return word === word.toLowerCase()
}

export function isOfPosition(word: string, text: string): boolean {
  return isPlace(word) || isOfOrganisation(word, text)
}

export function isPlace(word: string): boolean {
  return positionPlaces.has(word.toLowerCase())
}

export function isOfOrganisation(word: string, text: string): boolean {
  const small = word.toLowerCase()
  const lists = [groupWords, groupEndings, groupNames, positionWords, positionRanks, joiningWords]
  if (lists.some((list) => list.has(small)) || isFunction(word, text)) return true
  return POSITION_ENDING.test(small) || GROUP_ENDING.test(small)
}

export function isFunction(word: string, text: string): boolean {
  if (functionWords.has(word.toLowerCase())) return true
  return functionLetters.has(text === text.toLowerCase() ? word.toUpperCase() : word)
}
