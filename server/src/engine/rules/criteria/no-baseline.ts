import { isAbsent } from '../../pilot/located.ts'
import { impressionIn, named } from '../../pilot/metrics.ts'
import { criteriaOf } from '../../pilot/progress.ts'
import { insertAt } from '../../templates/changes.ts'
import { sampleBaseline } from '../../templates/criterion.ts'
import type { Rule } from '../rule.ts'

export const criteriaNoBaseline: Rule = {
  id: 'criteria/no-baseline',
  from: { criteria: 'error' },
  wrong: true,
  docs: {
    summary: 'Every criterion has a baseline: the number before the pilot.',
    why: 'Without the number from before, any result can be called a success and none can be proved. Measured afterwards it is a guess, and the gate debates the guess instead of the result.',
    remedy: 'Measure the number as it is today, before anything changes, and record it as the baseline.',
    sources: [
      { claim: 'M14', says: 'A criterion goes from a baseline to a target, such as from 73 to 82 %.' },
    ],
    bad: [
      {
        title: 'Only the target is known',
        yaml: `stage: criteria
criteria:
  success:
    - metric: Cost per claim
#     ^^^^^^^^^^^^^^^^^^^^^^ error: "Cost per claim" has no baseline. Measure the number as it is today, before anything changes.
      unit: USD
      better: lower
      target: 14
`,
      },
      {
        title: 'The second of two has none',
        yaml: `stage: data
criteria:
  success:
    - { metric: Rework, unit: "%", baseline: 9, target: 5 }
    - { metric: Orders asked back, better: lower, target: 40, baseline: }
#       ^^^^^^^^^^^^^^^^^^^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: "From today's number to the target",
        yaml: `criteria:
  success:
    - { metric: Cost per claim, unit: USD, better: lower, baseline: 21.4, target: 14 }
`,
      },
      {
        title: 'New work: the baseline is zero',
        yaml: `criteria:
  success:
    - { metric: Claims answered from the draft, unit: "%", better: higher, baseline: 0, target: 75 }
`,
      },
      {
        title: 'An impression, which another rule reports',
        yaml: `criteria:
  success:
    - metric: The planners love it
`,
      },
    ],
  },

  *check(pilot) {
    for (const criterion of criteriaOf(pilot)) {
      if (!isAbsent(criterion, 'baseline') || impressionIn(criterion)) continue
      const change = insertAt(criterion, ['baseline'], sampleBaseline(criterion))
      yield {
        at: criterion.keySpan,
        message: `${named(criterion)} has no baseline. Measure the number as it is today, before anything changes.`,
        fixes: [{ title: 'Insert a baseline', safe: false, changes: [change] }],
      }
    }
  },
}
