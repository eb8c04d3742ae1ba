import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const vendorPriceUnknown: Rule = {
  id: 'vendor/price-unknown',
  from: { data: 'warning' },
  docs: {
    summary: 'The price of the tool in production is known.',
    why: 'Pilots are sold cheaply. In production the price can be ten times that of the pilot, and whoever learns it after the success has nothing left to bargain with.',
    remedy: 'Before the pilot succeeds, get the monthly price in production from the vendor in writing.',
    sources: [{ claim: 'R63', says: 'The production price may be ten times the pilot price.' }],
    bad: [
      {
        title: 'Only the price of the pilot',
        yaml: `stage: data
vendor:
#^^^^^ warning: Nothing says what Forecastly costs a month in production. Get the price in writing before the pilot succeeds.
  name: Forecastly
  pilotPrice: 2000
`,
      },
      {
        title: 'No price at all',
        yaml: `stage: rollout
vendor: { name: Replymate, tool: Replymate Desk }
#^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Both prices',
        yaml: `stage: data
vendor: { name: Forecastly, pilotPrice: 2000, productionPrice: 3500 }
`,
      },
      { title: 'No vendor', yaml: 'stage: rollout\n' },
    ],
  },

  *check({ vendor }) {
    if (!vendor?.node?.entries.length || !isAbsent(vendor, 'productionPrice')) return
    const who = (vendor.name ?? vendor.tool)?.value ?? 'the tool'
    yield {
      at: vendor.keySpan,
      message: `Nothing says what ${who} costs a month in production. Get the price in writing before the pilot succeeds.`,
      fixes: [
        {
          title: 'Insert the production price',
          safe: false,
          changes: [insertAt(vendor, ['productionPrice'], sample((vendor.pilotPrice?.value || 1_500) * 2))],
        },
      ],
    }
  },
}
