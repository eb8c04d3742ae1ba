import { isAbsent } from '../../pilot/located.ts'
import { isActive } from '../../pilot/stages.ts'
import { insertAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const ownersPartnerLeaves: Rule = {
  id: 'owners/partner-leaves',
  from: { data: 'warning' },
  needs: ['today'],
  docs: {
    summary: 'Outside help stays until production, or someone inside is named to follow.',
    why: 'Consultants leave with what they know, and vendors train everyone in the same way. After that nobody sustains the use, and it fades.',
    remedy:
      'Name one of your own people or teams to take over, and let them work beside the partner before the contract ends.',
    sources: [
      {
        claim: 'M65',
        says: 'Consultants leave and vendors train generically, so nobody sustains the adoption.',
      },
    ],
    bad: [
      {
        title: 'The contract ends before production',
        yaml: `timeline: { productionBy: 2026-09-30 }
owners:
  partner: { name: Northway Consulting, until: 2026-08-31 }
#                                              ^^^^^^^^^^ warning: Northway Consulting leaves on 2026-08-31, before production on 2026-09-30, and nobody follows. Name the successor.
`,
      },
      {
        title: 'The contract ends before the pilot',
        yaml: `stage: data
timeline: { start: 2026-06-01, end: 2026-09-30 }
owners:
  partner:
    name: Northway Consulting
    until: 2026-06-30
#          ^^^^^^^^^^ warning: Northway Consulting leaves on 2026-06-30, before the end of the pilot on 2026-09-30, and nobody follows. Name the successor.
`,
      },
      {
        title: 'Gone, and nobody knows when production will come',
        yaml: `owners:
  partner: { name: Northway Consulting, until: 2026-04-30 }
#                                              ^^^^^^^^^^ warning: Northway Consulting left on 2026-04-30, before production, and nobody follows. Name the successor.
`,
      },
      {
        title: 'Gone after the promised date, and it is still not in production',
        yaml: `timeline: { start: 2026-01-12, productionBy: 2026-04-15 }
owners:
  partner: { name: Northway Consulting, until: 2026-04-30 }
#                                              ^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'One of your own teams follows',
        yaml: `timeline: { productionBy: 2026-09-30 }
owners:
  partner: { name: Northway Consulting, until: 2026-08-31, successor: planning-systems }
`,
      },
      {
        title: 'It is in production',
        yaml: `stage: production
timeline: { start: 2026-01-12, productionBy: 2026-04-15 }
owners:
  partner: { name: Northway Consulting, until: 2026-04-30 }
`,
      },
      {
        title: 'The partner stays longer',
        yaml: `timeline: { end: 2026-07-31, productionBy: 2026-08-31 }
owners:
  partner: { name: Northway Consulting, until: 2026-10-30 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const partner = pilot.owners?.partner
    const until = partner?.until
    if (!until || !isAbsent(partner, 'successor')) return
    const { end, productionBy } = pilot.timeline ?? {}
    const date = productionBy ?? end
    // Whoever has left a pilot that is on its way left before production, whatever was planned.
    const hasLeft = until.value < today && isActive(pilot)
    const isPlanned = date !== undefined && until.value < date.value
    if (!hasLeft && !isPlanned) return
    const what = productionBy || !isPlanned ? 'production' : 'the end of the pilot'
    const value = hole('person or team of your own that takes over')
    const change = insertAt(pilot, ['owners', 'partner', 'successor'], value)
    yield {
      at: until.span,
      message: `${partner.name?.value ?? 'The partner'} ${hasLeft ? 'left' : 'leaves'} on ${until.value}, before ${what}${isPlanned ? ` on ${date.value}` : ''}, and nobody follows. Name the successor.`,
      related: isPlanned ? [{ message: `The date of ${what}.`, span: date.span }] : [],
      fixes: [{ title: 'Insert a successor', safe: false, changes: [change] }],
    }
  },
}
