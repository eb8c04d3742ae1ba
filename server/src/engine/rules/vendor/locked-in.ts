import type { Rule } from '../rule.ts'

export const vendorLockedIn: Rule = {
  id: 'vendor/locked-in',
  from: { data: 'warning' },
  docs: {
    summary: 'The data can be taken along, and interfaces follow open standards.',
    why: 'Data that cannot leave the vendor makes every later price acceptable and every change of mind impossible. In the pilot it is a clause; after two years it is a migration.',
    remedy: 'Agree on export in a common format and on open interfaces before the contract for production.',
    sources: [{ claim: 'R64', says: 'Portable data and open standards are agreed on from day one.' }],
    suppress: 'Nothing is stored at the vendor, so there is nothing to take along.',
    bad: [
      {
        title: 'The data stays there',
        yaml: `stage: data
vendor:
  name: Forecastly
  dataPortable: false
#               ^^^^^ warning: Your data cannot leave Forecastly. Agree on an export before the contract for production.
`,
      },
      {
        title: 'Neither',
        yaml: `stage: rollout
vendor: { name: Forecastly, dataPortable: false, openStandards: false }
#                                         ^^^^^ warning
#                                                               ^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Both',
        yaml: `stage: rollout
vendor: { name: Forecastly, dataPortable: true, openStandards: true }
`,
      },
      {
        title: 'Nothing is said about it',
        yaml: `stage: data
vendor: { name: Forecastly }
`,
      },
    ],
  },

  *check({ vendor }) {
    const who = (vendor?.name ?? vendor?.tool)?.value ?? 'the vendor'
    if (vendor?.dataPortable?.value === false) {
      yield {
        at: vendor.dataPortable.span,
        message: `Your data cannot leave ${who}. Agree on an export before the contract for production.`,
      }
    }
    if (vendor?.openStandards?.value === false) {
      yield {
        at: vendor.openStandards.span,
        message: `Data and interfaces of ${who} follow no open standard. Agree on open interfaces before the contract for production.`,
      }
    }
  },
}
