import { isAbsentAt, type Located } from '../../pilot/located.ts'
import type { Champion, Pilot, Sponsor } from '../../pilot/model.generated.ts'
import { deliveryTemplate, nameOwner } from '../../templates/owners.ts'
import { isSamePerson } from '../../words/people.ts'
import type { Rule } from '../rule.ts'

export const ownersChampionLeaving: Rule = {
  id: 'owners/champion-leaving',
  from: { criteria: 'warning', rollout: 'error' },
  needs: ['today'],
  docs: {
    summary: 'When the champion or the sponsor leaves, a delivery owner follows.',
    why: 'The champion is often the only one who holds the groups together. When that person moves on and nobody follows, the pilot has results and no one who asks for them.',
    remedy: 'Name a delivery owner before the day on which the champion leaves.',
    sources: [{ claim: 'N22', says: 'The champion moves on, and nobody takes over the work.' }],
    bad: [
      {
        title: 'The champion leaves',
        yaml: `stage: rollout
owners:
  champion: { name: Greg Tolliver, until: 2026-12-31 }
#                                         ^^^^^^^^^^ error: Greg Tolliver leaves on 2026-12-31, and no delivery owner follows. Name who carries the work on.
`,
      },
      {
        title: 'The sponsor has left',
        yaml: `stage: data
owners:
  sponsor:
    name: Dana Whitfield
    until: 2026-05-15
#          ^^^^^^^^^^ warning: Dana Whitfield left on 2026-05-15, and no delivery owner follows. Name who carries the work on.
`,
      },
      {
        title: 'The one who leaves is also the one who would follow',
        yaml: `stage: rollout
owners:
  champion: { name: Greg Tolliver, until: 2026-12-31 }
#                                         ^^^^^^^^^^ error: Greg Tolliver leaves on 2026-12-31 and is the delivery owner too. Name someone else who carries the work on.
  delivery: { name: G. Tolliver }
`,
      },
      {
        title: 'The sponsor is the champion as well, and the delivery owner leaves on the same day',
        yaml: `stage: rollout
owners:
  sponsor: { name: Dana Whitfield, until: 2026-07-15 }
#                                         ^^^^^^^^^^ error: Dana Whitfield leaves on 2026-07-15, and the delivery owner Fay Kilgore by 2026-07-15. Name who carries the work on.
  champion: { name: D. Whitfield, until: 2026-07-15 }
  delivery: { name: Fay Kilgore, until: 2026-07-15 }
`,
      },
    ],
    good: [
      {
        title: 'A delivery owner follows, and stays longer',
        yaml: `owners:
  champion: { name: Greg Tolliver, until: 2026-12-31 }
  delivery: { name: Fay Kilgore, until: 2027-06-30 }
`,
      },
      {
        title: 'Nobody leaves',
        yaml: `owners:
  champion: { name: Greg Tolliver }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const { sponsor, champion } = pilot.owners ?? {}
    const leaving = [sponsor, champion].filter(isLeaving)
    for (const [index, { name, until }] of leaving.entries()) {
      const twice = leaving.slice(0, index).some((other) => isSamePerson(other.name.value, name.value))
      const gap = twice ? undefined : gapBehind(pilot, name.value, until.value)
      if (gap === undefined) continue
      const leaves = until.value < today ? 'left' : 'leaves'
      const none = isAbsentAt(pilot, 'owners', 'delivery', 'name')
      const changes = none ? [nameOwner(pilot, 'delivery', deliveryTemplate())] : []
      const fixes = none ? [{ title: 'Insert a delivery owner', safe: false, changes }] : []
      yield { at: until.span, message: `${name.value} ${leaves} on ${until.value}${gap}`, fixes }
    }
  },
}

type Leaving = (Sponsor | Champion) & { readonly name: Located<string>; readonly until: Located<string> }

function isLeaving(owner: Sponsor | Champion | undefined): owner is Leaving {
  return owner?.name !== undefined && owner.until !== undefined
}

/** What is missing after someone left; nothing when a delivery owner stays longer. */
function gapBehind(pilot: Pilot, leaver: string, until: string): string | undefined {
  const { name, until: ends } = pilot.owners?.delivery ?? {}
  if (isAbsentAt(pilot, 'owners', 'delivery', 'name'))
    return ', and no delivery owner follows. Name who carries the work on.'
  if (!name) return undefined
  if (isSamePerson(name.value, leaver))
    return ' and is the delivery owner too. Name someone else who carries the work on.'
  if (!ends || ends.value > until) return undefined
  return `, and the delivery owner ${name.value} by ${ends.value}. Name who carries the work on.`
}
