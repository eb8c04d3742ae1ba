import { wordsIn } from '../../text/letters.ts'
import { isPlaceholder } from '../../words/placeholder.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorOutsideTeam: Rule = {
  id: 'owners/operator-outside-team',
  from: { ownership: 'warning' },
  docs: {
    summary: 'The operator belongs to the team whose work changes.',
    why: 'People change how they work for someone who knows that work and whom they will meet tomorrow. An owner in an innovation lab has neither.',
    remedy: 'Name someone from the team whose work changes.',
    sources: [
      {
        claim: 'M24',
        says: 'The owner is credible in operations, because the owner comes from the team that changes.',
      },
    ],
    suppress: 'When the team reports to the operator, although the operator is counted to another one.',
    bad: [
      {
        title: 'An owner in the lab',
        yaml: `team: supply-chain
stage: ownership
owners:
  operator: { name: Noor Haddad, team: innovation-lab }
#                                      ^^^^^^^^^^^^^^ warning: Noor Haddad is in innovation-lab, and the work of supply-chain changes. Name someone from supply-chain.
`,
      },
      {
        title: 'Another team',
        yaml: `team: quality-amarillo
owners:
  operator:
    name: Arjun Mehta
    team: plant-systems
#         ^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'The same team, written in another way',
        yaml: `team: supply-chain
owners:
  operator: { name: Luis Ortega, team: Supply Chain }
`,
      },
      {
        title: 'A part of the team',
        yaml: `team: supply-chain
owners:
  operator: { name: Luis Ortega, team: supply-chain-emea }
`,
      },
    ],
  },

  *check({ owners, team }) {
    const { name, team: own } = owners?.operator ?? {}
    if (!name || !own || !team || isPlaceholder(own.value) || overlap(own.value, team.value)) return
    yield {
      at: own.span,
      message: `${name.value} is in ${own.value}, and the work of ${team.value} changes. Name someone from ${team.value}.`,
      related: [{ message: 'The team whose work changes.', span: team.span }],
    }
  },
}

/** Whether all words of one stand in the other: a part of a team is inside it. */
function overlap(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  return one.every((word) => other.includes(word)) || other.every((word) => one.includes(word))
}

function wordsOf(team: string): readonly string[] {
  const words = wordsIn(team.slice(0, 200).toLowerCase())
  return words.map((word) => word.replace(/s$/, '')).filter((word) => word !== 'team' && word !== 'the')
}
