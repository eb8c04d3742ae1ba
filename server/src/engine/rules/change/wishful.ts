import { wishful } from '../../words/wishful.ts'
import type { Rule } from '../rule.ts'

export const changeWishful: Rule = {
  id: 'change/wishful',
  from: { data: 'info' },
  docs: {
    summary: 'The change plan consists of steps, not of hope.',
    why: 'People adopt what makes their day better and what someone helps them with; seeing it is not enough. On average 22 % of the intended users take part, in the best companies 81 %.',
    remedy: 'Replace the hope with steps: who learns what, by when, with whose help, and what ends.',
    sources: [
      { claim: 'K24', says: 'It is assumed that adoption will happen by itself.' },
      { claim: 'R04', says: 'The average company reaches 22 % of the users, the best 81 %.' },
    ],
    bad: [
      {
        title: 'Seeing is adopting',
        yaml: `stage: data
change:
  plan: People will adopt it once they see it.
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info: "will adopt it once" is a hope. Write down the steps that lead people to it, and who helps them.
`,
      },
      {
        title: 'It sells itself',
        yaml: `stage: rollout
change: { plan: "The forecast sells itself, so no training needed" }
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info
`,
      },
      {
        title: 'The same hope instead of a playbook',
        yaml: `stage: rollout
adoption:
  playbook: Word of mouth
#           ^^^^^^^^^^^^^ info
`,
      },
    ],
    good: [
      {
        title: 'A plan',
        yaml: `stage: rollout
change:
  plan: docs/change-plan.md
`,
      },
      {
        title: 'A hope that is denied',
        yaml: `stage: rollout
change:
  plan: Planners will not adopt it once they see it, so each gets two hours beside an early adopter.
`,
      },
    ],
  },

  *check({ change, adoption }) {
    for (const text of [change?.plan, adoption?.playbook].filter((each) => each !== undefined)) {
      const words = wishful.find(text.value)
      if (words === undefined) continue
      yield {
        at: text.span,
        message: `"${words}" is a hope. Write down the steps that lead people to it, and who helps them.`,
      }
    }
  },
}
