import { isAbsentAt } from '../../pilot/located.ts'
import { insertMissing } from '../../templates/changes.ts'
import { valueTemplate } from '../../templates/value.ts'
import { numberWords } from '../../words/value.ts'
import type { Rule } from '../rule.ts'

export const valueNoNumber: Rule = {
  id: 'value/no-number',
  from: { criteria: 'warning' },
  docs: {
    summary: 'The value has a number, in its sentence or as an amount.',
    why: 'Without a number the value cannot be compared: not with the cost of production, not with the pilot next door, and not with the eventual result.',
    remedy: 'Add the amount, even a careful estimate. It can be corrected; a missing one cannot.',
    sources: [
      { claim: 'R16', says: 'The sentence about the return holds a number.' },
      { claim: 'R71', says: 'Success is defined in money.' },
    ],
    bad: [
      {
        title: 'Fewer, but how many',
        yaml: `stage: criteria
value:
  statement: Fewer orders have to be asked back.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The value has no number. Say how much falls or rises, or add the amount.
`,
      },
      {
        title: 'Happier customers',
        yaml: `stage: data
value: { statement: Customers wait less for an answer, amount: , per: month }
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'A number in the sentence',
        yaml: `value:
  statement: Sellers spend 260 hours a month less on logging.
`,
      },
      {
        title: 'A number as a word',
        yaml: `value:
  statement: Half of the orders need no question any more.
`,
      },
      {
        title: 'An amount beside it',
        yaml: `value: { statement: Fewer orders have to be asked back., amount: 8000, per: month }
`,
      },
    ],
  },

  *check(pilot) {
    const statement = pilot.value?.statement
    if (!statement || !isAbsentAt(pilot, 'value', 'amount')) return
    if (/\p{N}/u.test(statement.value) || numberWords.find(statement.value)) return
    const keys = ['amount', 'per'].filter((key) => isAbsentAt(pilot, 'value', key))
    yield {
      at: statement.span,
      message: 'The value has no number. Say how much falls or rises, or add the amount.',
      fixes: [
        {
          title: 'Insert the value as an amount',
          safe: false,
          changes: insertMissing(pilot, 'value', { keys, whole: valueTemplate() }),
        },
      ],
    }
  },
}
