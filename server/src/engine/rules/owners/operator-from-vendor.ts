import type { Located } from '../../pilot/located.ts'
import type { Operator, Pilot } from '../../pilot/model.generated.ts'
import { areColleagues, employerIn, hostIn, hostOf, isHostOf, isSameFirm } from '../../words/firms.ts'
import { vendorRoles } from '../../words/vendor-roles.ts'
import type { Report, Rule } from '../rule.ts'

export const ownersOperatorFromVendor: Rule = {
  id: 'owners/operator-from-vendor',
  from: { criteria: 'error' },
  docs: {
    summary: 'The operator works for the organisation whose work changes, not for the vendor.',
    why: 'People at the vendor are measured by the sale and the renewal. They cannot change how another firm works, and they leave when the contract ends.',
    remedy: 'Name an employee from the team whose work changes. The vendor may support that person.',
    sources: [{ claim: 'M28', says: 'With an owner at the vendor the pilot stalls.' }],
    bad: [
      {
        title: 'An address at the vendor',
        yaml: `owners:
  operator: { name: Jo Adler, email: jo.adler@forecastly.example }
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Jo Adler has an address at the vendor Forecastly. Name someone of your own organisation.
vendor: { name: Forecastly, domain: forecastly.example }
`,
      },
      {
        title: 'An address at a branch of the vendor',
        yaml: `owners:
  operator: { name: Jo Adler, email: jo.adler@emea.forecastly.example }
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error
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
        title: "A vendor's job title",
        yaml: `team: supply-chain
owners:
  operator: { name: Jo Adler, title: Customer Success Manager }
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^ error: "Customer Success Manager" is a position at a vendor. Name someone of your own organisation, or write Jo Adler's team.
vendor: { name: Forecastly }
`,
      },
      {
        title: "An address under the vendor's name, whose domain is not recorded",
        yaml: `owners:
  operator: { name: Jo Adler, email: jo@fore-castly.example }
#                                    ^^^^^^^^^^^^^^^^^^^^^^ error: Jo Adler has an address at the vendor Forecastly SE. Name someone of your own organisation.
vendor: { name: Forecastly SE }
`,
      },
      {
        title: 'A job title that names the vendor',
        yaml: `owners:
  operator: { name: Jo Adler, title: Account Manager at Forecastly }
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Jo Adler works for the vendor Forecastly. Name someone of your own organisation.
vendor: { name: Forecastly }
`,
      },
      {
        title: "A vendor's job title, with a team",
        yaml: `owners:
  operator: { name: Jo Adler, title: 'Customer Success Manager, Forecastly', team: supply-chain }
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error
vendor: { name: Forecastly }
`,
      },
    ],
    good: [
      {
        title: "Someone who looks after their own firm's customers",
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
      {
        title: 'Someone who answers for the tool in their own firm',
        yaml: `owners:
  operator: { name: Ida Brandt, title: 'Product Owner, Forecastly', email: ida.brandt@halden.example }
vendor: { name: Forecastly }
`,
      },
      {
        title: 'A tool made by the firm itself',
        yaml: `owners:
  operator: { name: Ida Brandt, title: Buyer at Halden, email: ida.brandt@halden.example }
  sponsor: { name: Ben Sato, email: ben.sato@halden.example }
vendor: { name: Halden }
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

function byOrganisation({ name, organisation }: Operator, { vendor }: Pilot): Report | undefined {
  if (!organisation || !vendor?.name || !isSameFirm(organisation.value, vendor.name.value)) return undefined
  return { at: organisation.span, message: employed(name, vendor.name) }
}

function byAddress({ name, email }: Operator, pilot: Pilot): Report | undefined {
  const { vendor } = pilot
  if (!email || !isAtVendor(email, pilot)) return undefined
  const whose = vendor?.name ? `the vendor ${vendor.name.value}` : `the vendor (${vendor?.domain?.value})`
  return {
    at: email.span,
    message: `${name?.value} has an address at ${whose}. Name someone of your own organisation.`,
  }
}

/** By the domain of the vendor; where that is not written down, by its name, unless the sponsor is there as well. */
function isAtVendor(email: Located<string>, { vendor, owners }: Pilot): boolean {
  const domain = vendor?.domain && hostIn(vendor.domain.value)
  const host = hostOf(email.value)
  if (domain) return host === domain || host.endsWith(`.${domain}`)
  const isNamed = vendor?.name !== undefined && isHostOf(host, vendor.name.value)
  return isNamed && !areColleagues(email.value, owners?.sponsor?.email?.value)
}

/** A title that names the vendor. Any other says little of someone who is known to work here: by team or organisation. */
function byTitle({ name, title, team, email, organisation }: Operator, pilot: Pilot): Report | undefined {
  const { vendor, owners } = pilot
  if (!title || organisation || areColleagues(email?.value, owners?.sponsor?.email?.value)) return undefined
  const isVendors = vendorRoles.find(title.value) !== undefined
  const { firm, isSure } = employerIn(title.value)
  if (vendor?.name && (isVendors || isSure) && isSameFirm(firm, vendor.name.value)) {
    return { at: title.span, message: employed(name, vendor.name) }
  }
  if (team || !isVendors) return undefined
  const message = `"${title.value}" is a position at a vendor. Name someone of your own organisation, or write ${name?.value}'s team.`
  return { at: title.span, message }
}

function employed(name: Located<string> | undefined, vendor: Located<string>): string {
  return `${name?.value} works for the vendor ${vendor.value}. Name someone of your own organisation.`
}
