import { isAbsent, isAbsentAt } from '../../pilot/located.ts'
import type { Pilot, ProductionBudget } from '../../pilot/model.generated.ts'
import { money } from '../../pilot/money.ts'
import { hasReached } from '../../pilot/stages.ts'
import { productionBudgetTemplate } from '../../templates/cost.ts'
import { insertMissing } from '../../templates/missing.ts'
import type { Report, Rule } from '../rule.ts'

export const costNoProductionBudget: Rule = {
  id: 'cost/no-production-budget',
  from: { criteria: 'warning', rollout: 'error' },
  docs: {
    summary: 'Money for production is approved before the pilot proves anything.',
    why: 'A pilot with a budget for the trial alone is planned to end: when it works, the money has to be found, and the year is over. Only 8.6 % of pilots reach production.',
    remedy: 'Let the sponsor approve the sum for production together with the pilot.',
    sources: [
      { claim: 'G11', says: 'No budget is allocated for the deployment to production.' },
      { claim: 'G05', says: 'Each pilot has a small budget of its own and nothing beyond it.' },
    ],
    bad: [
      {
        title: 'No cost at all',
        yaml: `stage: criteria
#^^^^ warning: No money is set aside for production. Get the sum approved that production will cost.
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
        title: 'A budget of nothing',
        yaml: `stage: data
cost:
  productionBudget: { amount: 0, status: approved }
#                             ^ warning
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
        title: 'It is only asked for',
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
        title: 'Under review is what another rule says',
        yaml: `stage: rollout
cost: { productionBudget: { amount: 88000, status: under-review } }
`,
      },
    ],
  },

  *check(pilot, { today, currency }) {
    const budget = pilot.cost?.productionBudget
    if (!budget) {
      if (isAbsentAt(pilot, 'cost', 'productionBudget')) yield missing(pilot, today)
    } else if (budget.amount?.value === 0) {
      yield {
        at: budget.amount.span,
        message: 'The production budget is 0. Get the sum approved that production will cost.',
      }
    } else if (isAbsent(budget, 'amount') && !isUndecided(pilot, budget)) {
      yield missing(pilot, today)
    } else if (budget.amount && !isApproved(budget) && !isUndecided(pilot, budget)) {
      const amount = money(budget.amount.value, pilot.currency?.value ?? currency)
      const { status } = budget
      yield {
        at: status?.span ?? budget.keySpan,
        message: `The production budget of ${amount} is not approved. Get it approved before the pilot proves itself.`,
        ...(status ? {} : { fixes: missing(pilot, today).fixes ?? [] }),
      }
    }
  },
}

function missing(pilot: Pilot, today: string): Report {
  const { cost } = pilot
  const whole = productionBudgetTemplate(cost, today)
  const budget = cost?.productionBudget
  const keys = Object.keys(whole).filter((key) => isAbsent(budget, key))
  return {
    at: (budget ?? cost ?? pilot).keySpan,
    message: 'No money is set aside for production. Get the sum approved that production will cost.',
    fixes: [
      {
        title: 'Insert a production budget',
        safe: false,
        changes:
          cost && !isAbsent(pilot, 'cost')
            ? insertMissing(cost, 'productionBudget', { keys, whole })
            : [{ do: 'insert', into: pilot, path: ['cost', 'productionBudget'], value: whole }],
      },
    ],
  }
}

function isApproved(budget: ProductionBudget): boolean {
  return budget.status
    ? budget.status.value === 'approved'
    : !isAbsent(budget, 'status') || budget.approved !== undefined
}

/** Whether `cost/budget-under-review` speaks of it already. */
function isUndecided(pilot: Pilot, { status }: ProductionBudget): boolean {
  return hasReached(pilot, 'data') && status !== undefined && status.value !== 'approved'
}
