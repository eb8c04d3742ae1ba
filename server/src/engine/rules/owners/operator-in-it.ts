import { isItTeam, isItTitle } from '../../words/it.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorInIt: Rule = {
  id: 'owners/operator-in-it',
  from: { ownership: 'warning' },
  docs: {
    summary: 'The operator of a business workflow comes from the business, with IT as a partner.',
    why: 'IT can make the result run. It cannot make a sales team or a plant work differently, and a pilot handed to IT is taken for an IT project.',
    remedy: 'Name someone from the team whose work changes, and keep the person from IT as "it".',
    sources: [
      { claim: 'M27', says: 'A pilot whose ownership is handed to IT stalls.' },
      { claim: 'K14', says: 'IT has to be fully involved, which is not the same as owning it.' },
      { claim: 'C8', says: 'IT is a partner in a business workflow, not its owner.' },
    ],
    bad: [
      {
        title: 'The head of the service desk owns a sales tool',
        yaml: `team: sales
stage: ownership
owners:
  operator: { name: Andy Sanderson, title: IT Service Desk Lead }
#                                          ^^^^^^^^^^^^^^^^^^^^ warning: Andy Sanderson is "IT Service Desk Lead", and the work of sales changes. Name someone from sales, and keep IT as a partner.
`,
      },
      {
        title: "The CIO owns a plant's work",
        yaml: `team: plant-amarillo
owners:
  operator:
    name: Sigrid Ashe
    title: CIO
#          ^^^ warning
`,
      },
      {
        title: 'In other languages',
        yaml: `team: compras
owners:
  operator: { name: Marta Gil, title: Jefa de informática }
#                                     ^^^^^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: "IT, because it is IT's own work that changes",
        yaml: `team: it-service-desk
owners:
  operator: { name: Andy Sanderson, title: IT Service Desk Lead }
`,
      },
      {
        title: 'A digital job title in the business',
        yaml: `team: plant-amarillo
owners:
  operator: { name: Rosa Delgado, title: Director of Digital Operations }
`,
      },
      {
        title: 'Information that is not technology',
        yaml: `team: market-research
owners:
  operator: { name: Ines Roy, title: Director of Market Information }
`,
      },
    ],
  },

  *check({ owners, team }) {
    const { name, title } = owners?.operator ?? {}
    if (!name || !title || !team || !isItTitle(title.value) || isItTeam(team.value)) return
    yield {
      at: title.span,
      message: `${name.value} is "${title.value}", and the work of ${team.value} changes. Name someone from ${team.value}, and keep IT as a partner.`,
      related: [{ message: 'The team whose work changes.', span: team.span }],
    }
  },
}
