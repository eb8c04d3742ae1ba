import { isAbsent } from '../../pilot/located.ts'
import { isActive } from '../../pilot/stages.ts'
import { timelineChanges } from '../../templates/timeline.ts'
import type { Rule } from '../rule.ts'

export const stageNoProductionDate: Rule = {
  id: 'stage/no-production-date',
  from: { criteria: 'warning', data: 'error' },
  docs: {
    summary: 'The roadmap commits to the date on which the pilot is in production.',
    why: 'Purgatory is a proof that works and never ships. A pilot whose goal is the next demonstration reaches the next demonstration; one without a production date was never meant to arrive.',
    remedy: 'Commit to a production date that fits the readiness of the pilot.',
    sources: [
      { claim: 'G10', says: 'No roadmap connects the experiment to a business result.' },
      { claim: 'G17', says: 'Production is the stated goal, not another demonstration.' },
    ],
    bad: [
      {
        title: 'A pilot window that leads nowhere',
        yaml: `stage: data
timeline: { start: 2026-02-02, end: 2026-05-29 }
#^^^^^^^ error: No production date is promised. Add one.
`,
      },
      {
        title: 'Approved, but nothing more',
        yaml: `stage: criteria
timeline:
#^^^^^^^ warning
  approved: 2025-11-17
`,
      },
    ],
    good: [
      {
        title: 'A promised date',
        yaml: `stage: data
timeline: { start: 2026-02-02, end: 2026-05-29, productionBy: 2026-06-26 }
`,
      },
      {
        title: 'It is in production',
        yaml: `stage: production
timeline: { start: 2026-02-02, end: 2026-05-29 }
`,
      },
      {
        title: 'No timeline at all, which another rule reports',
        yaml: `stage: criteria
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const { timeline } = pilot
    if (!timeline || !isActive(pilot) || !isAbsent(timeline, 'productionBy') || isAbsent(pilot, 'timeline'))
      return
    yield {
      at: timeline.keySpan,
      message: 'No production date is promised. Add one.',
      fixes: [
        {
          title: 'Insert a production date',
          safe: false,
          changes: timelineChanges(pilot, ['productionBy'], today),
        },
      ],
    }
  },
}
