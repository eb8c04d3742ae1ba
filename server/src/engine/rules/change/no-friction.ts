import { addDays } from '../../pilot/dates.ts'
import { isUnlistedAt } from '../../pilot/located.ts'
import { hasReached } from '../../pilot/stages.ts'
import { appendAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const changeNoFriction: Rule = {
  id: 'change/no-friction',
  from: { rollout: 'warning' },
  needs: ['today'],
  options: { days: 30 },
  docs: {
    summary: 'What the first users stumbled over is written down.',
    why: 'The first group is there to show what will annoy everyone. A plan that does not draw on it repeats the same trouble with ten times as many people, who are less patient.',
    remedy: 'Ask each early adopter what got in the way, and add it to the plan.',
    options: {
      days: 'Days of rollout until some friction is recorded.',
    },
    sources: [{ claim: 'K25', says: 'The change plan draws on the friction seen in the pilot.' }],
    bad: [
      {
        title: 'A month of use and no complaint',
        today: '2026-04-30',
        yaml: `stage: rollout
rollout: { start: 2026-03-30 }
change:
#^^^^^ warning: Nothing that early adopters stumbled over is recorded. Ask them, and let the plan answer it.
  plan: docs/change-plan.md
`,
      },
      {
        title: 'Everyone is next, and nothing was learned',
        yaml: `stage: adoption
change:
  plan: docs/change-plan.md
  friction: []
# ^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'What people asked for',
        yaml: `stage: adoption
change:
  plan: docs/change-plan.md
  friction: [Planners want to see why a forecast moved]
`,
      },
      {
        title: 'The first 30 days',
        today: '2026-04-29',
        yaml: `stage: rollout
rollout: { start: 2026-03-30 }
change: { plan: docs/change-plan.md }
`,
      },
      { title: 'No plan at all, which another rule reports', yaml: 'stage: adoption\n' },
    ],
  },

  *check(pilot, { today, option }) {
    const { change, rollout } = pilot
    if (!change?.node?.entries.length || !isUnlistedAt(change, 'friction')) return
    const start = rollout?.start
    const due =
      hasReached(pilot, 'adoption') || (start !== undefined && today > addDays(start.value, option('days')))
    if (!due) return
    yield {
      at: (change.friction ?? change).keySpan,
      message: 'Nothing that early adopters stumbled over is recorded. Ask them, and let the plan answer it.',
      ...(start ? { related: [{ message: `The rollout began on ${start.value}.`, span: start.span }] } : {}),
      fixes: [
        {
          title: 'Insert their friction',
          safe: false,
          changes: [appendAt(change, ['friction'], hole('what the first users stumbled over'))],
        },
      ],
    }
  },
}
