import { impressionIn } from '../../pilot/metrics.ts'
import { criteriaOf } from '../../pilot/progress.ts'
import type { Rule } from '../rule.ts'

export const criteriaNotMeasurable: Rule = {
  id: 'criteria/not-measurable',
  from: { criteria: 'error' },
  docs: {
    summary: 'A criterion is a measurable result, not an impression or a trial.',
    why: 'Many a pilot is said to have worked because the team was impressed and the demo went well, and neither tells whether the business is better off. What is only to be evaluated or explored has no result at all.',
    remedy: 'Ask what people would do less of, or what would cost less, if it worked. Count that.',
    sources: [
      { claim: 'K19', says: 'An impressed team, or a demo that went well, is not success.' },
      { claim: 'K20', says: 'Less time, better quality and a lower cost per outcome are measurable.' },
      { claim: 'M13', says: 'What only says that something is tested is not a success criterion.' },
    ],
    bad: [
      {
        title: 'An impression',
        yaml: `stage: criteria
criteria:
  success:
    - metric: The order desk loves it
#             ^^^^^^^^^^^^^^^^^^^^^^^ error: "loves" in "The order desk loves it" cannot be measured. Name what becomes less, faster or cheaper, as a number.
`,
      },
      {
        title: 'A trial',
        yaml: `stage: ownership
criteria:
  success:
    - { metric: Evaluate the feasibility of language models, within: 60 days }
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error
`,
      },
      {
        title: 'Better, but in what',
        yaml: `stage: criteria
criteria:
  success:
    - metric: Improve the forecast
#             ^^^^^^^^^^^^^^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'An impression turned into a number',
        yaml: `criteria:
  success:
    - { metric: Planners who are happier with the new plan, unit: "%", baseline: 20, target: 60 }
`,
      },
      {
        title: 'A measure whose name holds one of the words',
        yaml: `criteria:
  success:
    - metric: Time to assess a claim
    - metric: Share of test orders that are evaluated by hand
    - metric: Complaints with the words "better before"
`,
      },
    ],
  },

  *check(pilot) {
    for (const criterion of criteriaOf(pilot)) {
      const words = impressionIn(criterion)
      if (words === undefined || !criterion.metric) continue
      yield {
        at: criterion.metric.span,
        message: `"${words}" in "${criterion.metric.value}" cannot be measured. Name what becomes less, faster or cheaper, as a number.`,
      }
    }
  },
}
