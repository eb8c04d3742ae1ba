import { type WordList, wordList } from './word-list.ts'

/** Whether a position is one in IT. Digital, data and service positions are not by themselves: the business has them too. */
export function isItTitle(title: string): boolean {
  return LETTERS.test(title.slice(0, 200)) || titles.find(title) !== undefined
}

/** Whether a team may be IT's own, so that an operator from IT is the right one. */
export function isItTeam(team: string): boolean {
  return LETTERS.test(team.slice(0, 200)) || teams.find(team) !== undefined
}

/** Only in capitals: "it" is a word. */
const LETTERS = /(?<![\p{L}\p{N}])(?:IT|ICT|CIO|CTO|CISO)(?![\p{L}\p{N}])/u

const titles: WordList = wordList([
  'information technology',
  'information systems',
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
  'ict',
  'information technology',
  'information systems',
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
