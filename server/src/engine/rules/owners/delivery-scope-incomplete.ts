import type { Change } from '../../finding.ts'
import { isAbsent } from '../../pilot/located.ts'
import type { DeliveryOwner, Pilot } from '../../pilot/model.generated.ts'
import { appendAt, insertAt } from '../../templates/changes.ts'
import { deliveryAreas } from '../../templates/owners.ts'
import { listing } from '../../text/listing.ts'
import { nameOr } from '../../words/people.ts'
import { entryOf } from '../../yaml/node.ts'
import type { Rule } from '../rule.ts'

export const ownersDeliveryScopeIncomplete: Rule = {
  id: 'owners/delivery-scope-incomplete',
  from: { rollout: 'warning' },
  docs: {
    summary:
      'The delivery owner covers all five areas: data integration, deployment, compliance, stakeholders and KPIs.',
    why: 'The area that the delivery owner does not hold is the one that stops the delivery: it belongs to nobody again.',
    remedy: 'Extend the mandate to the missing areas, or let another named person take them on.',
    sources: [
      {
        claim: 'N25',
        says: 'The delivery owner holds data integration, deployment, compliance, alignment and KPIs.',
      },
    ],
    bad: [
      {
        title: 'Two of five, in one line',
        yaml: `owners:
  delivery:
    name: Priya Nair
    covers: [deployment, kpis]
#   ^^^^^^ warning: Priya Nair does not cover data-integration, compliance and stakeholders. Extend the mandate to all five areas.
`,
      },
      {
        title: 'Four of five, in a list',
        yaml: `owners:
  delivery:
    name: Priya Nair
    covers:
#   ^^^^^^ warning: Priya Nair does not cover kpis. Extend the mandate to all five areas.
      - data-integration
      - deployment
      - compliance
      - stakeholders
`,
      },
      {
        title: 'Nothing is said',
        yaml: `owners:
  delivery: { name: Priya Nair }
# ^^^^^^^^ warning
`,
      },
      {
        title: 'An empty list',
        yaml: `owners:
  delivery: { name: Priya Nair, covers: [] }
#                               ^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'All five',
        yaml: `owners:
  delivery: { name: Priya Nair, covers: [kpis, data-integration, deployment, compliance, stakeholders] }
`,
      },
      {
        title: 'No delivery owner, which another rule reports',
        yaml: `owners:
  operator: { name: Luis Ortega }
`,
      },
    ],
  },

  *check(pilot) {
    const delivery = pilot.owners?.delivery
    if (!delivery?.name || (!delivery.covers && !isAbsent(delivery, 'covers'))) return
    const covered = delivery.covers?.items.map(({ value }) => value) ?? []
    // An area that the schema does not know is one of those that lack.
    if (hasOthers(delivery, covered.length)) return
    const missing = deliveryAreas.filter((area) => !covered.includes(area))
    if (missing.length === 0) return
    yield {
      at: (delivery.covers ?? delivery).keySpan,
      message: `${nameOr(delivery.name.value, 'The delivery owner')} does not cover ${listing(missing)}. Extend the mandate to all five areas.`,
      fixes: [
        {
          title: 'Insert the missing areas',
          safe: false,
          suggestion: true,
          changes: changes(pilot, missing, covered.length),
        },
      ],
    }
  },
}

function changes(pilot: Pilot, missing: readonly string[], covered: number): readonly Change[] {
  const path = ['owners', 'delivery', 'covers']
  if (covered === 0) return [insertAt(pilot, path, missing)]
  return missing.map((value) => appendAt(pilot, path, value))
}

function hasOthers({ node }: DeliveryOwner, known: number): boolean {
  const list = node && entryOf(node, 'covers')?.value
  return list?.kind === 'sequence' && list.items.length > known
}
