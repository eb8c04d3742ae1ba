import { isAbsent, quoted } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { hole } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const conditionsNoProductionPath: Rule = {
  id: 'conditions/no-production-path',
  from: { close: 'warning' },
  docs: {
    summary: 'Data that the pilot read by exception has a regular way into production.',
    why: 'An exception skips an approval that takes about six weeks. Calling it permanent does not grant the access: the request still has to be filed, and production waits for it.',
    remedy: 'File the usual request now, and note the date and how long it takes.',
    sources: [{ claim: 'N06', says: 'Access to data bypassed an approval that normally takes six weeks.' }],
    bad: [
      {
        title: 'Permanent, but nobody filed a request',
        yaml: `stage: adoption
conditions:
  - kind: data-access
#   ^^^^^^^^^^^^^^^^^ warning: "Direct read access to the ERP replica" is permanent, and nothing says how production gets it. File the usual request, and write down its date.
    what: Direct read access to the ERP replica
    decision: permanent
`,
      },
      {
        title: 'Three weeks before the end',
        yaml: `stage: rollout
timeline: { start: 2026-02-02, end: 2026-06-22 }
conditions:
  - { kind: data-access, what: Live position of all trucks, decision: permanent }
#     ^^^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'The request is filed',
        yaml: `stage: adoption
conditions:
  - { kind: data-access, what: ERP replica, decision: permanent, path: "Standard access, requested 2026-05-12, six weeks" }
`,
      },
      {
        title: 'A permission is not access to data',
        yaml: `stage: adoption
conditions:
  - { kind: permission, what: Private phones on the floor, decision: permanent }
  - { kind: data-access, what: Photos of the test flights, decision: withdrawn }
`,
      },
    ],
  },

  *check({ conditions }) {
    for (const condition of conditions?.items ?? []) {
      const { kind, decision, what } = condition
      if (kind?.value !== 'data-access' || decision?.value !== 'permanent' || !isAbsent(condition, 'path'))
        continue
      yield {
        at: condition.keySpan,
        message: `${quoted(what, 'Data access')} is permanent, and nothing says how production gets it. File the usual request, and write down its date.`,
        fixes: [
          {
            title: 'Insert the way into production',
            safe: false,
            changes: [
              insertAt(condition, ['path'], hole('the usual request, its date and how long it takes')),
            ],
          },
        ],
      }
    }
  },
}
