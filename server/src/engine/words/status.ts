import { type WordList, wordList } from './word-list.ts'

/**
 * Words that keep a state open: nothing in them ends or decides. In front of what the system works on, or of the upkeep
 * of what runs, they describe and keep nothing open: "triage of ongoing claims", "ongoing support", "validating invoices".
 * Nor does a sentence that names the end: "ongoing until 2026-12-11".
 */
export const openEnded: WordList = {
  // The pattern of the descriptions takes some milliseconds to compile: it is for the few texts that hold such a word.
  find: (text) =>
    states.find(text) === undefined ? undefined : states.find(withoutEnds(withoutDescriptions(text))),
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
  'continue* testing',
  'continue* evaluating',
  'keep* testing',
  'keep* evaluating',
  'still evaluating',
  'still being tested',
  'open ended',
  'parked',
  'for the time being',
  'bis auf weiteres',
  'ergebnisoffen*',
  "jusqu'à nouvel ordre",
  'hasta nuevo aviso',
  'fino a nuovo avviso',
  'fino a nuovo ordine',
  'tot nader order',
  'até novo aviso',
])

/** What a pilot itself consists of, and words that show that the sentence goes on. */
const OWN =
  'the|an?|our|its|their|this|these|and|or|but|with|for|until|in|at|on|while|as|because|since|to|so|by|after|is|are|was|evaluat\\p{L}*|pilot\\p{L}*|test\\p{L}*|trials?|assess\\p{L}*|experiment\\p{L}*|explor\\p{L}*|validat\\p{L}*|discussions?|work|project|study|studies|phase|stage|effort|initiative|results?|accuracy|approach|model|value|hypothes\\p{L}*|concept|use|usage|benefits?|feasibility|options?|ways|how|whether|what|where|possibilit\\p{L}*|potential|opportunit\\p{L}*|ideas?|poc|proof|feedback'

const DESCRIPTION = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:on[\\s-]?going|open[\\s-]ended|exploratory|exploring|validating|parked|(?:continu\\p{L}*|keeps?|still)\\s+(?:testing|evaluating))[\\s-]+(?!(?:${OWN})(?![\\p{L}\\p{N}_]))\\p{L}`,
  'giu',
)

function withoutDescriptions(text: string): string {
  return text.slice(0, 2_000).replace(DESCRIPTION, (words) => ' '.repeat(words.length))
}

function withoutEnds(text: string): string {
  const sentences = text.split(/(?<=[.;!?])\s/)
  return sentences.filter((sentence) => !END.test(sentence)).join(' ')
}

/** The day on which it ends, or the latest one; not the words that keep it open: "until further notice on 3 lines". */
const END =
  /\b(?:until(?! further)|till|at the latest|spätestens|au plus tard|(?:más|più|mais) tard(?:ar|i)|uiterlijk)\s[^\d]{0,40}\d/i

/** The words of a next step that lead to more of the same instead of production. */
export function anotherRound(step: string): string | undefined {
  if (harmlessSteps.find(step) || GROWS.test(step)) return undefined
  const words = anotherPilot.find(step)
  return words ?? (leadsOn.find(step) || /\d\s?%/.test(step) ? undefined : moreTalk.find(step))
}

/** A gate, more people or more volume come first, or a gate comes next: what is shown or planned beside it is not the step. */
const GROWS =
  /^\s*(?:(?:hold|pass|the|our|next|first|second|third|fourth|final|last|rollout|expansion|decision|monthly|\d[\w-]*|(?:erst|zweit|dritt|viert|nächst|letzt)e[rs]?)\s+){0,4}gates?\b(?!\s(?:demos?|workshops?|showcase)\b)|^\s*(?:scale|expand|grow|go[\s-]live|roll(?:ing)?[\s-]?out)\b(?!\s(?:the\s|a\s|our\s)?demos?\b)|\bthen\b[^.;]{0,60}(?:\bgates?\b|\d\s?%|\bproduction\b|\bgo(?:es)?[\s-]live\b)/i

const anotherPilot: WordList = wordList([
  ...['demo', 'demos', 'another pilot', 'second pilot', 'new pilot', 'next pilot', 'follow up pilot'],
  ...['pilot phase 2', 'phase 2 pilot', 'phase 3 pilot', 'extended pilot', 'planning meeting'],
  ...['weiterer pilot', 'weiteren piloten', 'neuer pilot', 'zweiter pilot', 'autre pilote', 'nouveau pilote'],
  ...['otro piloto', 'nuevo piloto', 'pilot planning', 'showcase', 'roadshow', 'brainstorm*'],
  ...['steering committee presentation'],
])

/** Steps that lead nowhere by themselves, and may be a part of one that does. */
const moreTalk: WordList = wordList([
  ...['workshop', 'workshops', 'proof of concept', 'poc', 'pilot extension', 'extension of the pilot'],
  ...['extend the pilot', 'extend pilot', 'extending the pilot', 'second phase of the pilot'],
  ...['third phase of the pilot', 'next phase of the pilot', 'phase 2 of the pilot', 'phase 3 of the pilot'],
  ...['presentation to the board', 'presentation for the board', 'presentation to the management*'],
  ...['presentation to management', 'presentation to the executive*', 'presentation to the steering *'],
  ...['demonstration', 'demonstrations', 'démo', 'démos', 'démonstration'],
])

/** A gate, a decision, more people, what the adoption needs or production itself: the workshop before it is a part of the way. */
const leadsOn: WordList = wordList([
  ...['gate', 'gates', 'decide*', 'decision*', 'migrate*', 'migration', 'go live', 'goes live'],
  ...['to production', 'into production', 'in production', 'the production *', 'of the volume'],
  ...['playbook', 'playbooks', 'acceptance test*', 'user acceptance'],
  ...['extend the pilot to', 'extend pilot to', 'extending the pilot to', 'extension of the pilot to'],
])

/** Steps that only sound like it: the demo ends, the workshop is a garage, or people learn to work with the system. */
const harmlessSteps: WordList = wordList([
  ...['demo environment*', 'demo system*', 'demo account*', 'demo data', 'demo server*'],
  ...['training workshop*', 'workshop floor', 'repair workshop*', 'workshop manager*', 'workshop staff'],
  ...['depot workshop*', 'all workshops', 'workshops use', 'workshop joins', 'workshops join'],
  ...['switch off the demo', 'retire the demo', 'retire the poc', 'retire the proof of concept'],
  ...['end of the demo'],
])
