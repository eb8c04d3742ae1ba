import { isAbsentAt } from '../../pilot/located.ts'
import { hasReached } from '../../pilot/stages.ts'
import { insertMissing } from '../../templates/changes.ts'
import { productionTemplate } from '../../templates/production.ts'
import { isOnlyDeployment } from '../../words/deployment.ts'
import type { Rule } from '../rule.ts'

export const productionUndefined: Rule = {
  id: 'production/undefined',
  from: { rollout: 'warning', adoption: 'error' },
  docs: {
    summary: 'It says who does what once it is in production.',
    why: 'A deployment is done in an afternoon and changes nothing by itself: 7 of 49 seats in use is deployed, too. When nobody defines the behaviour, the pilot is called live and work goes on as before.',
    remedy: 'Write one sentence about people: who does what with it, how often, and what is gone.',
    sources: [
      { claim: 'M06', says: 'It is defined what production means: who, how much, which behaviour.' },
      { claim: 'M52', says: 'Full production is a milestone of behaviour, not of technology.' },
      { claim: 'M03', says: 'The tool is installed on 49 seats and used on about 7.' },
    ],
    bad: [
      {
        title: 'A deployment',
        yaml: `stage: rollout
production:
  means: Deployed to production by June
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Deployed to production by June" is about installation, not who works with it. Say who does what with it, and how often.
`,
      },
      {
        title: 'A date',
        yaml: `stage: adoption
production: { means: "Go-live 2026-06-26, version 2 on the Azure cluster" }
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error
`,
      },
      {
        title: 'Access for everyone, but nobody does anything',
        yaml: `stage: adoption
production: { means: All users have access. }
#                    ^^^^^^^^^^^^^^^^^^^^^^ error
`,
      },
      {
        title: 'Nothing',
        yaml: `stage: rollout
#^^^^ warning
`,
      },
      {
        title: 'Only its consequences',
        yaml: `stage: adoption
production:
#^^^^^^^^^ error
  runbook: docs/runbook.md
`,
      },
    ],
    good: [
      {
        title: 'Who does what',
        yaml: `stage: adoption
production: { means: All 12 planners order from the forecast every week. }
`,
      },
      {
        title: 'A behaviour with a date',
        yaml: `stage: adoption
production: { means: "Live on 2026-06-26: clerks confirm every invoice in the matching view" }
`,
      },
      { title: 'Too early', yaml: 'stage: data\n' },
    ],
  },

  *check(pilot) {
    const means = pilot.production?.means
    if (means && isOnlyDeployment(means.value)) {
      yield {
        at: means.span,
        message: `"${means.value}" is about installation, not who works with it. Say who does what with it, and how often.`,
      }
    } else if (isAbsentAt(pilot, 'production', 'means')) {
      yield {
        at: (pilot.production ?? pilot).keySpan,
        message: 'Nothing says what "in production" means here. Say who does what with it, and how often.',
        fixes: [
          {
            title: 'Insert what production means',
            safe: false,
            changes: insertMissing(pilot, 'production', {
              keys: ['means'],
              whole: productionTemplate(hasReached(pilot, 'adoption')),
            }),
          },
        ],
      }
    }
  },
}
