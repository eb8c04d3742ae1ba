import { isInPhase, phaseByAge } from '../../pilot/governance.ts'
import { isAbsent } from '../../pilot/located.ts'
import { insertion, insertMissing } from '../../templates/changes.ts'
import { governanceTemplate } from '../../templates/governance.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const governanceCrawlIncomplete: Rule = {
  id: 'governance/crawl-incomplete',
  from: { rollout: 'warning' },
  needs: ['today'],
  docs: {
    summary:
      'From the first week there are a budget owner, a weekly check-in, a dashboard and a way to escalate.',
    why: 'Small problems end a rollout when they wait for a month. Fifteen minutes a week, one page of numbers and one name to call keep them small.',
    remedy: 'Add what is missing; 15 minutes a week are enough for the check-in.',
    sources: [
      { claim: 'R41', says: 'One owner has authority over the budget.' },
      { claim: 'R42', says: 'There is a check-in of 15 minutes every week.' },
      { claim: 'R43', says: 'One page shows the numbers.' },
      { claim: 'R44', says: 'It is clear whom to ask when something is stuck.' },
    ],
    bad: [
      {
        title: 'Two of four',
        yaml: `stage: rollout
governance:
#^^^^^^^^^ warning: Governance lacks a dashboard and who is asked when it is stuck. Add it: the first weeks need no more.
  phase: crawl
  budgetOwner: Dana Whitfield
  checkIn: weekly
`,
      },
      {
        title: 'Once a month in the first weeks',
        yaml: `stage: rollout
governance:
  phase: crawl
  budgetOwner: Dana Whitfield
  checkIn: monthly
#          ^^^^^^^ warning
  dashboard: https://bi.example.com/demand-forecast
  escalation: Operator, then COO
`,
      },
    ],
    good: [
      {
        title: 'All four, with a daily check-in',
        yaml: `stage: rollout
governance: { phase: crawl, budgetOwner: Dana Whitfield, checkIn: daily, dashboard: docs/numbers.md, escalation: "Operator, then COO" }
`,
      },
      {
        title: 'Later it may be once a month',
        yaml: `stage: production
governance: { phase: run, budgetOwner: Dana Whitfield, checkIn: monthly, dashboard: docs/numbers.md, escalation: "Operator, then COO" }
`,
      },
      {
        title: 'In month 3 the phase is behind, not the check-in',
        today: '2026-06-01',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
governance: { phase: crawl, budgetOwner: Dana Whitfield, checkIn: monthly, dashboard: docs/numbers.md, escalation: "Operator, then COO" }
`,
      },
      { title: 'No governance at all, which another rule reports', yaml: 'stage: rollout\n' },
    ],
  },

  *check(pilot, { today }) {
    const { governance } = pilot
    if (!governance || isAbsent(pilot, 'governance')) return
    const missing = parts.filter(([key]) => isAbsent(governance, key))
    if (missing.length > 0) {
      const names = listing(missing.map(([, name]) => name))
      const [keys, whole] = [missing.map(([key]) => key), governanceTemplate(pilot, 'crawl', today)]
      yield {
        at: governance.keySpan,
        message: `Governance lacks ${names}. Add it: the first weeks need no more.`,
        fixes: [insertion(`Insert ${names}`, insertMissing(pilot, 'governance', { keys, whole }))],
      }
    }
    const { checkIn, phase } = governance
    // Of what has lasted longer, the age asks for the next phase.
    const isYoung = isInPhase(pilot, phaseByAge(pilot, today) ?? 'crawl')
    if (checkIn && phase?.value === 'crawl' && isYoung && !OFTEN.has(checkIn.value)) {
      yield {
        at: checkIn.span,
        message: `In crawl a ${checkIn.value} check-in is too rare. Meet every week, for 15 minutes.`,
        fixes: [
          {
            title: 'Meet every week',
            safe: false,
            suggestion: true,
            changes: [{ do: 'replace', span: checkIn.span, text: 'weekly' }],
          },
        ],
      }
    }
  },
}

const parts = [
  ['budgetOwner', 'who owns the budget'],
  ['checkIn', 'a weekly check-in'],
  ['dashboard', 'a dashboard'],
  ['escalation', 'who is asked when it is stuck'],
] as const

const OFTEN: ReadonlySet<string> = new Set(['daily', 'weekly'])
