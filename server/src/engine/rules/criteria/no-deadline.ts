import { impressionIn, named } from '../../pilot/metrics.ts'
import { criteriaOf, lacksDeadline } from '../../pilot/progress.ts'
import { insertAt } from '../../templates/changes.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const criteriaNoDeadline: Rule = {
  id: 'criteria/no-deadline',
  from: { criteria: 'error' },
  docs: {
    summary: 'Every criterion has a deadline: a date, or days from production.',
    why: 'A target without a deadline is never missed, only not reached yet. So the pilot goes on, month after month, and nobody has to decide.',
    remedy: 'Say how long after going to production the target is reached, or by which date.',
    sources: [
      {
        claim: 'M15',
        says: 'The target is due within a time counted from deployment, or from the start.',
      },
    ],
    bad: [
      {
        title: 'Some day',
        yaml: `stage: criteria
criteria:
  success:
    - metric: Rework per batch
#     ^^^^^^^^^^^^^^^^^^^^^^^^ error: "Rework per batch" has no deadline. Say by when the target is reached: within how many days of production, or by which date.
      baseline: 9
      target: 5
`,
      },
      {
        title: 'On one line',
        yaml: `stage: data
criteria:
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
#       ^^^^^^^^^^^^^^^^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'Counted from production',
        yaml: `criteria:
  success:
    - { metric: Rework per batch, baseline: 9, target: 5, within: 60 days }
`,
      },
      {
        title: 'A date',
        yaml: `criteria:
  success:
    - { metric: Rework per batch, baseline: 9, target: 5, by: 2026-09-30 }
`,
      },
    ],
  },

  *check(pilot) {
    for (const criterion of criteriaOf(pilot)) {
      if (!lacksDeadline(criterion) || impressionIn(criterion)) continue
      const change = insertAt(criterion, ['within'], sample('60 days'))
      yield {
        at: criterion.keySpan,
        message: `${named(criterion)} has no deadline. Say by when the target is reached: within how many days of production, or by which date.`,
        fixes: [{ title: 'Insert a deadline', safe: false, changes: [change] }],
      }
    }
  },
}
