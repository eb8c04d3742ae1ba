import { isAbsent } from '../../pilot/located.ts'
import { money } from '../../pilot/money.ts'
import { hasReached } from '../../pilot/stages.ts'
import { oneTimeTotal } from '../../templates/cost.ts'
import type { Rule } from '../rule.ts'

export const costUnderestimated: Rule = {
  id: 'cost/underestimated',
  from: { criteria: 'warning' },
  options: { factor: 2 },
  docs: {
    summary: 'The one-time cost is at least twice the yearly cost of the software.',
    why: 'Implementation and transition cost 2 to 4 times a year of the software, in one example up to 6 times: 50,000 to 150,000 dollars for 2,000 a month. A plan with less runs out of money between pilot and production.',
    remedy: 'Estimate implementation, data, integration and change again, with those who will do the work.',
    options: {
      factor: 'Years of software that the one-time cost must reach.',
    },
    sources: [
      {
        claim: 'M69',
        says: 'Implementation and transition cost 2 to 4 times the software: 50,000 to 150,000 dollars when it costs 2,000 a month.',
      },
      { claim: 'C12', says: 'In the example the cost is 2 to 6 times a year of the software.' },
    ],
    suppress: 'The systems are already connected, as for a second site of the same product.',
    bad: [
      {
        title: 'Hardly more than the licence',
        yaml: `stage: criteria
cost:
  software: 60000
  oneTime: { implementation: 10000 }
# ^^^^^^^ warning: The one-time cost of 10,000 USD is under 2 times a year of software, 60,000 USD. Estimate it again with those who will do the work.
`,
      },
      {
        title: 'Four lines that are too small',
        yaml: `stage: data
cost:
  software: 60000
  oneTime:
# ^^^^^^^ warning
    implementation: 20000
    data: 5000
    integration: 15000
    change: 5000
`,
      },
    ],
    good: [
      {
        title: 'Just twice',
        yaml: `stage: criteria
cost: { software: 60000, oneTime: { implementation: 50000, data: 15000, integration: 45000, change: 10000 } }
`,
      },
      {
        title: 'Six times is a lot, but not too little',
        yaml: `stage: rollout
cost: { software: 24000, oneTime: { implementation: 60000, data: 20000, integration: 50000, change: 20000 } }
`,
      },
      {
        title: 'A missing line, which another rule reports once the data is at hand',
        yaml: `stage: data
cost: { software: 60000, oneTime: { implementation: 60000, data: 20000, integration: 20000 } }
`,
      },
      {
        title: 'The software is free',
        yaml: `stage: data
cost: { software: 0, oneTime: { implementation: 6000, data: 2000, integration: 5000, change: 0 } }
`,
      },
    ],
  },

  *check(pilot, { option, currency }) {
    const { cost } = pilot
    if (!cost?.software || !cost.oneTime) return
    const { oneTime } = cost
    const lines = LINES.filter((line) => !isAbsent(oneTime, line))
    // A sum of which a part cannot be read is none.
    if (lines.some((line) => !oneTime[line])) return
    if (lines.length === 0 || (lines.length < 4 && hasReached(pilot, 'data'))) return
    const total = oneTimeTotal(cost)
    if (total >= cost.software.value * option('factor')) return
    const sum = (amount: number): string => money(amount, pilot.currency?.value ?? currency)
    yield {
      at: cost.oneTime.keySpan,
      message: `The one-time cost of ${sum(total)} is under ${option('factor')} times a year of software, ${sum(cost.software.value)}. Estimate it again with those who will do the work.`,
      related: [{ message: 'A year of software.', span: cost.software.span }],
    }
  },
}

const LINES = ['implementation', 'data', 'integration', 'change'] as const
