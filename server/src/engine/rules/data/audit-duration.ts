import { daysBetween } from '../../pilot/dates.ts'
import { counted } from '../../text/counted.ts'
import type { Rule } from '../rule.ts'

export const dataAuditDuration: Rule = {
  id: 'data/audit-duration',
  from: { data: 'info' },
  options: { min: 7, max: 42 },
  docs: {
    summary: 'Audit and repair of the data take two to four weeks.',
    why: 'A day is enough to look at a sample, but not to repair anything. Four months mean that the data is the project, and the pilot should be planned with low readiness.',
    remedy: 'Check what was really audited, or plan with the readiness that this duration suggests.',
    options: {
      min: 'Fewest days of audit and repair',
      max: 'Most days of audit and repair',
    },
    sources: [{ claim: 'M41', says: 'Audit and remediation take two to four weeks.' }],
    bad: [
      {
        title: 'In six days',
        yaml: `data:
  audit: { started: 2026-02-02, completed: 2026-02-08 }
#                                          ^^^^^^^^^^ info: The audit took 6 days, which is short for 2 to 4 weeks of audit and repair. Check what it covered.
`,
      },
      {
        title: 'A day more than six weeks',
        yaml: `data:
  audit: { started: 2026-01-12, completed: 2026-02-24 }
#                                          ^^^^^^^^^^ info: The audit took 43 days, which is long for 2 to 4 weeks of audit and repair. Plan with a lower readiness.
`,
      },
    ],
    good: [
      {
        title: 'A week',
        yaml: `data: { audit: { started: 2026-02-02, completed: 2026-02-09 } }
`,
      },
      {
        title: 'Six weeks, for several systems',
        yaml: `data: { audit: { started: 2026-01-05, completed: 2026-02-16 } }
`,
      },
    ],
  },

  *check({ data }, { option }) {
    const { started, completed } = data?.audit ?? {}
    if (!started || !completed) return
    const days = daysBetween(started.value, completed.value)
    const short = days < option('min')
    // Completed before it started is a mistake of another kind.
    if (days < 0 || (!short && days <= option('max'))) return
    const advice = short ? 'Check what it covered.' : 'Plan with a lower readiness.'
    yield {
      at: completed.span,
      message: `The audit took ${counted(days, 'day')}, which is ${short ? 'short' : 'long'} for 2 to 4 weeks of audit and repair. ${advice}`,
      related: [{ message: 'It started here.', span: started.span }],
    }
  },
}
