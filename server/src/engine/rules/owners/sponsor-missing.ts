import { isAbsentAt } from '../../pilot/located.ts'
import { nameOwner, sponsorTemplate } from '../../templates/owners.ts'
import { kindOfName } from '../../words/people.ts'
import type { Rule } from '../rule.ts'

export const ownersSponsorMissing: Rule = {
  id: 'owners/sponsor-missing',
  from: { criteria: 'error' },
  docs: {
    summary: 'A pilot has an executive sponsor: one person who can decide to scale it or to stop it.',
    why: 'Unless someone at the top wants a decision, none is made. The pilot neither grows nor ends, and keeps costing money.',
    remedy: 'Name the executive who signs for production and will say yes or no at the end.',
    sources: [{ claim: 'G07', says: 'Pilots in purgatory have no executive sponsor.' }],
    bad: [
      {
        title: 'No sponsor',
        yaml: `stage: criteria
owners:
#^^^^^ error: Nobody is named as sponsor. Name the executive who can decide to scale the pilot or to stop it.
  operator: { name: Luis Ortega }
`,
      },
      {
        title: 'A department',
        yaml: `stage: data
owners:
  sponsor:
    name: Finance Department
#         ^^^^^^^^^^^^^^^^^^ error: "Finance Department" is not a person who can decide. Name the executive who can.
`,
      },
      {
        title: 'A position without a name',
        yaml: `stage: rollout
owners:
  sponsor: { title: COO }
# ^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'A named executive',
        yaml: `owners:
  sponsor: { name: Dana Whitfield, title: COO }
`,
      },
      {
        title: 'A post that only one person holds',
        yaml: `owners:
  sponsor: { name: The COO }
`,
      },
    ],
  },

  *check(pilot) {
    const sponsor = pilot.owners?.sponsor
    const kind = sponsor?.name && kindOfName(sponsor.name.value)
    if (sponsor?.name && (kind === 'group' || kind === 'vacancy')) {
      const message = `"${sponsor.name.value}" is not a person who can decide. Name the executive who can.`
      yield { at: sponsor.name.span, message }
    }
    if (!isAbsentAt(pilot, 'owners', 'sponsor', 'name')) return
    yield {
      at: (sponsor ?? pilot.owners ?? pilot).keySpan,
      message:
        'Nobody is named as sponsor. Name the executive who can decide to scale the pilot or to stop it.',
      fixes: [
        { title: 'Insert a sponsor', safe: false, changes: [nameOwner(pilot, 'sponsor', sponsorTemplate())] },
      ],
    }
  },
}
