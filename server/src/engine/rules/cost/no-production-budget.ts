import { isAbsent, isAbsentAt } from '../../pilot/located.ts'
import type { Pilot, ProductionBudget } from '../../pilot/model.generated.ts'
import { money } from '../../pilot/money.ts'
import { hasReached } from '../../pilot/stages.ts'
import { productionBudgetChanges } from '../../templates/cost.ts'
import type { Report, Rule } from '../rule.ts'

export const costNoProductionBudget: Rule = {
  id: 'cost/no-production-budget',
  from: { criteria: 'warning', rollout: 'error' },
  docs: {
    summary: 'Money for production is approved before the pilot proves anything.',
    why: 'A pilot with a budget for the trial alone is planned to end: by the time it works and money has to be found, the year is over. Only 8.6 % of pilots reach production.',
    remedy: 'Let the sponsor approve the sum for production together with the pilot.',
    sources: [
      { claim: 'G11', says: 'No budget is allocated for deployment to production.' },
      { claim: 'G05', says: 'Each pilot has a small budget of its own and nothing more.' },
      { claim: 'R02', says: 'Of all pilots 67 % are stuck, and only 8.6 % reach production.' },
    ],
    bad: [
      {
        title: 'No cost at all',
        yaml: `stage: criteria
#^^^^ warning: No money is set aside for production. Get the cost approved.
`,
      },
      {
        title: 'Nothing for production',
        yaml: `stage: rollout
cost:
#^^^ error
  software: 42000
  oneTime: { implementation: 30000, data: 15000, integration: 30000, change: 15000 }
`,
      },
      {
        title: 'A budget of zero',
        yaml: `stage: data
cost: { productionBudget: { amount: 0, status: approved } }
#                                   ^ warning
`,
      },
      {
        title: 'A sum that nobody approved',
        yaml: `stage: rollout
cost:
  productionBudget:
# ^^^^^^^^^^^^^^^^ error
    amount: 88000
`,
      },
      {
        title: 'Only requested',
        yaml: `stage: ownership
cost: { productionBudget: { amount: 88000, status: requested } }
#                                                  ^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Approved',
        yaml: `stage: rollout
cost: { productionBudget: { amount: 132000, status: approved, approved: 2026-01-05, by: Dana Whitfield } }
`,
      },
      {
        title: 'Under review, which another rule reports',
        yaml: `stage: rollout
cost: { productionBudget: { amount: 88000, status: under-review } }
`,
      },
    ],
  },

  *check(pilot, { today, currency }) {
    const budget = pilot.cost?.productionBudget
    const insert = {
      title: 'Insert a production budget',
      safe: false,
      changes: productionBudgetChanges(pilot, today),
    }
    if (!budget) {
      if (isAbsentAt(pilot, 'cost', 'productionBudget')) yield { ...missing(pilot), fixes: [insert] }
    } else if (budget.amount?.value === 0) {
      yield {
        at: budget.amount.span,
        message: 'The production budget is 0. Get the cost approved.',
      }
    } else if (isUndecided(pilot, budget)) {
      // What is requested or under review is what cost/budget-under-review speaks of.
    } else if (isAbsent(budget, 'amount')) {
      yield { ...missing(pilot), fixes: [insert] }
    } else if (budget.amount && !isApproved(budget)) {
      const amount = money(budget.amount.value, pilot.currency?.value ?? currency)
      yield {
        at: budget.status?.span ?? budget.keySpan,
        message: `The production budget of ${amount} is not approved. Get it approved before the pilot proves itself.`,
        ...(budget.status ? {} : { fixes: [insert] }),
      }
    }
  },
}

function missing(pilot: Pilot): Pick<Report, 'at' | 'message'> {
  return {
    at: (pilot.cost?.productionBudget ?? pilot.cost ?? pilot).keySpan,
    message: 'No money is set aside for production. Get the cost approved.',
  }
}

function isApproved(budget: ProductionBudget): boolean {
  return budget.status
    ? budget.status.value === 'approved'
    : !isAbsent(budget, 'status') || !isAbsent(budget, 'approved')
}

/** Whether it waits for a decision at a stage at which another rule asks for that. */
function isUndecided(pilot: Pilot, { status }: ProductionBudget): boolean {
  return hasReached(pilot, 'data') && status !== undefined && status.value !== 'approved'
}
