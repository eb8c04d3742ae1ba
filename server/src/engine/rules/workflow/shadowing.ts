import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const workflowShadowing: Rule = {
  id: 'workflow/shadowing',
  from: { data: 'warning' },
  options: { people: 3 },
  docs: {
    summary: 'At least three people were watched at their real work.',
    why: 'What people say about their work leaves out what they do without thinking. Half a day beside three of them shows the steps that a pilot would break; one observer at one desk sees one habit.',
    remedy: 'Sit beside three of the people whose work changes, half a day each.',
    options: {
      people: 'Fewest people to watch at their work.',
    },
    sources: [{ claim: 'R35', says: 'Three actual users are shadowed, half a day each.' }],
    bad: [
      {
        title: 'Nobody from the line has been watched',
        yaml: `stage: rollout
workflow:
  shadowed: 0
#           ^ warning: Nobody was watched at work. Sit beside 3 people for half a day each.
  map: docs/line-day.md
`,
      },
      {
        title: 'One is not enough',
        yaml: `stage: data
workflow: { map: docs/planner-day.md, shadowed: 1 }
#                                               ^ warning
`,
      },
      {
        title: 'Nothing is said',
        yaml: `stage: data
workflow:
#^^^^^^^ warning
  map: docs/planner-day.md
`,
      },
    ],
    good: [
      {
        title: 'Three people',
        yaml: `stage: data
workflow:
  shadowed: 3
`,
      },
      { title: 'No workflow at all, which another rule reports', yaml: 'stage: data\n' },
    ],
  },

  *check({ workflow }, { option }) {
    if (!workflow?.node?.entries.length) return
    const least = option('people')
    const { shadowed } = workflow
    if (shadowed && shadowed.value < least) {
      const seen =
        shadowed.value === 0
          ? 'Nobody was'
          : `Only ${shadowed.value} ${shadowed.value === 1 ? 'person was' : 'people were'}`
      yield {
        at: shadowed.span,
        message: `${seen} watched at work. Sit beside ${least} people for half a day each.`,
      }
    } else if (isAbsent(workflow, 'shadowed')) {
      yield {
        at: workflow.keySpan,
        message: `Nothing says how many people were watched at work. Sit beside ${least} for half a day each, and write it down.`,
        fixes: [
          {
            title: 'Insert the number of people',
            safe: false,
            changes: [insertAt(workflow, ['shadowed'], sample(least))],
          },
        ],
      }
    }
  },
}
