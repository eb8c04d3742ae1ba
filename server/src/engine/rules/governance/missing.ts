import { phaseByAge } from '../../pilot/governance.ts'
import { isAbsent } from '../../pilot/located.ts'
import { insertAt } from '../../templates/changes.ts'
import { governanceTemplate } from '../../templates/governance.ts'
import type { Rule } from '../rule.ts'

export const governanceMissing: Rule = {
  id: 'governance/missing',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'It is written down how the pilot is steered.',
    why: 'Without anyone who looks at it every week, a pilot drifts: nobody sees the numbers, nobody is asked, and no decision is due. In the first weeks a little is enough, but nothing is not.',
    remedy:
      'Start with four things: who releases the money, a weekly check-in of 15 minutes, one page of numbers, and whom to ask when it is stuck.',
    sources: [{ claim: 'G06', says: "There is no framework that governs the organisation's AI." }],
    bad: [
      {
        title: 'Real users, but no steering',
        yaml: `stage: rollout
#^^^^ error: Nothing says how the pilot is steered. Name who releases the money, who meets every week, and who is asked when it is stuck.
`,
      },
      {
        title: 'A sponsor is not governance',
        yaml: `stage: data
#^^^^ warning
owners:
  sponsor: { name: Dana Whitfield, title: COO }
`,
      },
    ],
    good: [
      {
        title: 'The little that the first weeks need',
        yaml: `stage: rollout
governance:
  phase: crawl
  budgetOwner: Dana Whitfield
  checkIn: weekly
  dashboard: https://bi.example.com/demand-forecast
  escalation: Operator, then COO within one working day
`,
      },
      { title: 'Too early', yaml: 'stage: ownership\n' },
    ],
  },

  *check(pilot, { today }) {
    if (!isAbsent(pilot, 'governance')) return
    const phase = phaseByAge(pilot, today) ?? 'crawl'
    yield {
      at: (pilot.governance ?? pilot).keySpan,
      message:
        'Nothing says how the pilot is steered. Name who releases the money, who meets every week, and who is asked when it is stuck.',
      fixes: [
        {
          title: 'Insert the governance',
          safe: false,
          changes: [insertAt(pilot, ['governance'], governanceTemplate(pilot, phase, today))],
        },
      ],
    }
  },
}
