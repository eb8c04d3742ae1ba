import { sentencesIn } from '../../words/sentences.ts'
import type { Rule } from '../rule.ts'

export const valueNotOneSentence: Rule = {
  id: 'value/not-one-sentence',
  from: { criteria: 'warning' },
  docs: {
    summary: 'The value fits into one sentence.',
    why: 'Whoever decides hears the case once, between two others. Several sentences usually mean several problems, and a pilot that solves several finishes none.',
    remedy: 'Keep the sentence with the number. The rest belongs in the summary.',
    sources: [
      { claim: 'R16', says: 'The return fits into one sentence with a number, not three paragraphs.' },
    ],
    bad: [
      {
        title: 'Three sentences',
        yaml: `stage: criteria
value:
  statement: Planners work faster. Overtime falls by $19,000 a month. Customers are happier, too.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The value takes 3 sentences. Keep the one with the number, and move the rest to the summary.
`,
      },
      {
        title: 'Two paragraphs',
        yaml: `stage: criteria
value:
  statement: "Overtime falls by $19,000 a month\\n\\nCustomers are happier, too"
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Dots that do not end a sentence',
        yaml: `value:
  statement: Planner overtime, e.g. on weekends, falls by approx. $1.5 million p.a. in the U.S. plants of Halden Foods Inc. from 2027 on.
`,
      },
      {
        title: 'One sentence over two lines',
        yaml: `value:
  statement: >-
    Inspectors drive 900 hours a month less,
    which is worth $47,000.
`,
      },
      {
        title: 'A name with an initial, and a time of day',
        yaml: `value:
  statement: The team of J. Ito saves 40 hours a week, from 7 a.m. Monday to Friday!
`,
      },
    ],
  },

  *check({ value }) {
    const statement = value?.statement
    const count = statement ? sentencesIn(statement.value) : 0
    if (!statement || count < 2) return
    yield {
      at: statement.span,
      message: `The value takes ${count} sentences. Keep the one with the number, and move the rest to the summary.`,
    }
  },
}
