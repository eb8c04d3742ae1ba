import { shortListing } from '../../text/listing.ts'
import { kindOfName, peopleIn } from '../../words/people.ts'
import { scalarText } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorShared: Rule = {
  id: 'owners/operator-shared',
  from: { criteria: 'error' },
  docs: {
    summary: 'Exactly one person is the operator.',
    why: 'Two people who both answer for adoption each count on the other. Shared accountability is lost accountability.',
    remedy:
      'Choose one of them. The others help or stand in, and the file may name them where it describes the work.',
    sources: [{ claim: 'M26', says: 'Shared accountability is lost accountability.' }],
    bad: [
      {
        title: 'Two people',
        yaml: `stage: criteria
owners:
  operator:
    name: A. Roy & L. Kim
#         ^^^^^^^^^^^^^^^ error: A. Roy and L. Kim are both operator. Choose the one who answers for adoption.
`,
      },
      {
        title: 'A list in one line',
        yaml: `stage: rollout
owners:
  operator: { name: "Kim Alvarado, Pete Lindqvist, Ana Ruiz" }
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Kim Alvarado, Pete Lindqvist and Ana Ruiz are all operator. Choose the one who answers for adoption.
`,
      },
    ],
    good: [
      {
        title: 'One person with the family name first',
        yaml: `stage: ownership
owners:
  operator: { name: "Ortega, Luis" }
`,
      },
      {
        title: 'One person with a degree and a deputy',
        yaml: `stage: ownership
owners:
  operator: { name: "Anna-Maria von der Leyen, PhD (deputy: Luis Ortega)" }
`,
      },
    ],
  },

  *check(pilot) {
    const name = pilot.owners?.operator?.name
    if (!name || kindOfName(name.value) !== 'people') return
    const people = peopleIn(name.value)
    const fixes = people.map((person) => {
      const changes = [{ do: 'replace', span: name.span, text: scalarText(person) } as const]
      return { title: `Choose ${person}`, safe: false, suggestion: true, changes }
    })
    const all = people.length > 2 ? 'all' : 'both'
    const message = `${shortListing(people, 5)} are ${all} operator. Choose the one who answers for adoption.`
    yield { at: name.span, message, fixes }
  },
}
