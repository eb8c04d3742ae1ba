import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { mandateTemplate } from '../../templates/owners.ts'
import { nameOr } from '../../words/people.ts'
import { reportingTitles } from '../../words/reporting-titles.ts'
import type { Rule } from '../rule.ts'

export const ownersDeliveryWithoutMandate: Rule = {
  id: 'owners/delivery-without-mandate',
  from: { rollout: 'warning', close: 'error' },
  docs: {
    summary: 'The delivery owner may decide on the work of the groups that contribute.',
    why: 'A coordinator asks, and every group has something more urgent. The delivery moves only for someone who can change the order of work.',
    remedy: 'Write down what this person may decide, or name someone who may.',
    sources: [
      { claim: 'N24', says: 'A coordinator or a scrum master is not enough to deliver across groups.' },
    ],
    bad: [
      {
        title: 'No mandate',
        yaml: `stage: rollout
owners:
  delivery: { name: Priya Nair, title: Program manager }
# ^^^^^^^^ warning: Nothing says what Priya Nair may decide. Write the mandate over the groups that contribute.
`,
      },
      {
        title: 'A coordinator',
        yaml: `stage: adoption
owners:
  delivery:
    name: Priya Nair
    title: Project Coordinator
#          ^^^^^^^^^^^^^^^^^^^ error: As "Project Coordinator" Priya Nair can report on the work and not order it. Name someone who can.
    mandate: Follows up on open items.
`,
      },
    ],
    good: [
      {
        title: 'A mandate',
        yaml: `stage: adoption
owners:
  delivery: { name: Priya Nair, title: Program manager, mandate: Can reprioritise the work of five groups. }
`,
      },
      {
        title: 'Head of the project office, with a mandate',
        yaml: `owners:
  delivery: { name: Owen Pryce, title: Head of PMO, mandate: Decides on scope and release dates across four groups. }
`,
      },
    ],
  },

  *check(pilot) {
    const delivery = pilot.owners?.delivery
    if (!delivery?.name) return
    const { name, title } = delivery
    if (title && reportingTitles.find(title.value) !== undefined) {
      const message = `As "${title.value}" ${name.value} can report on the work and not order it. Name someone who can.`
      yield { at: title.span, message }
    }
    if (!isAbsent(delivery, 'mandate')) return
    const change = insertAt(pilot, ['owners', 'delivery', 'mandate'], mandateTemplate)
    yield {
      at: delivery.keySpan,
      message: `Nothing says what ${nameOr(name.value, 'the delivery owner')} may decide. Write the mandate over the groups that contribute.`,
      fixes: [{ title: 'Insert a mandate', safe: false, changes: [change] }],
    }
  },
}
