import { isAbsentAt } from '../../pilot/located.ts'
import { leaverOf } from '../../pilot/owners.ts'
import { deliveryTemplate, nameOwner, replaceOwner } from '../../templates/owners.ts'
import { kindOfName } from '../../words/people.ts'
import type { Rule } from '../rule.ts'

export const ownersDeliveryOwnerMissing: Rule = {
  id: 'owners/delivery-owner-missing',
  from: { rollout: 'warning', close: 'error' },
  needs: ['today'],
  owed: true,
  docs: {
    summary: 'One person owns the work between pilot and production that no single group owns.',
    why: 'A working proof and a roadmap do not connect by themselves. Data, deployment, compliance and business each wait for the others, and the result ships eighteen months late or not at all.',
    remedy:
      'Before the pilot ends, name a delivery owner with a mandate over the groups that have to contribute.',
    sources: [
      { claim: 'N21', says: 'Nobody owns the gap between a working proof and the roadmap.' },
      { claim: 'N26', says: 'What nobody owns ships eighteen months late, or is quietly dropped.' },
      {
        claim: 'N31',
        says: 'Who owns the delivery across groups after the champion is one of the three questions before the end.',
      },
    ],
    bad: [
      {
        title: 'Nobody',
        yaml: `stage: rollout
owners:
#^^^^^ warning: Nobody owns the work between pilot and production. Name a delivery owner with a mandate over the groups that contribute.
  operator: { name: Luis Ortega }
`,
      },
      {
        title: 'Nobody yet, a week before the end',
        yaml: `stage: rollout
timeline: { start: 2026-02-02, end: 2026-06-08 }
owners:
  delivery:
    name: to be decided
#         ^^^^^^^^^^^^^ error: "to be decided" owns no delivery. Name one person with a mandate over the groups that contribute.
`,
      },
      {
        title: 'The delivery owner has left',
        yaml: `stage: rollout
owners:
  delivery: { name: Priya Nair, until: 2026-05-15 }
#                                      ^^^^^^^^^^ warning: Priya Nair owned the delivery until 2026-05-15, and nobody follows. Name one person with a mandate over the groups that contribute.
`,
      },
    ],
    good: [
      {
        title: 'A person with a mandate',
        yaml: `owners:
  delivery: { name: Priya Nair, title: Program manager, mandate: Can reprioritise the work of five groups. }
`,
      },
      {
        title: 'Nothing to deliver yet',
        yaml: `stage: data
owners:
  operator: { name: Luis Ortega }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const left = leaverOf(pilot, 'delivery', today)
    if (left)
      yield {
        at: left.until.span,
        message: `${left.name} owned the delivery until ${left.until.value}, and nobody follows. Name one person with a mandate over the groups that contribute.`,
        fixes: [replaceOwner(pilot, 'delivery', deliveryTemplate())],
      }
    const delivery = pilot.owners?.delivery
    if (delivery?.name && kindOfName(delivery.name.value) === 'vacancy') {
      const message = `"${delivery.name.value}" owns no delivery. Name one person with a mandate over the groups that contribute.`
      yield { at: delivery.name.span, message }
    }
    if (!isAbsentAt(pilot, 'owners', 'delivery', 'name')) return
    yield {
      at: (delivery ?? pilot.owners ?? pilot).keySpan,
      message:
        'Nobody owns the work between pilot and production. Name a delivery owner with a mandate over the groups that contribute.',
      fixes: [
        {
          title: 'Insert a delivery owner',
          safe: false,
          changes: [nameOwner(pilot, 'delivery', deliveryTemplate())],
        },
      ],
    }
  },
}
