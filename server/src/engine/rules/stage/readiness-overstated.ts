import { type Readiness, readinessOf } from '../../pilot/readiness.ts'
import { isActive } from '../../pilot/stages.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const stageReadinessOverstated: Rule = {
  id: 'stage/readiness-overstated',
  from: { criteria: 'warning' },
  docs: {
    summary: 'The plan assumes no better readiness than the facts in the file support.',
    why: 'A plan is honest when it knows what is missing. High readiness means clean data, an engaged operator and defined criteria; planned on hope, the same pilot is weeks late before it begins.',
    remedy: 'Plan with the real readiness, or close the gaps first.',
    sources: [
      { claim: 'M63', says: 'High readiness means clean data, an engaged owner and defined criteria.' },
      { claim: 'M64', says: 'Whoever knows the readiness can plan honestly.' },
    ],
    bad: [
      {
        title: 'The data issue is still open',
        yaml: `stage: data
timeline:
  readiness: high
#            ^^^^ warning: The plan assumes high readiness, and the facts give medium: 1 data issue is open. Plan with medium, or close the gap.
owners:
  operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his goals for 2026. }
criteria:
  success:
    - { metric: Forecast accuracy, baseline: 73, target: 82, within: 60 days }
data:
  sources: [{ system: netsuite-erp, issues: [{ what: Customers appear twice }] }]
  audit: { completed: 2026-02-20 }
`,
      },
      {
        title: 'Nothing is there yet',
        yaml: `stage: criteria
timeline: { readiness: medium }
#                      ^^^^^^ warning: The plan assumes medium readiness, and the facts give low: the data is not audited, no person is named as operator and no success criterion is defined. Plan with low, or close the gaps.
`,
      },
    ],
    good: [
      {
        title: 'Planned with lower readiness than the facts now support',
        yaml: `stage: data
timeline: { readiness: medium }
owners:
  operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his goals for 2026. }
criteria:
  success:
    - { metric: Forecast accuracy, baseline: 73, target: 82, within: 60 days }
data: { audit: { completed: 2026-02-20 } }
`,
      },
      {
        title: 'Low, and known to be',
        yaml: `stage: criteria
timeline: { readiness: low }
`,
      },
    ],
  },

  *check(pilot) {
    const planned = pilot.timeline?.readiness
    if (!planned || !isActive(pilot)) return
    const { level, gaps } = readinessOf(pilot)
    if (ranks[planned.value] <= ranks[level]) return
    const close = gaps.length === 1 ? 'close the gap' : 'close the gaps'
    yield {
      at: planned.span,
      message: `The plan assumes ${planned.value} readiness, and the facts give ${level}: ${listing(gaps)}. Plan with ${level}, or ${close}.`,
      fixes: [
        {
          title: `Plan with ${level}`,
          safe: false,
          changes: [{ do: 'replace', span: planned.span, text: level }],
        },
      ],
    }
  },
}

const ranks: Readonly<Record<Readiness, number>> = { low: 0, medium: 1, high: 2 }
