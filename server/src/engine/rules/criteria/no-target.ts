import { isAbsent } from '../../pilot/located.ts'
import { impressionIn, named } from '../../pilot/metrics.ts'
import { criteriaOf } from '../../pilot/progress.ts'
import { insertAt } from '../../templates/changes.ts'
import { sampleTarget } from '../../templates/criterion.ts'
import type { Rule } from '../rule.ts'

export const criteriaNoTarget: Rule = {
  id: 'criteria/no-target',
  from: { criteria: 'error' },
  wrong: true,
  docs: {
    summary: 'Every criterion has a target: the number that counts as success.',
    why: 'A metric that only has to improve is never good enough. Without a target, strong evidence still looks like a reason to wait, and weak evidence like a start.',
    remedy: 'Agree on the number that is good enough for production, not on the best one imaginable.',
    sources: [{ claim: 'M14', says: 'A criterion names the number that counts as success.' }],
    bad: [
      {
        title: 'It should get better',
        yaml: `stage: criteria
criteria:
  success:
    - metric: Processing time per invoice
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: "Processing time per invoice" has no target. Say which number counts as success.
      unit: min
      better: lower
      baseline: 14
`,
      },
      {
        title: 'Use, without a number to reach',
        yaml: `stage: rollout
criteria:
  success:
    - { metric: Clerks using the matching view, unit: "%", better: higher, baseline: 0 }
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'The number that is good enough',
        yaml: `criteria:
  success:
    - { metric: Processing time per invoice, unit: min, better: lower, baseline: 14, target: 8 }
`,
      },
      {
        title: 'Zero is a target',
        yaml: `criteria:
  success:
    - { metric: Overtime, unit: hours, better: lower, baseline: 320, target: 0 }
`,
      },
    ],
  },

  *check(pilot) {
    for (const criterion of criteriaOf(pilot)) {
      if (!isAbsent(criterion, 'target') || impressionIn(criterion)) continue
      const change = insertAt(criterion, ['target'], sampleTarget(criterion))
      yield {
        at: criterion.keySpan,
        message: `${named(criterion)} has no target. Say which number counts as success.`,
        fixes: [{ title: 'Insert a target', safe: false, changes: [change] }],
      }
    }
  },
}
