import { isAbsent, isAbsentAt } from '../../pilot/located.ts'
import { insertMissing } from '../../templates/changes.ts'
import { oneTimeTemplate } from '../../templates/cost.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

const lines = ['implementation', 'data', 'integration', 'change'] as const

export const costLinesMissing: Rule = {
  id: 'cost/lines-missing',
  from: { data: 'warning' },
  docs: {
    summary: 'The one-time cost has amounts for implementation, data, integration and change.',
    why: 'The line that is left out is the one that stops the pilot, usually integration or change. About 70 % of the effort that makes AI pay off goes into people and process.',
    remedy: 'Give each of the four an amount; 0 counts, if it is true.',
    sources: [
      {
        claim: 'M70',
        says: 'One-time costs are implementation, data preparation, integration and change management.',
      },
      { claim: 'R06', says: 'Algorithms are 10 %, data and technology 20 %, people and process 70 %.' },
    ],
    bad: [
      {
        title: 'Two of four',
        yaml: `stage: data
cost:
  software: 42000
  oneTime:
# ^^^^^^^ warning: The one-time cost has no amount for data and change. Add what it will take, and 0 where it is nothing.
    implementation: 30000
    integration: 30000
`,
      },
      {
        title: 'Only the licence',
        yaml: `stage: rollout
cost: { software: 42000 }
#^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Four lines, one of them zero',
        yaml: `stage: data
cost: { oneTime: { implementation: 30000, data: 0, integration: 30000, change: 15000 } }
`,
      },
      {
        title: 'Too early for all four',
        yaml: `stage: criteria
cost: { oneTime: { implementation: 22000, integration: 16000, change: 6000 } }
`,
      },
      { title: 'No cost at all, which another rule reports', yaml: 'stage: data\n' },
    ],
  },

  *check({ cost }) {
    if (!cost?.node?.entries.length || (!cost.oneTime && !isAbsentAt(cost, 'oneTime'))) return
    const missing = lines.filter((line) => isAbsent(cost.oneTime, line))
    if (missing.length === 0) return
    yield {
      at: (cost.oneTime ?? cost).keySpan,
      message: `The one-time cost has no amount for ${listing(missing)}. Add what it will take, and 0 where it is nothing.`,
      fixes: [
        {
          title: `Insert ${listing(missing)}`,
          safe: false,
          changes: insertMissing(cost, 'oneTime', {
            keys: missing,
            whole: oneTimeTemplate(cost.software?.value),
          }),
        },
      ],
    }
  },
}
