import { money } from '../../pilot/money.ts'
import type { Rule } from '../rule.ts'

export const costBudgetUnderReview: Rule = {
  id: 'cost/budget-under-review',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'The production budget is decided, not under review.',
    why: 'A budget line under review is where a proven pilot waits: half a year after its success nothing has shipped, and the line is still under review.',
    remedy: 'Ask the sponsor for a decision with a date, before the pilot ends.',
    sources: [
      { claim: 'N03', says: 'The budget line of a pilot that worked is under review.' },
      { claim: 'N01', says: 'Six months after the success nothing has shipped.' },
    ],
    bad: [
      {
        title: 'It works, but the money is under review',
        yaml: `stage: rollout
cost:
  productionBudget: { amount: 88000, status: under-review }
#                                            ^^^^^^^^^^^^ error: The production budget of 88,000 USD is under review. Ask the sponsor for a decision with a date.
`,
      },
      {
        title: 'Only requested',
        yaml: `stage: data
currency: EUR
cost:
  productionBudget:
    amount: 88000
    status: requested
#           ^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Approved',
        yaml: `stage: rollout
cost: { productionBudget: { amount: 132000, status: approved } }
`,
      },
      {
        title: 'In the first stages a request is enough',
        yaml: `stage: criteria
cost: { productionBudget: { amount: 132000, status: requested } }
`,
      },
    ],
  },

  *check({ cost, currency: own, owners }, { currency }) {
    const budget = cost?.productionBudget
    // A budget of 0 is none, and another rule says so.
    if (!budget?.status || budget.status.value === 'approved' || budget.amount?.value === 0) return
    const sum = budget.amount ? ` of ${money(budget.amount.value, own?.value ?? currency)}` : ''
    const state = budget.status.value === 'requested' ? 'requested and not decided' : 'under review'
    const who = owners?.sponsor?.name?.value ?? 'the sponsor'
    yield {
      at: budget.status.span,
      message: `The production budget${sum} is ${state}. Ask ${who} for a decision with a date.`,
    }
  },
}
