import { isAbsentAt } from '../../pilot/located.ts'
import { insertMissing } from '../../templates/changes.ts'
import { valueTemplate } from '../../templates/value.ts'
import type { Rule } from '../rule.ts'

export const valueMissing: Rule = {
  id: 'value/missing',
  from: { criteria: 'warning' },
  docs: {
    summary: 'A pilot says in one sentence what it is worth.',
    why: 'Money for production goes to what has a result. A pilot that cannot state its own in one sentence is put off whenever another can.',
    remedy: 'Write what falls or rises, from which number to which, and what that is worth.',
    sources: [
      { claim: 'R16', says: 'The return fits into one sentence with a number.' },
      { claim: 'R05', says: 'Spending is put off where no return can be shown.' },
      {
        claim: 'G10',
        says: 'Purgatory means that nothing connects the experiment to a business outcome.',
      },
    ],
    bad: [
      {
        title: 'No business case',
        yaml: `stage: criteria
#^^^^ warning: Nothing says what the pilot is worth. Write one sentence with the number that falls or rises.
`,
      },
      {
        title: 'An amount that nobody can explain',
        yaml: `stage: data
value:
#^^^^ warning
  amount: 19000
  per: month
`,
      },
    ],
    good: [
      {
        title: 'One sentence with its numbers',
        yaml: `value:
  statement: Planner overtime falls from $31,000 to $12,000 a month.
`,
      },
      {
        title: 'A sentence without a number, which another rule reports',
        yaml: `value:
  statement: Fewer orders have to be asked back.
`,
      },
    ],
  },

  *check(pilot) {
    if (!isAbsentAt(pilot, 'value', 'statement')) return
    yield {
      at: (pilot.value ?? pilot).keySpan,
      message:
        'Nothing says what the pilot is worth. Write one sentence with the number that falls or rises.',
      fixes: [
        {
          title: 'Insert the value in one sentence',
          safe: false,
          changes: insertMissing(pilot, 'value', { keys: ['statement'], whole: valueTemplate() }),
        },
      ],
    }
  },
}
