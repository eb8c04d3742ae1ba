import { wordsIn } from '../../text/letters.ts'
import { isPlaceholder } from '../../words/placeholder.ts'
import type { Rule } from '../rule.ts'

export const ownersOperatorOutsideTeam: Rule = {
  id: 'owners/operator-outside-team',
  from: { ownership: 'warning' },
  docs: {
    summary: 'The operator belongs to the team whose work changes.',
    why: 'People change how they work for someone who knows that work and whom they will meet tomorrow. An owner in an innovation lab offers neither.',
    remedy: 'Name someone from the team whose work changes.',
    sources: [
      {
        claim: 'M24',
        says: 'The owner is credible in operations, having come from the team that changes.',
      },
    ],
    suppress: 'The team reports to the operator, though the operator is counted in another one.',
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
      {
        title: 'A team that shares only the start of one word',
        yaml: `team: aircraft-maintenance
owners:
  operator: { name: Noor Haddad, team: ai-lab }
#                                      ^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'The same team, spelled differently',
        yaml: `team: supply-chain
owners:
  operator: { name: Luis Ortega, team: Supply Chain }
`,
      },
      {
        title: 'The same team, shortened',
        yaml: `team: hr
owners:
  operator: { name: Luis Ortega, team: Human Resources }
`,
      },
      {
        title: 'A shortened word',
        yaml: `team: Finance Operations
owners:
  operator: { name: Luis Ortega, team: finance-ops }
`,
      },
      {
        title: 'A department by its abbreviation',
        yaml: `team: emergency-dept
owners:
  operator: { name: Luis Ortega, team: Emergency Department }
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

/** Whether all words of one stand in the other, whole or shortened: a part of a team is inside it. */
function overlap(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  return one.every((word) => standsIn(word, other)) || other.every((word) => standsIn(word, one))
}

/** `ops` stands in `Finance Operations`, `hr` in `Human Resources`, and `operations` in `finance-ops`. */
function standsIn(word: string, words: readonly string[]): boolean {
  const initials = words.map((each) => each.charAt(0)).join('')
  if (word.length > 1 && initials.includes(word)) return true
  return words.some((each) => isShort(word, each) || isShort(each, word))
}

function isShort(short: string, word: string): boolean {
  return short === word || (short.length > 2 && word.startsWith(short.replace(/s$/, '')))
}

function wordsOf(team: string): readonly string[] {
  return wordsIn(team.slice(0, 200).toLowerCase()).filter((word) => !NO_NAME.has(word))
}

const NO_NAME: ReadonlySet<string> = new Set(['team', 'teams', 'the', 'department', 'dept', 'and', 'of'])
