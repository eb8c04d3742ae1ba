import { isUnlistedAt } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { decisionPoint } from '../../templates/data.ts'
import type { Rule } from '../rule.ts'

export const dataNoDecisionPoints: Rule = {
  id: 'data/no-decision-points',
  from: { data: 'warning' },
  docs: {
    summary: 'The decisions that the system takes part in are listed.',
    why: 'Who accepts, who overrides and what nobody looks at any more: that is what an auditor, a works council and the operator ask first. Working it out after the rollout stops the rollout.',
    remedy: 'List each decision with what the system proposes and who has the last word.',
    sources: [{ claim: 'R27', says: 'Every data source and every decision point is documented.' }],
    bad: [
      {
        title: 'Sources, but no decisions',
        yaml: `stage: data
data:
#^^^ warning: Nothing says which decisions the system takes part in. List what it proposes, and who accepts or overrides it.
  sources: [{ system: netsuite-erp }]
`,
      },
      {
        title: 'An empty list',
        yaml: `stage: rollout
data: { sources: [{ system: netsuite-erp }], decisionPoints: [] }
#^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'One decision',
        yaml: `stage: data
data:
  sources: [{ system: netsuite-erp }]
  decisionPoints: [Reorder quantity proposed to a planner, who accepts or overrides it]
`,
      },
      {
        title: 'Without a data block, which another rule reports',
        yaml: `stage: data
`,
      },
    ],
  },

  *check(pilot) {
    if (
      !pilot.data ||
      isUnlistedAt(pilot, 'data', 'sources') ||
      !isUnlistedAt(pilot, 'data', 'decisionPoints')
    )
      return
    const change = insertAt(pilot, ['data', 'decisionPoints'], [decisionPoint])
    yield {
      at: pilot.data.keySpan,
      message:
        'Nothing says which decisions the system takes part in. List what it proposes, and who accepts or overrides it.',
      fixes: [{ title: 'Insert a decision', safe: false, changes: [change] }],
    }
  },
}
