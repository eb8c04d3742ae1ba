import { buzzwords } from '../../words/value.ts'
import type { Rule } from '../rule.ts'

export const valueBuzzwords: Rule = {
  id: 'value/buzzwords',
  from: { criteria: 'warning' },
  docs: {
    summary: 'The value is stated in plain numbers, without optimize, enhance or transform.',
    why: 'These words promise a change and name none. A sentence that needs them usually has no number, and nobody can tell later whether it came true.',
    remedy: 'Replace the word with what falls or rises: which hours, which cost, which errors.',
    sources: [
      { claim: 'R17', says: 'The sentence about the return avoids optimize, enhance and transform.' },
    ],
    suppress: 'The word is a term of your trade, such as transforming voltage.',
    bad: [
      {
        title: 'Two of them, and no number',
        yaml: `stage: criteria
value:
  statement: Clausewise will transform how we read contracts.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The value leans on "transform". Say instead what falls or rises, and by how much.
`,
      },
      {
        title: 'British spelling',
        yaml: `stage: data
value:
  statement: Routes are optimised for every depot.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Plain numbers',
        yaml: `value:
  statement: Fewer empty miles save $38,000 a month.
`,
      },
      {
        title: 'A machine of that name',
        yaml: `value:
  statement: Two avoided failures of a transformer save $64,000 a year at our transformer stations.
`,
      },
      {
        title: 'Quoted, denied, and an optimist',
        yaml: `value:
  statement: The project "Transform" does not optimize anything; an optimist would say that it saves 900 hours.
`,
      },
      {
        title: 'Elsewhere the word is harmless',
        yaml: `summary: Optimization of the review of permit applications
value:
  statement: Reminders cost $9,400 a month less.
`,
      },
    ],
  },

  *check({ value }) {
    const statement = value?.statement
    const word = statement && buzzwords.find(statement.value)
    if (!statement || word === undefined) return
    yield {
      at: statement.span,
      message: `The value leans on "${word}". Say instead what falls or rises, and by how much.`,
    }
  },
}
