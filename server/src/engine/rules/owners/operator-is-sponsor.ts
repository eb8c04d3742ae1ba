import { isSamePerson, kindOfName } from '../../words/people.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorIsSponsor: Rule = {
  id: 'owners/operator-is-sponsor',
  from: { ownership: 'warning' },
  docs: {
    summary: 'The operator and the sponsor are two people.',
    why: 'A sponsor gives money and opens doors, but is rarely there when the result is used. Someone who owns the daily work has to answer for its adoption, and someone above has to be able to stop it.',
    remedy: 'Keep the sponsor, and name an operator from the team whose work changes.',
    sources: [{ claim: 'M22', says: 'Sponsoring a pilot does not make someone its owner.' }],
    suppress: 'In a very small firm one person may really be both. Say so in the reason.',
    bad: [
      {
        title: 'One name in both places',
        yaml: `stage: ownership
owners:
  sponsor: { name: Dana Whitfield, title: COO }
  operator: { name: Dana Whitfield, title: COO }
#                   ^^^^^^^^^^^^^^ warning: Dana Whitfield is both sponsor and operator. Name an operator from the team whose work changes.
`,
      },
      {
        title: 'The same person, written in two ways',
        yaml: `stage: data
owners:
  sponsor: { name: Dana Whitfield }
  operator:
    name: Whitfield, D.
#         ^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Two people',
        yaml: `stage: rollout
owners:
  sponsor: { name: Dana Whitfield }
  operator: { name: Luis Ortega }
`,
      },
      {
        title: 'Two people with one family name',
        yaml: `stage: rollout
owners:
  sponsor: { name: Dana Ortega }
  operator: { name: Luis Ortega }
`,
      },
    ],
  },

  *check({ owners }) {
    const operator = owners?.operator?.name
    const sponsor = owners?.sponsor?.name
    if (!operator || !sponsor || !isSamePerson(operator.value, sponsor.value)) return
    if (kindOfName(operator.value) !== 'person') return
    yield {
      at: operator.span,
      message: `${operator.value} is both sponsor and operator. Name an operator from the team whose work changes.`,
      related: [{ message: `The sponsor is ${sponsor.value}.`, span: sponsor.span }],
    }
  },
}
