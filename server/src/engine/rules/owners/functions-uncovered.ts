import type { Change } from '../../finding.ts'
import { isAbsentAt } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { insertAt } from '../../templates/changes.ts'
import { contactTemplate, functions } from '../../templates/owners.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const ownersFunctionsUncovered: Rule = {
  id: 'owners/functions-uncovered',
  from: { rollout: 'warning' },
  docs: {
    summary:
      'The delivery owner has one contact in each group: engineering, product, data, compliance and business.',
    why: 'Each of the five has a part in production and its own priorities. A group without a contact learns of its part when it is too late.',
    remedy: 'Ask each group who speaks for it, and record the name.',
    sources: [
      {
        claim: 'N23',
        says: 'Engineering, product, data, legal with compliance, and business each have a part.',
      },
    ],
    bad: [
      {
        title: 'Engineering only',
        yaml: `owners:
  delivery:
    name: Priya Nair
    contacts: { engineering: Sam Cole }
#   ^^^^^^^^ warning: Nobody speaks for product, data, compliance and business. Name one contact in each.
`,
      },
      {
        title: 'No contacts',
        yaml: `owners:
  delivery: { name: Priya Nair }
# ^^^^^^^^ warning: Nobody speaks for engineering, product, data, compliance and business. Name one contact in each.
`,
      },
      {
        title: 'One is missing, in block style',
        yaml: `owners:
  delivery:
    name: Priya Nair
    contacts:
#   ^^^^^^^^ warning: Nobody speaks for compliance. Name a contact.
      engineering: Sam Cole
      product: Jo Park
      data: Mei Lin
      business: Luis Ortega
`,
      },
    ],
    good: [
      {
        title: 'All five',
        yaml: `owners:
  delivery:
    name: Priya Nair
    contacts: { engineering: Sam Cole, product: Jo Park, data: Mei Lin, compliance: R. Osei, business: Luis Ortega }
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
    if (!delivery?.name) return
    const missing = functions.filter((each) => isAbsentAt(pilot, 'owners', 'delivery', 'contacts', each))
    if (missing.length === 0) return
    const many = missing.length > 1
    yield {
      at: (delivery.contacts ?? delivery).keySpan,
      message: `Nobody speaks for ${listing(missing)}. Name ${many ? 'one contact in each' : 'a contact'}.`,
      fixes: [{ title: 'Insert the missing contacts', safe: false, changes: changes(pilot, missing) }],
    }
  },
}

function changes(pilot: Pilot, missing: readonly string[]): readonly Change[] {
  const path = ['owners', 'delivery', 'contacts']
  if (missing.length === functions.length) {
    const value = Object.fromEntries(missing.map((each) => [each, contactTemplate(each)]))
    return [insertAt(pilot, path, value)]
  }
  return missing.map((each) => insertAt(pilot, [...path, each], contactTemplate(each)))
}
