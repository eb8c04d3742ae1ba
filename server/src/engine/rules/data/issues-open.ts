import { isAbsent, quoted } from '../../pilot/located.ts'
import { issuesOf } from '../../pilot/systems.ts'
import { insertAt } from '../../templates/changes.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const dataIssuesOpen: Rule = {
  id: 'data/issues-open',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'Every known data issue is resolved before users depend on it.',
    why: 'Duplicates, missing quarters and odd sensors are what audits find. What is known but not repaired comes back as a wrong answer, just when someone has to decide whether to trust it.',
    remedy: 'Repair or accept each issue, and record the date.',
    sources: [{ claim: 'M31', says: 'Known data defects are followed up until each has a status.' }],
    bad: [
      {
        title: 'Known since the audit',
        yaml: `stage: rollout
data:
  sources:
    - system: retailer-portals
      issues:
        - what: Two retailers report calendar weeks
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: "Two retailers report calendar weeks" is open. Repair it, and record when it was done.
          fix: calendar per retailer
`,
      },
      {
        title: 'One of two',
        yaml: `stage: data
data:
  sources:
    - system: netsuite-erp
      issues: [{ what: Q3 2024 missing, done: 2026-02-20 }, { what: Customers appear twice, done: }]
#                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'All done',
        yaml: `data:
  sources:
    - { system: netsuite-erp, issues: [{ what: Customers appear twice, fix: deduplicate, done: 2026-02-13 }] }
`,
      },
      {
        title: 'None found',
        yaml: `data:
  sources: [{ system: netsuite-erp }]
`,
      },
    ],
  },

  *check(pilot, { today }) {
    for (const issue of issuesOf(pilot)) {
      if (!isAbsent(issue, 'done')) continue
      const value = sample(today)
      yield {
        at: issue.keySpan,
        message: `${quoted(issue.what, 'A data issue')} is open. Repair it, and record when it was done.`,
        fixes: [{ title: 'Insert the day', safe: false, changes: [insertAt(issue, ['done'], value)] }],
      }
    }
  },
}
