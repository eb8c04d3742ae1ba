import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { nameOr } from '../../words/people.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const ownersSponsorWithoutAuthority: Rule = {
  id: 'owners/sponsor-without-authority',
  from: { ownership: 'error' },
  docs: {
    summary: 'The sponsor can release the money for production without asking someone else.',
    why: 'A sponsor who only advises cannot force a decision. When the pilot ends well, the money has to be requested again, by someone else, in the next budget.',
    remedy:
      'Name the executive who signs, or give the sponsor the authority now, and write budgetAuthority: true.',
    sources: [
      { claim: 'G08', says: 'The sponsor needs real authority to force a decision to scale or to stop.' },
      {
        claim: 'G12',
        says: 'Pilots stay experiments when nobody has the mandate to take them into operation.',
      },
      {
        claim: 'R41',
        says: 'One designated owner holds authority over the budget from the first weeks.',
      },
    ],
    bad: [
      {
        title: 'A sponsor who has to ask',
        yaml: `stage: ownership
owners:
  sponsor:
    name: Craig Dunlap
    budgetAuthority: false
#                    ^^^^^ error: Craig Dunlap cannot release the money for production. Name the executive who can, or have the authority given.
`,
      },
      {
        title: 'Nothing is said about it',
        yaml: `stage: data
owners:
  sponsor: { name: Craig Dunlap, title: Plant Manager }
# ^^^^^^^ error: Nothing says that Craig Dunlap can release the money for production. Write budgetAuthority: true, or name the executive who can.
`,
      },
      {
        title: 'Nobody yet',
        yaml: `stage: ownership
owners:
  sponsor: { name: TBD by the board }
# ^^^^^^^ error: Nothing says that the sponsor can release the money for production. Write budgetAuthority: true, or name the executive who can.
`,
      },
    ],
    good: [
      {
        title: 'A sponsor who signs',
        yaml: `stage: rollout
owners:
  sponsor: { name: Dana Whitfield, title: COO, budgetAuthority: true }
`,
      },
      {
        title: 'An idea that nobody has to pay for yet',
        yaml: `stage: criteria
owners:
  sponsor: { name: Craig Dunlap, budgetAuthority: false }
`,
      },
    ],
  },

  *check(pilot) {
    const sponsor = pilot.owners?.sponsor
    if (!sponsor?.name) return
    const { name, budgetAuthority } = sponsor
    if (budgetAuthority?.value === false) {
      const message = `${name.value} cannot release the money for production. Name the executive who can, or have the authority given.`
      yield { at: budgetAuthority.span, message }
    }
    if (!isAbsent(sponsor, 'budgetAuthority')) return
    const change = insertAt(pilot, ['owners', 'sponsor', 'budgetAuthority'], sample(true))
    yield {
      at: sponsor.keySpan,
      message: `Nothing says that ${nameOr(name.value, 'the sponsor')} can release the money for production. Write budgetAuthority: true, or name the executive who can.`,
      fixes: [{ title: 'Insert budgetAuthority: true', safe: false, changes: [change] }],
    }
  },
}
