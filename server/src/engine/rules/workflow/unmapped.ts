import { isAbsentAt } from '../../pilot/located.ts'
import { insertMissing } from '../../templates/changes.ts'
import { workflowTemplate } from '../../templates/workflow.ts'
import type { Rule } from '../rule.ts'

export const workflowUnmapped: Rule = {
  id: 'workflow/unmapped',
  from: { data: 'warning' },
  docs: {
    summary: 'The real work of the people concerned is mapped, with its detours.',
    why: 'A department that cannot see where the system fits into its day does not use it. The official process leaves out the spreadsheets and chats that really keep work going, and a pilot built for it fits nobody.',
    remedy:
      'Watch the work as it is done, draw it with its forbidden spreadsheets and chats, and link the drawing.',
    sources: [
      { claim: 'R09', says: 'A department that cannot see how the system fits its workflow resists it.' },
      {
        claim: 'R34',
        says: 'The map shows the process as it is, with informal tools, not only the official chart.',
      },
    ],
    bad: [
      {
        title: 'Nobody has looked at the work',
        yaml: `stage: data
#^^^^ warning: Nothing shows how the work is really done today. Map it with its detours, and link the map.
`,
      },
      {
        title: 'The roles are known, but not their day',
        yaml: `stage: rollout
workflow:
#^^^^^^^ warning
  roles: [Planner, Buyer]
  shadowed: 3
`,
      },
    ],
    good: [
      {
        title: 'A map of the day',
        yaml: `stage: data
workflow:
  map: docs/planner-day.md
`,
      },
      { title: 'Too early to map', yaml: 'stage: ownership\n' },
    ],
  },

  *check(pilot) {
    if (!isAbsentAt(pilot, 'workflow', 'map')) return
    yield {
      at: (pilot.workflow ?? pilot).keySpan,
      message: 'Nothing shows how the work is really done today. Map it with its detours, and link the map.',
      fixes: [
        {
          title: 'Insert the workflow map',
          safe: false,
          changes: insertMissing(pilot, 'workflow', { keys: ['map'], whole: workflowTemplate() }),
        },
      ],
    }
  },
}
