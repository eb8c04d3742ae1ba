import { hasUnread } from '../../pilot/located.ts'
import type { Measure } from '../../pilot/model.generated.ts'
import { appendAt } from '../../templates/changes.ts'
import { operationalMeasure } from '../../templates/kpis.ts'
import { operational } from '../../words/metrics.ts'
import type { Rule } from '../rule.ts'

export const kpisNoOperational: Rule = {
  id: 'kpis/no-operational',
  from: { close: 'info' },
  docs: {
    summary: 'Beside the business results, a KPI says how well production runs.',
    why: 'In the pilot somebody looked after the system all day. In production it is one of many, and what nobody measures comes to light only after users have stopped using it.',
    remedy: 'Add one number from daily operation: ready in time, available, failed runs.',
    sources: [
      {
        claim: 'N15',
        says: 'Production is judged on uptime, latency, error rates and releases, in addition to the business numbers.',
      },
    ],
    bad: [
      {
        title: 'Results only',
        yaml: `stage: adoption
kpis:
  measures:
# ^^^^^^^^ info: No KPI says how well it runs from day to day. Add one, such as the share of days on which it was ready in time.
    - { name: Cost per claim each quarter, kind: business }
`,
      },
      {
        title: 'A model score is not about operation',
        yaml: `stage: production
kpis:
  measures:
# ^^^^^^^^ info
    - { name: Cost per claim each quarter, kind: business }
    - { name: Model accuracy, kind: technical }
`,
      },
    ],
    good: [
      {
        title: 'Both kinds',
        yaml: `stage: adoption
kpis:
  measures:
    - { name: Cost per claim each quarter, kind: business }
    - { name: Draft ready when the claim is opened, kind: operational }
`,
      },
      {
        title: 'Recognised by its words',
        yaml: `stage: adoption
kpis:
  measures:
    - { name: Cost per claim each quarter }
    - { name: Uptime in business hours }
`,
      },
    ],
  },

  *check(pilot) {
    const measures = pilot.kpis?.measures
    if (!measures || measures.items.length === 0 || measures.items.some(isOperational)) return
    if (hasUnread(measures, 'name', 'kind')) return
    yield {
      at: measures.keySpan,
      message:
        'No KPI says how well it runs from day to day. Add one, such as the share of days on which it was ready in time.',
      fixes: [
        {
          title: 'Insert an operational KPI',
          safe: false,
          changes: [appendAt(pilot, ['kpis', 'measures'], operationalMeasure)],
        },
      ],
    }
  },
}

function isOperational({ kind, name }: Measure): boolean {
  if (kind?.value === 'operational') return true
  return kind?.value !== 'business' && name !== undefined && operational.find(name.value) !== undefined
}
