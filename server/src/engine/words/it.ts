import { withLetters } from '../text/letters.ts'
import { type WordList, wordList } from './word-list.ts'

/** Whether a position is one in IT. Digital, data and service positions are not by themselves: the business has them too. */
export function isItTitle(title: string): boolean {
  return hasLetters(title) || titles.find(title) !== undefined
}

/** Whether a team may be IT's own, so that an operator from IT is the right one. */
export function isItTeam(team: string): boolean {
  return hasLetters(team) || teams.find(team) !== undefined
}

function hasLetters(name: string): boolean {
  const start = name.slice(0, 200)
  return LETTERS(start).test(start)
}

/** Only in capitals: "it" is a word. */
const LETTERS = withLetters(({ letters, digits }) => {
  return `(?<![${letters}${digits}])(?:IT|ICT|CIO|CTO|CISO)(?![${letters}${digits}])`
})

/** What IT is called in other languages. English information may be that of a market. */
const informatics = [
  'informationstech*',
  'informatik*',
  'informatique',
  'informatica',
  'informát*',
  'dsi',
  "systèmes d'information",
]

const titles: WordList = wordList([
  'information technology',
  'information systems',
  ...informatics,
  'chief information officer',
  'chief technology officer',
  'system* administrator',
  'database administrator',
  'network administrator',
  'network engineer',
  'software engineer*',
  'software developer',
  'devops',
  'enterprise architect',
])

const teams: WordList = wordList([
  'it',
  ...informatics,
  'ict',
  'information technology',
  'service desk',
  'helpdesk',
  'help desk',
  'infrastructure',
  'software',
  'platform*',
  'applications',
  'systems',
  'network*',
  'cloud',
  'cybersecurity',
  'devops',
])
