import { daysBetween, inWords } from '../../pilot/dates.ts'
import { hasStrayDay, isAbsentAt } from '../../pilot/located.ts'
import { criteriaOf } from '../../pilot/progress.ts'
import type { Rule } from '../rule.ts'

export const criteriaAgreedLate: Rule = {
  id: 'criteria/agreed-late',
  from: { ownership: 'warning', data: 'error' },
  docs: {
    summary: 'The criteria were agreed on before the pilot started.',
    why: 'Numbers that are fixed before the launch triple the rate of success. Agreed on later, they follow the results: whatever the pilot reached becomes what it was for.',
    remedy:
      'Agree with sponsor and operator before the start, and record the date. If it is too late, agree now and treat the results so far as a trial.',
    sources: [
      { claim: 'M18', says: 'Metrics that are fixed before the launch triple the rate of success.' },
      { claim: 'K32', says: 'What is needed for production is agreed on before the start.' },
    ],
    bad: [
      {
        title: 'Nine days after the start',
        yaml: `stage: data
timeline: { start: 2026-05-11 }
criteria:
  agreed: 2026-05-20
#         ^^^^^^^^^^ error: The criteria were agreed on 2026-05-20, 9 days after the start on 2026-05-11. Have sponsor and operator confirm them at the next gate, before any result counts.
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
`,
      },
      {
        title: 'Nobody knows when',
        yaml: `stage: ownership
criteria:
#^^^^^^^ warning: Nothing says when the criteria were agreed on. Agree on them before the start, and record the date as agreed.
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
`,
      },
    ],
    good: [
      {
        title: 'Two weeks before the start',
        yaml: `stage: data
timeline: { start: 2026-05-11 }
criteria:
  agreed: 2026-04-27
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
`,
      },
      {
        title: 'On the first day',
        yaml: `stage: data
timeline: { start: 2026-05-11 }
criteria:
  agreed: 2026-05-11
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
`,
      },
      {
        title: 'No criteria yet, so nothing to agree on',
        yaml: `stage: data
criteria:
  stop: [The line has to run slower]
`,
      },
    ],
  },

  *check(pilot) {
    const { criteria, timeline } = pilot
    if (!criteria || criteriaOf(pilot).length === 0) return
    const { agreed } = criteria
    if (isAbsentAt(pilot, 'criteria', 'agreed') && !hasStrayDay(criteria)) {
      const message =
        'Nothing says when the criteria were agreed on. Agree on them before the start, and record the date as agreed.'
      yield { at: criteria.keySpan, message }
    }
    const start = timeline?.start
    if (!agreed || !start || agreed.value <= start.value) return
    const late = inWords(daysBetween(start.value, agreed.value))
    yield {
      at: agreed.span,
      message: `The criteria were agreed on ${agreed.value}, ${late} after the start on ${start.value}. Have sponsor and operator confirm them at the next gate, before any result counts.`,
      related: [{ message: 'The pilot started here.', span: start.span }],
    }
  },
}
