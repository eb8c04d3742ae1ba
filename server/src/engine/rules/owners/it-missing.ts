import { isAbsentAt } from '../../pilot/located.ts'
import { itTemplate, nameOwner } from '../../templates/owners.ts'
import type { Rule } from '../rule.ts'

export const ownersItMissing: Rule = {
  id: 'owners/it-missing',
  from: { criteria: 'info', data: 'warning', rollout: 'error' },
  docs: {
    summary: 'Someone in IT is a partner of the pilot.',
    why: 'Integration, security review and data handling take weeks that IT has to plan. A pilot that IT hears of at the end waits in a queue.',
    remedy: 'Name the person in IT who is involved, from the first day.',
    sources: [
      { claim: 'K14', says: 'IT has to be fully involved.' },
      { claim: 'K26', says: 'IT takes part from the first day.' },
    ],
    bad: [
      {
        title: 'A rollout without IT',
        yaml: `stage: rollout
owners:
#^^^^^ error: Nobody in IT is named. Name the person who plans integration, security review and data handling with you.
  operator: { name: Luis Ortega }
`,
      },
      {
        title: 'A date without a name',
        yaml: `stage: criteria
owners:
  it: { since: 2026-01-12 }
# ^^ info
`,
      },
    ],
    good: [
      {
        title: 'A person in IT',
        yaml: `owners:
  it: { name: Sam Cole, since: 2026-01-12 }
`,
      },
      {
        title: 'A team in IT',
        yaml: `owners:
  it: { team: it-integration }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    if (!isAbsentAt(pilot, 'owners', 'it', 'name') || !isAbsentAt(pilot, 'owners', 'it', 'team')) return
    yield {
      at: (pilot.owners?.it ?? pilot.owners ?? pilot).keySpan,
      message:
        'Nobody in IT is named. Name the person who plans integration, security review and data handling with you.',
      fixes: [
        { title: 'Insert an IT partner', safe: false, changes: [nameOwner(pilot, 'it', itTemplate(today))] },
      ],
    }
  },
}
