import type { Pilot } from '../../pilot/model.generated.ts'
import { wordsIn } from '../../text/letters.ts'
import { isPositionWord } from '../../words/name-parts.ts'
import { kindOfName } from '../../words/people.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorNotAPerson: Rule = {
  id: 'owners/operator-not-a-person',
  from: { criteria: 'error' },
  docs: {
    summary: 'The operator is a person with a name, not a committee, a team, a position or a blank.',
    why: 'A committee shares the blame, so nobody carries it. When the result is not used on a Monday morning, there has to be one name to call.',
    remedy:
      'Name one person from the team whose work changes. A committee may advise that person, but not be the owner.',
    sources: [
      { claim: 'M20', says: 'The owner is one specific person, called by name.' },
      { claim: 'M21', says: 'A steering committee is not an owner, whatever it is called.' },
    ],
    bad: [
      {
        title: 'A committee that sounds like a name',
        yaml: `stage: criteria
owners:
  operator: { name: AI Steering Group }
#                   ^^^^^^^^^^^^^^^^^ error: "AI Steering Group" is a group, not a person. Name the one person who answers for adoption.
`,
      },
      {
        title: 'Nobody yet',
        yaml: `stage: ownership
owners:
  operator:
    name: TBD
#         ^^^ error: "TBD" names nobody. Name the one person who answers for adoption.
`,
      },
      {
        title: 'A position in place of the name',
        yaml: `stage: data
owners:
  operator: { name: Head of Sales }
#                   ^^^^^^^^^^^^^ error: "Head of Sales" is a position, and whoever holds it may change. Name the person.
`,
      },
      {
        title: 'The position with its article',
        yaml: `stage: data
owners:
  operator: { name: Le maire }
#                   ^^^^^^^^ error: "Le maire" is a position, and whoever holds it may change. Name the person.
`,
      },
      {
        title: 'What the title says, in whatever language',
        yaml: `stage: data
owners:
  operator: { name: Caporeparto, title: Caporeparto }
#                   ^^^^^^^^^^^ error: "Caporeparto" is a position, and whoever holds it may change. Name the person.
`,
      },
      {
        title: 'A position with the word for the team behind it',
        yaml: `team: altona-filiale
stage: data
owners:
  operator: { name: Filialleiterin Altona }
#                   ^^^^^^^^^^^^^^^^^^^^^ error: "Filialleiterin Altona" is a position, and whoever holds it may change. Name the person.
`,
      },
      {
        title: 'A position with the place where it is held',
        yaml: `stage: data
owners:
  operator: { name: Filialleiterin Köln }
#                   ^^^^^^^^^^^^^^^^^^^ error: "Filialleiterin Köln" is a position, and whoever holds it may change. Name the person.
`,
      },
      {
        title: 'Somebody still to be found',
        yaml: `stage: data
owners:
  operator: { name: someone from claims }
#                   ^^^^^^^^^^^^^^^^^^^ error: "someone from claims" names nobody. Name the one person who answers for adoption.
`,
      },
      {
        title: 'The team itself',
        yaml: `team: field-crew-north
stage: ownership
owners:
  operator:
    name: Field crew North
#         ^^^^^^^^^^^^^^^^ error: "Field crew North" is the team, not a person. Name the one person in it who answers for adoption.
`,
      },
      {
        title: 'Several people by their role',
        yaml: `stage: ownership
owners:
  operator: { name: Shift leads }
#                   ^^^^^^^^^^^ error: "Shift leads" is a group, not a person. Name the one person who answers for adoption.
`,
      },
    ],
    good: [
      {
        title: 'A name behind the position, a part of which the team has as well',
        yaml: `team: altona-filiale
stage: ownership
owners:
  operator: { name: Filialleiterin Anna Altona }
`,
      },
      {
        title: "A name that the team's name contains",
        yaml: `team: ortega-crew
stage: ownership
owners:
  operator: { name: Ortega, title: Farm manager }
`,
      },
      {
        title: 'Names that are positions elsewhere',
        yaml: `stage: ownership
owners:
  operator: { name: "Plant Manager: Sebastian Meister" }
  sponsor: { name: Bruno Le Maire }
  champion: { name: Frau Berlin }
`,
      },
      {
        title: 'A family name that is also a word for a group',
        yaml: `stage: ownership
owners:
  operator: { name: Maria Board, title: Permit Counter Supervisor }
`,
      },
      {
        title: 'A person whom a committee advises',
        yaml: `stage: rollout
owners:
  operator: { name: "Ortega, Luis", title: Director of Supply Chain }
governance: { steeringCommittee: AI Steering Group }
`,
      },
    ],
  },

  *check(pilot) {
    const { name, title } = pilot.owners?.operator ?? {}
    const what = name && whatElse(name.value, pilot, title?.value ?? '')
    if (what) yield { at: name.span, message: `"${name.value}" ${what}` }
  },
}

function whatElse(name: string, { team }: Pilot, title: string): string | undefined {
  if (team && letters(team.value) === letters(name)) {
    return 'is the team, not a person. Name the one person in it who answers for adoption.'
  }
  const kind = kindOfName(name)
  if (kind === 'group') return 'is a group, not a person. Name the one person who answers for adoption.'
  if (kind === 'vacancy') return 'names nobody. Name the one person who answers for adoption.'
  // In any language: the name of a person is not what the person is called for the work.
  const isTitle = title !== '' && letters(title) === letters(name)
  const isHeld = kind === 'position' || isTitle || isOver(team?.value ?? '', name)
  return isHeld ? 'is a position, and whoever holds it may change. Name the person.' : undefined
}

/** `Filialleiterin Altona` of the team altona: a position with the word for what it is held over. */
function isOver(team: string, name: string): boolean {
  const own = wordsIn(team.toLowerCase())
  const isOwn = (word: string): boolean =>
    word.length > 4 && own.some((each) => each.startsWith(word.slice(0, 6)))
  const words = wordsIn(name.toLowerCase())
  const others = words.filter((word) => !isPositionWord(word))
  return others.length > 0 && others.length < words.length && others.every(isOwn)
}

function letters(text: string): string {
  return wordsIn(text.toLowerCase()).join('')
}
