import { isUnlistedAt } from '../../pilot/located.ts'
import { appendAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const criteriaStopUndefined: Rule = {
  id: 'criteria/stop-undefined',
  from: { ownership: 'warning' },
  docs: {
    summary: 'It is written down what ends the pilot.',
    why: 'A pilot that cannot fail cannot end: nobody declares it dead, and it keeps its budget and its people. Agreed on beforehand, a stop is a result and nobody loses face.',
    remedy: 'Write down the result, cost or date at which you stop, while nobody has anything to defend yet.',
    sources: [
      {
        claim: 'K37',
        says: 'Context, data, a value below the cost and an organisation that is not ready are good reasons to stop.',
      },
      { claim: 'M05', says: 'In purgatory nobody has declared failure or success.' },
    ],
    bad: [
      {
        title: 'Only the way forward is described',
        yaml: `stage: ownership
criteria:
#^^^^^^^ warning: Nothing says what ends the pilot. List under stop the result, cost or date at which you give it up.
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
  go: [Two gates in a row decide to expand]
`,
      },
      {
        title: 'An empty key',
        yaml: `stage: rollout
criteria:
#^^^^^^^ warning
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
  stop:
`,
      },
    ],
    good: [
      {
        title: 'A number at which it ends',
        yaml: `criteria:
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
  stop: [Cost per claim is above 20 at the second gate]
`,
      },
      {
        title: 'Too early to ask',
        yaml: `stage: criteria
criteria:
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
`,
      },
    ],
  },

  *check(pilot) {
    const { criteria } = pilot
    if (!criteria || isUnlistedAt(criteria, 'success') || !isUnlistedAt(criteria, 'stop')) return
    yield {
      at: criteria.keySpan,
      message:
        'Nothing says what ends the pilot. List under stop the result, cost or date at which you give it up.',
      fixes: [
        {
          title: 'Insert a condition to stop',
          safe: false,
          changes: [appendAt(criteria, ['stop'], hole('what ends the pilot'))],
        },
      ],
    }
  },
}
