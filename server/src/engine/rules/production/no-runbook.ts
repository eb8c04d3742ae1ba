import { isAbsent } from '../../pilot/located.ts'
import { insertMissing } from '../../templates/changes.ts'
import { productionTemplate } from '../../templates/production.ts'
import type { Rule } from '../rule.ts'

export const productionNoRunbook: Rule = {
  id: 'production/no-runbook',
  from: { adoption: 'warning', production: 'error' },
  docs: {
    summary: 'It is written down how it is monitored, maintained and supported.',
    why: 'A pilot shows that something works with its makers at hand. It does not show that others can run it at night, after an update or when the data is late.',
    remedy:
      'Let those who will run it write down what they watch, what they do when it fails, and whom they call.',
    sources: [{ claim: 'K10', says: 'A pilot proves that it works, not that you can operate it.' }],
    bad: [
      {
        title: 'Everyone starts to depend on it',
        yaml: `stage: adoption
production:
#^^^^^^^^^ warning: Nothing says how it is monitored, maintained and supported. Let those who will run it write it down, and link it.
  means: All 12 planners order from the forecast every week.
`,
      },
      {
        title: 'It runs, but nobody knows how',
        yaml: `stage: production
production: { means: All 18 care agents work from the sorted list. }
#^^^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'A runbook',
        yaml: `stage: production
production:
  means: All 12 planners order from the forecast every week.
  runbook: docs/runbook.md
`,
      },
      {
        title: 'The makers still run it',
        yaml: `stage: rollout
production: { means: All 12 planners order from the forecast every week. }
`,
      },
    ],
  },

  *check(pilot) {
    const { production } = pilot
    if (!production?.node?.entries.length || !isAbsent(production, 'runbook')) return
    yield {
      at: production.keySpan,
      message:
        'Nothing says how it is monitored, maintained and supported. Let those who will run it write it down, and link it.',
      fixes: [
        {
          title: 'Insert a runbook',
          safe: false,
          changes: insertMissing(pilot, 'production', { keys: ['runbook'], whole: productionTemplate(true) }),
        },
      ],
    }
  },
}
