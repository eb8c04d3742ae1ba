import { addDays, daysBetween } from '../../pilot/dates.ts'
import { isUnlistedAt } from '../../pilot/located.ts'
import { appendAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const scopeNoEdgeCases: Rule = {
  id: 'scope/no-edge-cases',
  from: { rollout: 'info' },
  needs: ['today'],
  options: { days: 30 },
  docs: {
    summary: 'The edge cases that came up in the rollout are recorded.',
    why: 'A month of real work without one unusual case means that nobody writes them down, or that the work is not real. In production they all come at once.',
    remedy: 'Ask the first users which cases they had to handle themselves, and list them.',
    options: {
      days: 'Days of rollout until an edge case is recorded.',
    },
    sources: [{ claim: 'K07', says: 'A narrow scope hides the edge cases that production will meet.' }],
    bad: [
      {
        title: 'A month without one',
        yaml: `stage: rollout
scope:
#^^^^ info: 31 days into the rollout no edge case is recorded. Ask the first users which cases they handled themselves, and list them.
  covers: 83%
rollout: { start: 2026-05-01 }
`,
      },
      {
        title: 'An empty list',
        yaml: `stage: adoption
scope: { edgeCases: [] }
#^^^^ info
rollout: { start: 2026-03-09 }
`,
      },
      {
        title: 'No scope at all',
        yaml: `stage: rollout
#^^^^ info
rollout: { start: 2026-03-09 }
`,
      },
    ],
    good: [
      {
        title: 'One is recorded',
        yaml: `scope: { edgeCases: [Discontinued SKU with open orders] }
rollout: { start: 2026-03-09 }
`,
      },
      { title: 'Thirty days in', yaml: 'rollout: { start: 2026-05-02 }\n' },
    ],
  },

  *check(pilot, { today, option }) {
    const start = pilot.rollout?.start
    if (!start || today <= addDays(start.value, option('days'))) return
    if (!isUnlistedAt(pilot, 'scope', 'edgeCases')) return
    const days = daysBetween(start.value, today)
    yield {
      at: (pilot.scope ?? pilot).keySpan,
      message: `${days} days into the rollout no edge case is recorded. Ask the first users which cases they handled themselves, and list them.`,
      related: [{ message: 'The rollout started here.', span: start.span }],
      fixes: [
        {
          title: 'Insert an edge case',
          safe: false,
          changes: [appendAt(pilot, ['scope', 'edgeCases'], hole('unusual case that came up'))],
        },
      ],
    }
  },
}
