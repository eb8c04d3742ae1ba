import { isUnlistedAt } from '../../pilot/located.ts'
import { appendAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const criteriaGoUndefined: Rule = {
  id: 'criteria/go-undefined',
  from: { ownership: 'warning', rollout: 'error' },
  docs: {
    summary: 'It is written down what must be true to go to production.',
    why: 'A good result is not yet a decision. Unless it was agreed what is enough, each function finds one more question, and the pilot waits for an answer that nobody has to give.',
    remedy: 'List two or three statements which, once true, mean that it goes to production.',
    sources: [{ claim: 'K32', says: 'What must be true for production is agreed on before the start.' }],
    bad: [
      {
        title: 'Targets, but nothing about the decision',
        yaml: `stage: rollout
criteria:
#^^^^^^^ error: Nothing says what must be true to go to production. List it under go, so that a good result is also a decision.
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
`,
      },
      {
        title: 'An empty list',
        yaml: `stage: ownership
criteria:
#^^^^^^^ warning
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
  go: []
`,
      },
    ],
    good: [
      {
        title: 'One statement',
        yaml: `criteria:
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
  go: [Two gates in a row decide to expand]
`,
      },
      {
        title: 'No criteria at all, which another rule reports',
        yaml: `stage: rollout
criteria: { agreed: 2026-01-20 }
`,
      },
    ],
  },

  *check(pilot) {
    const { criteria } = pilot
    if (!criteria || isUnlistedAt(criteria, 'success') || !isUnlistedAt(criteria, 'go')) return
    const value = hole('what must be true to go to production')
    yield {
      at: criteria.keySpan,
      message:
        'Nothing says what must be true to go to production. List it under go, so that a good result is also a decision.',
      fixes: [
        {
          title: 'Insert a condition for production',
          safe: false,
          changes: [appendAt(criteria, ['go'], value)],
        },
      ],
    }
  },
}
