import { type WordList, wordList } from './word-list.ts'

/**
 * Words that keep a state open: nothing in them ends or decides. In front of what the system works on, or of the upkeep
 * of what runs, they describe and keep nothing open: "triage of ongoing claims", "ongoing support", "validating invoices".
 */
export const openEnded: WordList = {
  // The pattern of the descriptions takes some milliseconds to compile: it is for the few texts that hold such a word.
  find: (text) => (states.find(text) === undefined ? undefined : states.find(withoutDescriptions(text))),
}

const states = wordList([
  'ongoing',
  'on going',
  'in evaluation',
  'under evaluation',
  'being evaluated',
  'validating',
  'exploratory',
  'exploring',
  'informing future strategy',
  'inform* our strategy',
  'learning journey',
  'until it is good',
  'until further notice',
  'continue* to evaluate',
  'continue* to explore',
  'continue* to test',
  'open ended',
  'parked',
  'for the time being',
])

/** What a pilot itself consists of, and words that show that the sentence goes on. */
const OWN =
  'the|an?|our|its|their|this|these|and|or|but|with|for|until|in|at|on|while|as|because|since|to|so|by|after|is|are|was|evaluat\\p{L}*|pilot\\p{L}*|test\\p{L}*|trials?|assess\\p{L}*|experiment\\p{L}*|explor\\p{L}*|validat\\p{L}*|discussions?|work|project|study|studies|phase|stage|effort|initiative|results?|accuracy|approach|model|value|hypothes\\p{L}*|concept|use|usage|benefits?|feasibility|options?|ways|how|whether|what|where|possibilit\\p{L}*|potential|opportunit\\p{L}*|ideas?|poc|proof|feedback'

const DESCRIPTION = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:on[\\s-]?going|exploratory|exploring|validating|parked)[\\s-]+(?!(?:${OWN})(?![\\p{L}\\p{N}_]))\\p{L}`,
  'giu',
)

function withoutDescriptions(text: string): string {
  return text.slice(0, 2_000).replace(DESCRIPTION, (words) => ' '.repeat(words.length))
}

/** Next steps that lead to more of the same instead of production. */
export const anotherPilot: WordList = wordList([
  'demo',
  'demos',
  'another pilot',
  'second pilot',
  'new pilot',
  'next pilot',
  'follow up pilot',
  'pilot phase 2',
  'phase 2 pilot',
  'phase 3 pilot',
  'extend the pilot',
  'extended pilot',
  'pilot extension',
  'workshop',
  'workshops',
  'planning meeting',
  'pilot planning',
  'proof of concept',
  'poc',
  'showcase',
  'roadshow',
  'brainstorm*',
  'steering committee presentation',
])

/** Steps that only sound like it: the demo ends, the workshop is a garage, or people learn to work with the system. */
export const harmlessSteps: WordList = wordList([
  ...['demo environment*', 'demo system*', 'demo account*', 'demo data', 'demo server*'],
  ...['training workshop*', 'workshop floor', 'repair workshop*', 'workshop manager*', 'workshop staff'],
  ...['depot workshop*', 'all workshops', 'workshops use', 'switch off the demo', 'retire the demo'],
  ...['retire the poc', 'retire the proof of concept', 'end of the demo'],
])
