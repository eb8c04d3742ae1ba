import { isUnlistedAt } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { failureModesTemplate } from '../../templates/kpis.ts'
import type { Rule } from '../rule.ts'

export const kpisNoFailureModes: Rule = {
  id: 'kpis/no-failure-modes',
  from: { close: 'warning' },
  docs: {
    summary: 'It is written down how the system can go wrong in production.',
    why: 'A model goes wrong quietly: stale data, a renamed field, a new product. What nobody has named, nobody monitors, and the first to notice are the people who then stop trusting it.',
    remedy: 'Ask those who run it how it failed in the pilot, and list each way.',
    sources: [
      { claim: 'N18', says: 'Production needs a new measurement framework, failure modes included.' },
    ],
    bad: [
      {
        title: 'Numbers, but nothing about failure',
        yaml: `stage: adoption
kpis:
#^^^ warning: No failure mode is named. List how it can go wrong in production, so that someone watches for it.
  measures: [{ name: Cost per claim each quarter }]
`,
      },
      {
        title: 'An empty list',
        yaml: `stage: production
kpis:
#^^^ warning
  measures: [{ name: Cost per claim each quarter }]
  failureModes: []
`,
      },
    ],
    good: [
      {
        title: 'One that happened in the pilot',
        yaml: `stage: adoption
kpis:
  measures: [{ name: Cost per claim each quarter }]
  failureModes: [New warranty terms that are not loaded]
`,
      },
      {
        title: 'Long before the end',
        yaml: `stage: rollout
kpis:
  measures: [{ name: Cost per claim each quarter }]
`,
      },
    ],
  },

  *check({ kpis }) {
    if (!kpis || isUnlistedAt(kpis, 'measures') || !isUnlistedAt(kpis, 'failureModes')) return
    yield {
      at: kpis.keySpan,
      message:
        'No failure mode is named. List how it can go wrong in production, so that someone watches for it.',
      fixes: [
        {
          title: 'Insert a failure mode',
          safe: false,
          changes: [insertAt(kpis, ['failureModes'], failureModesTemplate)],
        },
      ],
    }
  },
}
