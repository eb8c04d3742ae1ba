import { isUnlistedAt } from '../../pilot/located.ts'
import { appendAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const workflowNoSystems: Rule = {
  id: 'workflow/no-systems',
  from: { data: 'info' },
  docs: {
    summary: 'The systems that people use in their day are listed.',
    why: 'Only the full list shows what has to be connected, and what the new tool competes with. A system that nobody named turns up in the rollout, when connecting it costs the most.',
    remedy: 'List every system that these people use, the unofficial ones too.',
    sources: [{ claim: 'R36', says: 'Every system that people use and every workaround is written down.' }],
    bad: [
      {
        title: 'A map without systems',
        yaml: `stage: data
workflow:
#^^^^^^^ info: The systems that people use in their day are not listed. List them all, the unofficial ones too.
  roles: [Planner]
  map: docs/planner-day.md
`,
      },
      {
        title: 'An empty list',
        yaml: `stage: rollout
workflow:
  map: docs/planner-day.md
  systems: []
# ^^^^^^^ info
`,
      },
    ],
    good: [
      {
        title: 'Official and unofficial ones',
        yaml: `stage: data
workflow:
  map: docs/planner-day.md
  systems: [netsuite-erp, excel, Microsoft Teams]
`,
      },
      { title: 'No workflow at all, which another rule reports', yaml: 'stage: data\n' },
    ],
  },

  *check({ workflow }) {
    if (!workflow?.node?.entries.length || !isUnlistedAt(workflow, 'systems')) return
    yield {
      at: (workflow.systems ?? workflow).keySpan,
      message:
        'The systems that people use in their day are not listed. List them all, the unofficial ones too.',
      fixes: [
        {
          title: 'Insert the systems',
          safe: false,
          changes: [appendAt(workflow, ['systems'], hole('system that these people touch'))],
        },
      ],
    }
  },
}
