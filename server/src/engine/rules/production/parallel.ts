import { addDays, latest } from '../../pilot/dates.ts'
import { isAbsent, quoted } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const productionParallel: Rule = {
  id: 'production/parallel',
  from: { adoption: 'warning' },
  docs: {
    summary: 'What it replaces has an end date.',
    why: 'An old way that stays open is the one people take on a busy day. Both are then kept up, the new one is trusted less and less, and the saving never comes.',
    remedy: 'Agree with the users of the old tool on the date when it is switched off.',
    sources: [
      {
        claim: 'M02',
        says: 'The old process is kept beside the new one, because its output is not trusted.',
      },
    ],
    bad: [
      {
        title: 'Until everybody is comfortable',
        yaml: `stage: adoption
production:
  retires:
    - tool: Paper form M-14
#     ^^^^^^^^^^^^^^^^^^^^^ warning: "Paper form M-14" has no end date. Set one, or people keep using it.
`,
      },
      {
        title: 'One of two has no end',
        yaml: `stage: production
production:
  retires: [{ tool: Whiteboard, by: 2026-08-28 }, { tool: Tour list in Excel }]
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'An end date',
        yaml: `stage: adoption
production: { retires: [{ tool: Excel macro FC_2019, by: 2026-07-31 }] }
`,
      },
      {
        title: 'It replaces nothing',
        yaml: `stage: production
production: { retires: [] }
`,
      },
      {
        title: 'Both run in the rollout',
        yaml: `stage: rollout
production: { retires: [{ tool: Excel macro FC_2019 }] }
`,
      },
    ],
  },

  *check({ production, timeline }, { today }) {
    for (const retirement of production?.retires?.items ?? []) {
      if (!isAbsent(retirement, 'by')) continue
      const by = addDays(latest(timeline?.productionBy?.value, today) ?? today, 30)
      yield {
        at: retirement.keySpan,
        message: `${quoted(retirement.tool, 'The old tool')} has no end date. Set one, or people keep using it.`,
        fixes: [
          {
            title: 'Insert the day of its end',
            safe: false,
            changes: [insertAt(retirement, ['by'], sample(by))],
          },
        ],
      }
    }
  },
}
