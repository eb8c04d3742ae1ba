import type { Rule } from '../rule.ts'

export const dataAuditLate: Rule = {
  id: 'data/audit-late',
  from: { rollout: 'warning' },
  docs: {
    summary: 'The data audit was completed before the rollout started.',
    why: 'Users who meet bad data in the first week conclude that the tool is bad. The audit that comes afterwards explains why, but nobody comes back for the explanation.',
    remedy: 'Complete the audit first next time; for now, repeat the first 30 days on the repaired data.',
    sources: [{ claim: 'M32', says: 'The fastest do the data work before the start.' }],
    bad: [
      {
        title: 'Five weeks after the users',
        yaml: `data:
  audit: { started: 2026-03-16, completed: 2026-04-13 }
#                                          ^^^^^^^^^^ warning: The audit was completed on 2026-04-13, after the rollout started on 2026-03-09. Repeat the first 30 days on the repaired data.
rollout: { start: 2026-03-09 }
`,
      },
      {
        title: 'One day late',
        yaml: `data:
  audit:
    completed: 2026-03-10
#              ^^^^^^^^^^ warning
rollout: { start: 2026-03-09 }
`,
      },
    ],
    good: [
      {
        title: 'On the day on which it started',
        yaml: `data: { audit: { completed: 2026-03-09 } }
rollout: { start: 2026-03-09 }
`,
      },
      {
        title: 'Planned for later, while the data is still prepared',
        yaml: `stage: data
data: { audit: { completed: 2026-05-20 } }
rollout: { start: 2026-05-18 }
`,
      },
    ],
  },

  *check({ data, rollout }) {
    const completed = data?.audit?.completed
    const start = rollout?.start
    if (!completed || !start || completed.value <= start.value) return
    yield {
      at: completed.span,
      message: `The audit was completed on ${completed.value}, after the rollout started on ${start.value}. Repeat the first 30 days on the repaired data.`,
      related: [{ message: 'The rollout started here.', span: start.span }],
    }
  },
}
