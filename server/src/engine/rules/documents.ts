/** A document that claims come from. */
export interface SourceDocument {
  readonly letter: string
  readonly title: string
  readonly author: string
}

/** The documents behind the rules, by the letter of a claim's number. */
const documents: readonly SourceDocument[] = [
  { letter: 'G', title: 'Pilot Purgatory (glossary entry)', author: 'Prometheus' },
  { letter: 'M', title: 'Five-stage framework for growing businesses', author: 'Prometheus' },
  { letter: 'K', title: 'Why promising projects never reach production', author: 'T. Krause' },
  { letter: 'N', title: 'The Pilot Worked. Nothing Shipped.', author: 'structural causes of stalled pilots' },
  { letter: 'R', title: 'Five-step production roadmap', author: 'S. Armbruster' },
  {
    letter: 'H',
    title: 'Hygiene checks',
    author: 'observed in public AI inventories and their Git histories',
  },
  { letter: 'C', title: 'Where the documents disagree', author: 'the rulebook' },
]

/** The document of a claim such as `M20`. */
export function documentOf(claim: string): SourceDocument | undefined {
  return documents.find(({ letter }) => claim.startsWith(letter))
}
