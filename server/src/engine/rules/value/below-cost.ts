import type { Cost, ValueCase } from '../../pilot/model.generated.ts'
import { money } from '../../pilot/money.ts'
import { isDotted } from '../../text/grouped.ts'
import { isPlaceholder } from '../../words/placeholder.ts'
import type { Rule } from '../rule.ts'

export const valueBelowCost: Rule = {
  id: 'value/below-cost',
  from: { criteria: 'warning' },
  docs: {
    summary: 'A year of value is worth more than a year of software plus the one-time cost.',
    why: 'A pilot can work and still not be worth it. Discovered at the decision, that is a year lost; discovered now, it is a reason to stop or to choose a more expensive problem.',
    remedy: 'Check both sides. If they hold, use it more widely, make it cheaper, or stop.',
    sources: [{ claim: 'K39', says: 'A value smaller than the cost is a reason to stop.' }],
    suppress: 'The return takes several years, and the sponsor has agreed to that.',
    bad: [
      {
        title: 'Two thousand a month against ninety thousand',
        yaml: `stage: criteria
value: { statement: Overtime falls by $2000 a month, amount: 2000, per: month }
#                                                            ^^^^ warning: A year of value is 24,000 USD, and the first year costs 132,000 USD. Use it more widely, make it cheaper, or stop.
cost:
  software: 42000
  oneTime: { implementation: 30000, data: 15000, integration: 30000, change: 15000 }
`,
      },
      {
        title: 'A one-off gain',
        yaml: `stage: data
currency: EUR
value: { statement: One audit less, amount: 300.00, per: once }
#                                           ^^^^^^ warning
cost: { software: 31000 }
`,
      },
    ],
    good: [
      {
        title: 'Worth it',
        yaml: `value: { statement: Overtime falls, amount: 19000, per: month }
cost:
  software: 42000
  oneTime: { implementation: 30000, data: 15000, integration: 30000, change: 15000 }
`,
      },
      {
        title: 'A quarter counts four times',
        yaml: `value: { statement: Penalties fall, amount: 12000, per: quarter }
cost: { software: 30000, oneTime: { implementation: 18000 } }
`,
      },
      {
        title: 'A business case that is not written yet',
        yaml: `value: { statement: TODO one sentence, amount: 1000, per: month }
cost: { software: 42000 }
`,
      },
      {
        title: 'Thousands with a dot, which another rule reports',
        yaml: `value: { statement: Overtime falls, amount: 19.000, per: month }
cost: { software: 42000 }
`,
      },
      {
        title: 'Nobody said how often the amount comes in',
        yaml: `value: { statement: Overtime falls, amount: 2000 }
cost: { software: 42000 }
`,
      },
    ],
  },

  *check({ value, cost, currency }, { currency: usual, file: { syntax } }) {
    const gain = value && yearly(value)
    const first = cost && firstYear(cost)
    // The amount of a case that is not written yet is a sample.
    if (value?.statement && isPlaceholder(value.statement.value)) return
    if (!value?.amount || !cost || gain === undefined || first === undefined || gain >= first) return
    // Of `54.000` another finding says that it is read as 54.
    if (isDotted(syntax.text.slice(value.amount.span.start, value.amount.span.end))) return
    const unit = currency?.value ?? usual
    const period = value.per?.value === 'once' ? 'The value' : 'A year of value'
    yield {
      at: value.amount.span,
      message: `${period} is ${money(gain, unit)}, and the first year costs ${money(first, unit)}. Use it more widely, make it cheaper, or stop.`,
      related: [{ message: 'The costs are listed here.', span: cost.keySpan }],
    }
  },
}

const TIMES = { month: 12, quarter: 4, year: 1, once: 1 } as const

function yearly({ amount, per }: ValueCase): number | undefined {
  return amount && per ? amount.value * TIMES[per.value] : undefined
}

/** The costs that are known: with the others it can only be more. */
function firstYear({ software, oneTime }: Cost): number {
  const lines = [software, oneTime?.implementation, oneTime?.data, oneTime?.integration, oneTime?.change]
  return lines.reduce((sum, line) => sum + (line?.value ?? 0), 0)
}
