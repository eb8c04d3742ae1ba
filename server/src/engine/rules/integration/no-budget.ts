import { isAbsent, isUnlistedAt } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const integrationNoBudget: Rule = {
  id: 'integration/no-budget',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'There is money for the integration.',
    why: 'Integration is often the largest and most underestimated cost of going to production. A pilot without a line for it asks for the money when everybody believes that it is finished.',
    remedy: 'Estimate the work on each system, and set the sum aside.',
    sources: [{ claim: 'K17', says: 'Integration is often the largest and most underestimated cost.' }],
    bad: [
      {
        title: 'No budget line',
        yaml: `stage: rollout
integration:
#^^^^^^^^^^ error: The integration has no budget. Set aside what it will cost.
  systems: [{ system: netsuite-erp, status: scoped }]
`,
      },
      {
        title: 'A budget of zero',
        yaml: `stage: data
integration:
  budget: 0
#         ^ warning
  systems: [{ system: netsuite-erp, status: scoped }]
`,
      },
    ],
    good: [
      {
        title: 'A sum',
        yaml: `integration: { budget: 60000, systems: [{ system: netsuite-erp }] }
`,
      },
      {
        title: 'It is among the one-time costs',
        yaml: `integration: { systems: [{ system: netsuite-erp }] }
cost: { oneTime: { integration: 30000 } }
`,
      },
      {
        title: 'No systems at all, which another rule reports',
        yaml: `integration:
`,
      },
    ],
  },

  *check(pilot) {
    const { integration, cost } = pilot
    const planned = (cost?.oneTime?.integration?.value ?? 0) > 0
    if (!integration || planned || isUnlistedAt(pilot, 'integration', 'systems')) return
    const { budget } = integration
    if (budget ? budget.value > 0 : !isAbsent(integration, 'budget')) return
    const value = sample(60000)
    yield {
      at: budget?.span ?? integration.keySpan,
      message: 'The integration has no budget. Set aside what it will cost.',
      fixes: [{ title: 'Insert a budget', safe: false, changes: [insertAt(integration, ['budget'], value)] }],
    }
  },
}
