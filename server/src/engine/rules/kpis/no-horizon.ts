import { isAbsent, isUnlistedAt } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { horizonTemplate } from '../../templates/kpis.ts'
import type { Rule } from '../rule.ts'

export const kpisNoHorizon: Rule = {
  id: 'kpis/no-horizon',
  from: { rollout: 'warning', close: 'error' },
  docs: {
    summary: 'The KPIs state the period over which production is judged.',
    why: 'Without a horizon, what the pilot promised is expected at once. The first month of production is its worst, and without an agreed period that month is the verdict.',
    remedy: 'Agree on how long production has to reach its numbers, such as 12 months.',
    sources: [
      { claim: 'N16', says: 'Each production metric needs a horizon.' },
      { claim: 'N30', says: 'The closing question asks for the metrics and their horizon.' },
    ],
    bad: [
      {
        title: 'Numbers without a period',
        yaml: `stage: rollout
kpis:
#^^^ warning: The KPIs have no horizon. Say over what period production is judged, such as 12 months.
  measures:
    - { name: Cost per claim each quarter, kind: business }
`,
      },
      {
        title: 'Still open at the decision',
        yaml: `stage: adoption
kpis:
#^^^ error
  horizon:
  measures: [{ name: Cost per claim each quarter }]
`,
      },
    ],
    good: [
      {
        title: 'A year',
        yaml: `kpis:
  horizon: 12 months
  measures: [{ name: Cost per claim each quarter }]
`,
      },
      { title: 'No KPIs at all, which another rule reports', yaml: 'kpis: { failureModes: [Dirty lens] }\n' },
    ],
  },

  *check({ kpis }) {
    if (!kpis || isUnlistedAt(kpis, 'measures') || !isAbsent(kpis, 'horizon')) return
    yield {
      at: kpis.keySpan,
      message: 'The KPIs have no horizon. Say over what period production is judged, such as 12 months.',
      fixes: [
        { title: 'Insert a horizon', safe: false, changes: [insertAt(kpis, ['horizon'], horizonTemplate)] },
      ],
    }
  },
}
