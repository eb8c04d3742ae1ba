import { isAbsent, quoted } from '../../pilot/located.ts'
import type { Kpis, Measure } from '../../pilot/model.generated.ts'
import { insertAt } from '../../templates/changes.ts'
import { metricToContinue } from '../../templates/kpis.ts'
import type { Rule } from '../rule.ts'

export const kpisUnrelated: Rule = {
  id: 'kpis/unrelated',
  from: { close: 'warning' },
  docs: {
    summary: 'At least one KPI continues a success criterion of the pilot.',
    why: 'A pilot that was paid for to lose fewer customers and is then judged on uptime has to explain itself twice. The link keeps the original promise in sight.',
    remedy: 'Let one KPI say under `from` which metric of the pilot it continues.',
    sources: [{ claim: 'N20', says: 'Work that was paid for one promise is measured on something else.' }],
    bad: [
      {
        title: 'Churn paid for it, uptime measures it',
        yaml: `stage: adoption
criteria:
  success:
    - { metric: Customers who leave, unit: "%", baseline: 9, target: 6 }
kpis:
  measures:
# ^^^^^^^^ warning: No KPI says which metric of the pilot it continues. Give one its from, to keep the promise of the pilot in sight.
    - { name: Uptime in business hours, kind: operational }
`,
      },
      {
        title: 'Three weeks before the end',
        yaml: `stage: rollout
timeline: { start: 2026-02-02, end: 2026-06-22 }
kpis:
  measures: [{ name: Cost per claim each quarter, kind: business, from: }]
# ^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'One continues the promise',
        yaml: `stage: adoption
kpis:
  measures:
    - { name: Customers lost per quarter, kind: business, from: Customers who leave }
    - { name: Uptime in business hours, kind: operational }
`,
      },
      { title: 'Long before the end', yaml: 'kpis: { measures: [{ name: Uptime }] }\n' },
    ],
  },

  *check(pilot) {
    const { kpis } = pilot
    const measures = kpis?.measures?.items ?? []
    const first = continuing(kpis)
    if (!kpis?.measures || !first || !measures.every((measure) => isAbsent(measure, 'from'))) return
    if (kpis.measures.isPartial) return
    yield {
      at: kpis.measures.keySpan,
      message:
        'No KPI says which metric of the pilot it continues. Give one its from, to keep the promise of the pilot in sight.',
      fixes: [
        {
          title: `Let ${quoted(first.name, 'the first KPI')} continue a metric`,
          safe: false,
          changes: [insertAt(first, ['from'], metricToContinue(pilot))],
        },
      ],
    }
  },
}

/** The KPI that most likely continues a criterion: the first that is about the business. */
function continuing(kpis: Kpis | undefined): Measure | undefined {
  const measures = kpis?.measures?.items ?? []
  return measures.find(({ kind }) => kind?.value === 'business') ?? measures[0]
}
