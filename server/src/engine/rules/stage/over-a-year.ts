import { daysBetween, inWords } from '../../pilot/dates.ts'
import { overAYear } from '../../pilot/signs.ts'
import { endings } from '../../templates/outcome.ts'
import type { Rule } from '../rule.ts'

export const stageOverAYear: Rule = {
  id: 'stage/over-a-year',
  from: { ownership: 'error' },
  needs: ['today'],
  docs: {
    summary: 'After twelve months a pilot has scaled or stopped.',
    why: 'Twelve months on and still "active" is the plainest sign of purgatory: fourteen months go into perfecting what was good enough after eight weeks. The best reach production within three or four months.',
    remedy: 'Decide now: scale what works, or stop it and keep what was learned.',
    sources: [
      { claim: 'M01', says: 'Twelve months after the start the pilot is technically still active.' },
      { claim: 'R03', says: 'The average takes 14 to 18 months to reach production, the best 3 to 4.' },
      { claim: 'R77', says: 'Fourteen months of perfecting compare with eight weeks of good enough.' },
    ],
    bad: [
      {
        title: 'Fourteen months',
        yaml: `stage: rollout
timeline:
  start: 2025-04-01
#        ^^^^^^^^^^ error: The pilot has been active since 2025-04-01, 14 months ago. Scale it or stop it.
`,
      },
      {
        title: 'Approved more than a year ago and never started',
        yaml: `stage: ownership
timeline: { approved: 2025-05-05 }
#                     ^^^^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'Twelve months to the day',
        yaml: `stage: rollout
timeline: { start: 2025-06-01 }
`,
      },
      {
        title: 'Long in production',
        yaml: `stage: production
timeline: { start: 2024-06-01 }
`,
      },
      {
        title: 'Decided; the rollout to the last site is under way',
        yaml: `stage: adoption
timeline: { start: 2025-04-01 }
outcome: { decision: scale, date: 2026-05-04, by: Dana Whitfield, because: Accuracy reached 82.4. }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const begun = overAYear(pilot, today)
    if (!begun || pilot.outcome?.decision) return
    yield {
      at: begun.span,
      message: `The pilot has been active since ${begun.value}, ${inWords(daysBetween(begun.value, today))} ago. Scale it or stop it.`,
      fixes: endings(pilot, today),
    }
  },
}
