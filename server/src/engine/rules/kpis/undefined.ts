import { isUnlistedAt } from '../../pilot/located.ts'
import { insertMissing } from '../../templates/changes.ts'
import { kpisTemplate } from '../../templates/kpis.ts'
import type { Rule } from '../rule.ts'

export const kpisUndefined: Rule = {
  id: 'kpis/undefined',
  from: { rollout: 'warning', close: 'error' },
  docs: {
    summary: 'Production has its own KPIs, beside the criteria of the pilot.',
    why: 'The numbers that paid for the pilot are not those by which production is judged. Unless someone says which are, each function asks for its own after the handover, and the work is measured on something it was not made for.',
    remedy: 'Name one business KPI and one for operation, over what period, and how it can go wrong.',
    sources: [
      { claim: 'N14', says: 'The metrics that paid for a pilot are not the KPIs of production.' },
      {
        claim: 'N30',
        says: 'The second closing question asks what governs production, and over what horizon.',
      },
    ],
    bad: [
      {
        title: 'Not a word about production in the rollout',
        yaml: `stage: rollout
#^^^^ warning: No KPI says what production is measured by. Name one for the business and one for the operation.
`,
      },
      {
        title: 'Everyone gets it, but nothing is measured',
        yaml: `stage: adoption
kpis:
#^^^ error
  horizon: 12 months
`,
      },
    ],
    good: [
      {
        title: 'One of each',
        yaml: `stage: adoption
kpis:
  measures:
    - { name: Cost per claim each quarter, kind: business }
    - { name: Draft ready when the claim is opened, kind: operational }
`,
      },
      { title: 'Too early to ask', yaml: 'stage: data\n' },
    ],
  },

  *check(pilot) {
    if (!isUnlistedAt(pilot, 'kpis', 'measures')) return
    const whole = kpisTemplate(pilot)
    const keys = Object.keys(whole).filter((key) => isUnlistedAt(pilot, 'kpis', key))
    yield {
      at: (pilot.kpis ?? pilot).keySpan,
      message:
        'No KPI says what production is measured by. Name one for the business and one for the operation.',
      fixes: [{ title: 'Insert KPIs', safe: false, changes: insertMissing(pilot, 'kpis', { keys, whole }) }],
    }
  },
}
