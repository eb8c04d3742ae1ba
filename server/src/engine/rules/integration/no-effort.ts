import { isAbsent } from '../../pilot/located.ts'
import { integratedOf } from '../../pilot/systems.ts'
import { insertAt } from '../../templates/changes.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const integrationNoEffort: Rule = {
  id: 'integration/no-effort',
  from: { data: 'warning' },
  docs: {
    summary: 'A scoped integration has an effort estimate.',
    why: 'Scoping that ends without a number is only a conversation. The number is what the budget, the plan and the decision to scale are built on.',
    remedy: 'Let the person who builds it estimate the days.',
    sources: [{ claim: 'K17', says: 'Integration is often the largest and most underestimated cost.' }],
    bad: [
      {
        title: 'Scoped, but how much?',
        yaml: `stage: data
integration:
  systems:
    - system: netsuite-erp
#     ^^^^^^^^^^^^^^^^^^^^ warning: netsuite-erp is scoped and has no effort. Add how long the work takes.
      status: scoped
`,
      },
      {
        title: 'One of two',
        yaml: `stage: rollout
integration:
  systems: [{ system: netsuite-erp, status: scoped, effort: 15 days }, { system: crm, status: scoped }]
#                                                                        ^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Three weeks',
        yaml: `stage: data
integration: { systems: [{ system: netsuite-erp, status: scoped, effort: 3 weeks }] }
`,
      },
      {
        title: 'Already built',
        yaml: `stage: data
integration: { systems: [{ system: netsuite-erp, status: built }] }
`,
      },
    ],
  },

  *check(pilot) {
    for (const each of integratedOf(pilot)) {
      if (each.status?.value !== 'scoped' || !isAbsent(each, 'effort')) continue
      const value = sample('15 days')
      yield {
        at: each.keySpan,
        message: `${each.system?.value ?? 'A system'} is scoped and has no effort. Add how long the work takes.`,
        fixes: [{ title: 'Insert an effort', safe: false, changes: [insertAt(each, ['effort'], value)] }],
      }
    }
  },
}
