import { isAbsentAt } from '../../pilot/located.ts'
import { leaverOf } from '../../pilot/owners.ts'
import { nameOwner, operatorTemplate, replaceOwner } from '../../templates/owners.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorMissing: Rule = {
  id: 'owners/operator-missing',
  from: { criteria: 'warning', ownership: 'error' },
  needs: ['today'],
  owed: true,
  docs: {
    summary: 'A pilot has an operator: one named person who answers for its adoption.',
    why: 'When adoption is everyone\'s job, it is nobody\'s. In mid-size firms 65 % of AI pilots fail, and without a name a pilot stays "in evaluation" for years.',
    remedy:
      'Name the person, from the team whose work changes, who will answer for the daily use of the result.',
    sources: [
      { claim: 'M20', says: 'The owner is one specific person, called by name.' },
      { claim: 'K11', says: 'A pilot without a production owner has no way into production.' },
      { claim: 'N21', says: 'Nobody owns the gap between a working proof and the roadmap.' },
      { claim: 'M11', says: 'In mid-size firms 65 % of pilots fail, as many as in 2022.' },
      { claim: 'M71', says: 'Diffuse accountability and undefined success mean years in evaluation.' },
    ],
    bad: [
      {
        title: 'Nobody is named',
        yaml: `stage: ownership
owners:
#^^^^^ error: Nobody is named as operator. Name the person who answers for adoption in daily operations.
  sponsor: { name: Dana Whitfield, title: COO }
`,
      },
      {
        title: 'A title without a name',
        yaml: `stage: criteria
owners:
  operator:
# ^^^^^^^^ warning
    title: Director of Supply Chain
`,
      },
      {
        title: 'An empty block',
        yaml: `stage: data
owners:
  operator:
# ^^^^^^^^ error
  it: { name: Sam Cole }
`,
      },
      {
        title: 'The operator has left',
        yaml: `stage: rollout
owners:
  operator: { name: Luis Ortega, until: 2026-05-15 }
#                                       ^^^^^^^^^^ error: Luis Ortega was operator until 2026-05-15, and nobody follows. Name the person who answers for adoption now.
`,
      },
    ],
    good: [
      {
        title: 'A person from the team',
        yaml: `stage: ownership
owners:
  operator: { name: Luis Ortega, title: Director of Supply Chain }
`,
      },
      {
        title: 'In production nobody has to follow',
        yaml: `stage: production
owners:
  operator: { name: Luis Ortega, until: 2026-05-15 }
`,
      },
      {
        title: 'A person without a technical title is the right one',
        yaml: `stage: ownership
owners:
  operator: { name: Rosa Delgado, title: Plant Manager }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const template = operatorTemplate(pilot.team?.value, today)
    const left = leaverOf(pilot, 'operator', today)
    if (left)
      yield {
        at: left.until.span,
        message: `${left.name} was operator until ${left.until.value}, and nobody follows. Name the person who answers for adoption now.`,
        fixes: [replaceOwner(pilot, 'operator', template)],
      }
    if (!isAbsentAt(pilot, 'owners', 'operator', 'name')) return
    const change = nameOwner(pilot, 'operator', template)
    yield {
      at: (pilot.owners?.operator ?? pilot.owners ?? pilot).keySpan,
      message: 'Nobody is named as operator. Name the person who answers for adoption in daily operations.',
      fixes: [{ title: 'Insert an operator', safe: false, changes: [change] }],
    }
  },
}
