import type { Located } from '../../pilot/located.ts'
import type { Operator, Pilot } from '../../pilot/model.generated.ts'
import { wordsIn } from '../../text/letters.ts'
import { vendorRoles } from '../../words/vendor-roles.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorFromVendor: Rule = {
  id: 'owners/operator-from-vendor',
  from: { criteria: 'error' },
  docs: {
    summary: 'The operator works for the organisation whose work changes, not for the vendor.',
    why: 'People at the vendor are measured by the sale and the renewal. They cannot change how another firm works, and they leave when the contract does.',
    remedy: 'Name an employee from the team whose work changes. The vendor may support that person.',
    sources: [{ claim: 'M28', says: 'With an owner who sits at the vendor the pilot stalls.' }],
    bad: [
      {
        title: 'An address at the vendor',
        yaml: `owners:
  operator: { name: Jo Adler, email: jo.adler@emea.forecastly.example }
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Jo Adler has an address at the vendor Forecastly. Name someone of your own organisation.
vendor: { name: Forecastly, domain: forecastly.example }
`,
      },
      {
        title: 'Employed by the vendor',
        yaml: `stage: criteria
owners:
  operator:
    name: Jo Adler
    organisation: Forecastly, Inc.
#                 ^^^^^^^^^^^^^^^^ error: Jo Adler works for the vendor Forecastly. Name someone of your own organisation.
vendor: { name: Forecastly }
`,
      },
      {
        title: "A vendor's position",
        yaml: `team: supply-chain
owners:
  operator: { name: Jo Adler, title: Customer Success Manager }
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^ error: "Customer Success Manager" is a position at a vendor. Name someone of your own organisation, or write Jo Adler's team.
vendor: { name: Forecastly }
`,
      },
    ],
    good: [
      {
        title: 'An employee of an organisation whose own customers are looked after',
        yaml: `team: customer-success
owners:
  operator: { name: Jo Adler, title: Head of Customer Success, team: customer-success }
vendor: { name: Forecastly, domain: forecastly.example }
`,
      },
      {
        title: 'A partner in a law firm',
        yaml: `owners:
  operator: { name: Ida Brandt, title: Partner, email: ida.brandt@notforecastly.example }
vendor: { name: Forecastly, domain: forecastly.example }
`,
      },
    ],
  },

  *check(pilot) {
    const operator = pilot.owners?.operator
    if (!operator?.name || !pilot.vendor) return
    const found = byOrganisation(operator, pilot) ?? byAddress(operator, pilot) ?? byTitle(operator, pilot)
    if (found) yield found
  },
}

interface Found {
  readonly at: Located<string>['span']
  readonly message: string
}

function byOrganisation({ name, organisation }: Operator, { vendor }: Pilot): Found | undefined {
  if (!organisation || !vendor?.name || firm(organisation.value) !== firm(vendor.name.value)) return undefined
  const message = `${name?.value} works for the vendor ${vendor.name.value}. Name someone of your own organisation.`
  return { at: organisation.span, message }
}

function byAddress({ name, email }: Operator, { vendor }: Pilot): Found | undefined {
  const domain = vendor?.domain?.value
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/\/.*$/, '')
  if (!email || !domain) return undefined
  const host = email.value.toLowerCase().slice(email.value.indexOf('@') + 1)
  if (host !== domain && !host.endsWith(`.${domain}`)) return undefined
  const whose = vendor?.name ? `the vendor ${vendor.name.value}` : `the vendor (${domain})`
  return {
    at: email.span,
    message: `${name?.value} has an address at ${whose}. Name someone of your own organisation.`,
  }
}

/** A title alone says little of someone who is known to work here: by team, organisation or the sponsor's domain. */
function byTitle({ name, title, team, email, organisation }: Operator, { owners }: Pilot): Found | undefined {
  const colleague =
    email && owners?.sponsor?.email && hostOf(email.value) === hostOf(owners.sponsor.email.value)
  if (!title || team || organisation || colleague || vendorRoles.find(title.value) === undefined)
    return undefined
  const message = `"${title.value}" is a position at a vendor. Name someone of your own organisation, or write ${name?.value}'s team.`
  return { at: title.span, message }
}

function hostOf(address: string): string {
  return address.toLowerCase().slice(address.indexOf('@'))
}

function firm(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[,.]/g, '')
    .replace(/\s+(?:inc|llc|ltd|gmbh|ag|plc|corp|co|bv|sa)$/, '')
  return wordsIn(plain).join('')
}
