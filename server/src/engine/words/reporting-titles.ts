import { type WordList, wordList } from './word-list.ts'

/** Positions that report on work and cannot order it. */
export const reportingTitles: WordList = wordList([
  'coordinator',
  'co ordinator',
  'scrum master',
  'pmo analyst',
  'pmo officer',
  'pmo reporting',
  'pmo support',
  'project administrator',
  'project assistant',
  'project support',
  'status reporting',
  'status reporter',
])
