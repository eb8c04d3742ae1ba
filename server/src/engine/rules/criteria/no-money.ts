import { hasUnread, isAbsentAt } from '../../pilot/located.ts'
import { impressionIn, isMoney, isTechnical } from '../../pilot/metrics.ts'
import { criteriaOf, isSample } from '../../pilot/progress.ts'
import { appendAt, insertMissing } from '../../templates/changes.ts'
import { commonCriterion } from '../../templates/criterion.ts'
import { valueTemplate } from '../../templates/value.ts'
import type { Rule } from '../rule.ts'

export const criteriaNoMoney: Rule = {
  id: 'criteria/no-money',
  from: { criteria: 'warning' },
  docs: {
    summary: 'Success is worth an amount: a criterion in money or hours, or a value with an amount.',
    why: 'Whoever pays for production compares amounts. A result that is only a percentage has to be translated first, and when the decision is made nobody in the room can do it.',
    remedy: 'Say what the result is worth per month, or add a criterion in money or working hours.',
    sources: [{ claim: 'R71', says: 'Success is defined in money, not in percentages.' }],
    bad: [
      {
        title: 'Percentages only',
        yaml: `stage: criteria
criteria:
  success:
# ^^^^^^^ warning: No criterion is in money or hours, and value has no amount. Say what success is worth.
    - { metric: Orders without a question, unit: "%", better: higher, baseline: 61, target: 80 }
`,
      },
      {
        title: 'A sentence without an amount',
        yaml: `stage: data
value:
  statement: Half of the orders need no question any more.
criteria:
  success:
# ^^^^^^^ warning
    - { metric: Orders without a question, unit: "%", better: higher, baseline: 61, target: 80 }
    - { metric: Latency of the proposal, kind: technical, unit: s, baseline: 9, target: 3 }
`,
      },
    ],
    good: [
      {
        title: 'Percentages whose value is known',
        yaml: `value: { amount: 11200, per: month }
criteria:
  success:
    - { metric: Escape rate of defects, unit: "%", better: lower, baseline: 4, target: 3.4 }
`,
      },
      {
        title: 'Hours can be converted',
        yaml: `criteria:
  success:
    - { metric: Hours driven for inspection, unit: hours per month, baseline: 2140, target: 1240 }
    - { metric: Empty miles, unit: "%", baseline: 17.5, target: 13 }
`,
      },
      {
        title: 'No result at all, which another rule reports',
        yaml: `criteria:
  success:
    - { metric: Model accuracy, kind: technical, unit: "%", baseline: 71, target: 90 }
    - { metric: The order desk loves it }
`,
      },
      {
        title: 'Money in thousands',
        yaml: `criteria:
  success:
    - { metric: Stock of spare parts, unit: TEUR per month, baseline: 310, target: 240 }
`,
      },
      {
        title: "The file's own currency",
        yaml: `currency: TOP
criteria:
  success:
    - { metric: Fuel per case, unit: TOP per case, baseline: 2.1, target: 1.4 }
`,
      },
      {
        title: 'Money by its symbol',
        yaml: `criteria:
  success:
    - { metric: Fuel per case, unit: € per case, baseline: 0.41, target: 0.36 }
`,
      },
    ],
  },

  *check(pilot, { currency }) {
    const success = pilot.criteria?.success
    // Criteria that are no results yet have their own findings.
    const criteria = criteriaOf(pilot)
    const results = criteria.filter((each) => !isTechnical(each) && !impressionIn(each))
    const own = pilot.currency?.value ?? currency
    // Nobody knows what one that is still a template will be in.
    if (
      !success ||
      criteria.some(isSample) ||
      hasUnread(success, 'metric', 'unit') ||
      results.length === 0 ||
      results.some((each) => isMoney(each, own))
    )
      return
    if (!isAbsentAt(pilot, 'value', 'amount')) return
    const criterion = commonCriterion('cost per case', own)
    const keys = ['amount', 'per'].filter((key) => isAbsentAt(pilot, 'value', key))
    yield {
      at: success.keySpan,
      message: 'No criterion is in money or hours, and value has no amount. Say what success is worth.',
      fixes: [
        {
          title: 'Insert the value as an amount',
          safe: false,
          changes: insertMissing(pilot, 'value', { keys, whole: valueTemplate() }),
        },
        {
          title: 'Insert a criterion in money',
          safe: false,
          changes: [appendAt(pilot, ['criteria', 'success'], criterion)],
        },
      ],
    }
  },
}
