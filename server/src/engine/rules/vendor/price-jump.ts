import type { Pilot } from '../../pilot/model.generated.ts'
import { money } from '../../pilot/money.ts'
import type { Rule } from '../rule.ts'

export const vendorPriceJump: Rule = {
  id: 'vendor/price-jump',
  from: { data: 'warning' },
  options: { jump: 3, severe: 10 },
  docs: {
    summary: 'The budget covers the production price, which may be a multiple of the pilot price.',
    why: 'A budget based on the pilot price is gone in weeks. The price can be ten times that of the pilot, and then the pilot waits for the next year.',
    remedy: 'Negotiate the price now, or raise the production budget to cover at least a year of it.',
    options: {
      jump: 'Multiple of the pilot price from which it is reported.',
      severe: 'Multiple of the pilot price from which it is an error.',
    },
    except: 'error for as many times the price as the option severe says, or more',
    sources: [{ claim: 'R63', says: 'The production price may be ten times the pilot price.' }],
    bad: [
      {
        title: 'Three times, and a year of it is over the budget',
        yaml: `stage: adoption
vendor: { name: Speakwell, pilotPrice: 700, productionPrice: 2100 }
#                                                            ^^^^ warning: Speakwell costs 2,100 USD a month in production, 3 times the price of the pilot, and no budget holds a year of it, 25,200 USD. Negotiate the price, or raise the budget.
cost: { productionBudget: { amount: 25000, status: approved } }
`,
      },
      {
        title: 'Ten times, and no budget',
        yaml: `stage: data
vendor:
  name: Clausewise
  pilotPrice: 500
  productionPrice: 5000
#                  ^^^^ error
`,
      },
      {
        title: 'Free at first, and then not',
        yaml: `stage: data
currency: EUR
vendor: { tool: Clausewise, pilotPrice: 0, productionPrice: 900 }
#                                                           ^^^ error
cost: { productionBudget: { amount: 5000, status: approved } }
`,
      },
    ],
    good: [
      {
        title: 'Under three times',
        yaml: `stage: data
vendor: { name: Forecastly, pilotPrice: 2000, productionPrice: 4400 }
`,
      },
      {
        title: 'Five times, but the budget covers a year of it',
        yaml: `stage: rollout
vendor: { name: Forecastly, pilotPrice: 1000, productionPrice: 5000 }
cost: { productionBudget: { amount: 60000, status: approved } }
`,
      },
    ],
  },

  *check(pilot, { option, currency }) {
    const { pilotPrice, productionPrice, name, tool } = pilot.vendor ?? {}
    if (!pilotPrice || !productionPrice || productionPrice.value === 0) return
    const times = productionPrice.value / pilotPrice.value
    const year = productionPrice.value * 12
    if (times < option('jump') || budgetOf(pilot) >= year) return
    const sum = (amount: number): string => money(amount, pilot.currency?.value ?? currency)
    const factor =
      pilotPrice.value === 0
        ? 'and the pilot is free'
        : `${Math.round(times * 10) / 10} times the price of the pilot`
    const budget = pilot.cost?.productionBudget?.amount
    yield {
      at: productionPrice.span,
      message:
        `${(name ?? tool)?.value ?? 'The tool'} costs ${sum(productionPrice.value)} a month in production, ${factor}, ` +
        `and no budget holds a year of it, ${sum(year)}. Negotiate the price, or raise the budget.`,
      ...(times >= option('severe') ? { severity: 'error' } : {}),
      related: [
        { message: 'The price during the pilot.', span: pilotPrice.span },
        ...(budget ? [{ message: 'The production budget.', span: budget.span }] : []),
      ],
    }
  },
}

function budgetOf({ cost }: Pilot): number {
  return cost?.productionBudget?.amount?.value ?? 0
}
