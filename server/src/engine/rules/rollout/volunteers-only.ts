import { isActive } from '../../pilot/stages.ts'
import type { Rule } from '../rule.ts'

export const rolloutVolunteersOnly: Rule = {
  id: 'rollout/volunteers-only',
  from: { rollout: 'warning' },
  docs: {
    summary: 'The people in the rollout include some who did not ask for it.',
    why: 'The most capable and willing people make every tool look good. What works with volunteers fails with the colleague who has twenty years of habit and no time, and production is full of those.',
    remedy: 'Before the decision to scale, add people who do the same work but did not volunteer.',
    sources: [
      { claim: 'K05', says: 'The pilot group is the most capable and the most willing.' },
      { claim: 'C7', says: 'Early adopters start, and other users follow before the decision to scale.' },
    ],
    bad: [
      {
        title: 'Volunteers',
        yaml: `rollout:
  participants: volunteers
#               ^^^^^^^^^^ warning: All participants are volunteers. Add people who did not ask for it before it is decided to scale.
`,
      },
      {
        title: 'Still only volunteers, when everyone should use it',
        yaml: `stage: adoption
rollout: { earlyAdopters: 4, participants: volunteers }
#                                          ^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Volunteers and others',
        yaml: `rollout: { participants: mixed }
`,
      },
      {
        title: 'A cross-section of the team',
        yaml: `rollout: { participants: representative }
`,
      },
    ],
  },

  *check(pilot) {
    const participants = pilot.rollout?.participants
    if (participants?.value !== 'volunteers' || !isActive(pilot)) return
    yield {
      at: participants.span,
      message:
        'All participants are volunteers. Add people who did not ask for it before it is decided to scale.',
      fixes: (['mixed', 'representative'] as const).map((text) => {
        const title = text === 'mixed' ? 'Volunteers and others take part' : 'They represent the team'
        return {
          title,
          safe: false,
          suggestion: true,
          changes: [{ do: 'replace', span: participants.span, text }],
        }
      }),
    }
  },
}
