import { hasReached } from '../../pilot/stages.ts'
import type { Rule } from '../rule.ts'

export const workflowHabits: Rule = {
  id: 'workflow/habits',
  from: { data: 'warning' },
  options: { most: 1, severe: 3 },
  docs: {
    summary: 'At most one habit has to change.',
    why: 'Each habit that people have to give up is a reason to go back to the old way. What asks for more than one is still a pilot, not a product. On average 22 % of the intended users take up an AI tool, in the best companies 81 %.',
    remedy: 'Move the system to where the work is, until only one habit has to change.',
    options: {
      most: 'Most habits that may change.',
      severe: 'Changed habits from which it is an error in the rollout.',
    },
    except: 'error from stage rollout on for as many as the option severe says, or more',
    sources: [
      { claim: 'R39', says: 'Whatever requires more than one changed habit is a pilot, not yet a product.' },
      { claim: 'R04', says: 'The average company reaches 22 % of the users, the best 81 %.' },
    ],
    suppress:
      'The habits are given up together anyway, as when the old system is switched off on the same day.',
    bad: [
      {
        title: 'Four habits in the rollout',
        yaml: `stage: rollout
workflow:
  habitsChanged: 4
#                ^ error: 4 habits have to change, and people keep the old ones. Move it into the tools that they use, until one is left.
`,
      },
      {
        title: 'Three, while there is still time',
        yaml: `stage: data
workflow:
  habitsChanged: 3
#                ^ warning
`,
      },
      {
        title: 'Two in the rollout',
        yaml: `stage: rollout
workflow:
  habitsChanged: 2
#                ^ warning
`,
      },
    ],
    good: [
      {
        title: 'One',
        yaml: `stage: rollout
workflow:
  habitsChanged: 1
`,
      },
      {
        title: 'None at all',
        yaml: `stage: adoption
workflow:
  habitsChanged: 0
`,
      },
    ],
  },

  *check(pilot, { option }) {
    const habits = pilot.workflow?.habitsChanged
    if (!habits || habits.value <= option('most')) return
    const severe = hasReached(pilot, 'rollout') && habits.value >= option('severe')
    yield {
      at: habits.span,
      message: `${habits.value} habits have to change, and people keep the old ones. Move it into the tools that they use, until one is left.`,
      ...(severe ? { severity: 'error' } : {}),
    }
  },
}
