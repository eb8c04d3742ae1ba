import { removeComment } from '../../templates/suppression.ts'
import type { Rule } from '../rule.ts'

export const suppressionExpired: Rule = {
  id: 'suppression/expired',
  from: { criteria: 'warning', stopped: 'warning' },
  needs: ['today'],
  docs: {
    summary: 'No suppression is past the date until which it was given.',
    why: 'A suppression with a date is a promise to come back. Once the date has passed, the finding counts again.',
    remedy:
      'Fix what was silenced and remove the comment, or give the suppression a new date and a reason for it.',
    sources: [],
    bad: [
      {
        title: 'A date that has passed',
        today: '2026-06-01',
        yaml: `owners:
  operator:
    # pilots-ignore-next-line owners/operator-shared until 2026-05-31 -- Pete leaves in May
#                             ^^^^^^^^^^^^^^^^^^^^^^ warning: The suppression of owners/operator-shared held until 2026-05-31. Mend what it silenced, or give it a new day.
    name: Kim Alvarado & Pete Lindqvist
`,
      },
      {
        title: 'A date that does not exist',
        yaml: `# pilots-ignore-file owners/operator-shared until 2026-06-31 -- Pete leaves in June
#                    ^^^^^^^^^^^^^^^^^^^^^^ warning: The suppression of owners/operator-shared names a last day that cannot be read. Write it as year, month and day, such as 2026-05-29.
apiVersion: pilot-as-code/v1
name: demand-forecast
title: Demand forecast
stage: stopped
`,
      },
    ],
    good: [
      {
        title: 'The last day',
        today: '2026-05-31',
        yaml: `owners:
  operator:
    # pilots-ignore-next-line owners/operator-shared until 2026-05-31 -- Pete leaves in May
    name: Kim Alvarado & Pete Lindqvist
`,
      },
      {
        title: 'No date at all',
        yaml: `owners:
  operator:
    # pilots-ignore-next-line owners/operator-shared -- Kim has days, Pete has nights
    name: Kim Alvarado & Pete Lindqvist
`,
      },
    ],
  },

  *check(_pilot, { suppressions, file }) {
    for (const suppression of suppressions) {
      const { state, rule, until } = suppression
      if (state !== 'expired') continue
      const what = until
        ? `held until ${until}. Mend what it silenced, or give it a new day.`
        : 'names a last day that cannot be read. Write it as year, month and day, such as 2026-05-29.'
      const fixes = until ? [removeComment(file.syntax.text, suppression, true)] : []
      yield { at: suppression.ruleSpan, message: `The suppression of ${rule} ${what}`, fixes }
    }
  },
}
