import { isUnlistedAt } from '../../pilot/located.ts'
import { commonCriteria, defineCriteria, openCriterion } from '../../templates/criterion.ts'
import type { Rule } from '../rule.ts'

export const criteriaUndefined: Rule = {
  id: 'criteria/undefined',
  from: { criteria: 'warning', ownership: 'error' },
  docs: {
    summary: 'A pilot has success criteria: numbers that decide whether it goes to production.',
    why: 'A pilot that is defined by what it tries out cannot succeed, because nobody can say when it has. There is always another month of data to collect. Pilots with numbers fixed before the launch succeed three times as often.',
    remedy:
      "Name one result that the business pays for, with today's number, the number that counts as success, and a deadline.",
    sources: [
      { claim: 'M13', says: 'A pilot is defined by what counts as success, not by what is tried.' },
      { claim: 'M14', says: 'A criterion is a metric with a baseline, a target and a time limit.' },
      {
        claim: 'M18',
        says: 'Pilots with quantitative metrics set before the launch succeed three times as often.',
      },
    ],
    bad: [
      {
        title: 'Nothing is said about success',
        yaml: `stage: ownership
#^^^^ error: No success criterion is defined. Name a result with its number today, its target and a deadline.
`,
      },
      {
        title: 'Agreed on, but never written down',
        yaml: `stage: criteria
criteria:
#^^^^^^^ warning
  agreed: 2026-05-18
  success: []
`,
      },
    ],
    good: [
      {
        title: 'One criterion',
        yaml: `stage: ownership
criteria:
  success:
    - { metric: Rework per batch, unit: "%", better: lower, baseline: 9, target: 5, within: 60 days }
`,
      },
      {
        title: 'An impression is a criterion, if a bad one, which another rule reports',
        yaml: `stage: ownership
criteria:
  success:
    - metric: The planners love it
`,
      },
    ],
  },

  *check(pilot, { today, currency }) {
    if (!isUnlistedAt(pilot, 'criteria', 'success')) return
    const common = commonCriteria(pilot.currency?.value ?? currency)
    const choices = [{ name: 'of your own', template: openCriterion }, ...common]
    yield {
      at: (pilot.criteria ?? pilot).keySpan,
      message:
        'No success criterion is defined. Name a result with its number today, its target and a deadline.',
      fixes: choices.map(({ name, template }) => {
        return {
          title: `Insert a criterion: ${name}`,
          safe: false,
          changes: defineCriteria(pilot, today, template),
        }
      }),
    }
  },
}
