import { type WordList, wordList } from './word-list.ts'

/** Words that keep a state open: nothing in them ends or decides. */
export const openEnded: WordList = wordList([
  'ongoing', 'on going', 'in evaluation', 'under evaluation', 'being evaluated', 'validating', 'exploratory', 'exploring',
  'informing future strategy', 'inform* our strategy', 'learning journey', 'until it is good', 'until further notice',
  'continue* to evaluate', 'continue* to explore', 'continue* to test', 'open ended', 'parked', 'for the time being',
])

/** Next steps that lead to more of the same instead of production. */
export const anotherPilot: WordList = wordList([
  'demo', 'demos', 'another pilot', 'second pilot', 'new pilot', 'next pilot', 'follow up pilot', 'pilot phase 2', 'phase 2 pilot',
  'phase 3 pilot', 'extend the pilot', 'extended pilot', 'pilot extension', 'workshop', 'workshops', 'planning meeting',
  'pilot planning', 'proof of concept', 'poc', 'showcase', 'roadshow', 'brainstorm*', 'steering committee presentation',
])
