import { removeComment } from '../../templates/suppression.ts'
import type { Rule } from '../rule.ts'

export const suppressionNoReason: Rule = {
  id: 'suppression/no-reason',
  from: { criteria: 'warning', stopped: 'warning' },
  docs: {
    summary: 'Every suppression says why.',
    why: 'Whoever reads the file later cannot know whether the reason still holds. So a suppression without one silences nothing.',
    remedy: 'Write the reason after two hyphens: "-- why".',
    sources: [],
    bad: [
      {
        title: 'Nothing after the rule',
        yaml: `owners:
  operator:
    # pilots-ignore-next-line owners/operator-shared
#                             ^^^^^^^^^^^^^^^^^^^^^^ warning: The suppression of owners/operator-shared has no reason and does not count. Write it after the rule: "-- why".
    name: Kim Alvarado & Pete Lindqvist
`,
      },
      {
        title: 'Hyphens, but no reason',
        yaml: `# pilots-ignore-file owners/operator-shared --
#                    ^^^^^^^^^^^^^^^^^^^^^^ warning
apiVersion: pilot-as-code/v1
name: demand-forecast
title: Demand forecast
stage: ownership
`,
      },
    ],
    good: [
      {
        title: 'A reason',
        yaml: `owners:
  operator:
    # pilots-ignore-next-line owners/operator-shared -- Kim has days, Pete has nights
    name: Kim Alvarado & Pete Lindqvist
`,
      },
      {
        title: 'A comment about suppressions',
        yaml: '# We never use pilots-ignore-file here\nstage: ownership\n',
      },
    ],
  },

  *check(_pilot, { suppressions, file }) {
    for (const suppression of suppressions) {
      if (suppression.state !== 'no-reason') continue
      const message = `The suppression of ${suppression.rule} has no reason and does not count. Write it after the rule: "-- why".`
      yield {
        at: suppression.ruleSpan,
        message,
        fixes: [removeComment(file.syntax.text, suppression, false)],
      }
    }
  },
}
