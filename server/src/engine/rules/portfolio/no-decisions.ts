import { addMonths, type IsoDate } from '../../pilot/dates.ts'
import { isLeftOpen, isSettledSince } from '../../portfolio/decisions.ts'
import { type Member, MOST_RELATED, nameOf } from '../../portfolio/portfolio.ts'
import { compareTexts } from '../../text/compare.ts'
import { shortListing } from '../../text/listing.ts'
import type { PortfolioRule } from '../rule.ts'

export const portfolioNoDecisions: PortfolioRule = {
  id: 'portfolio/no-decisions',
  from: { criteria: 'error' },
  needs: ['portfolio', 'today'],
  options: { months: 12 },
  docs: {
    summary: 'Of the pilots that end, some are scaled and some are stopped.',
    why: 'One pilot after another comes to its end and none is scaled: that is a series of experiments and no way to production. Whoever stops nothing has a weak portfolio, because every pilot goes on at the cost of the good ones.',
    remedy: 'Decide on the pilot that has waited longest; the finding stands on it, once for all of them.',
    options: {
      months: 'Months that are looked back.',
    },
    sources: [
      { claim: 'G02', says: 'Serial pilots follow each other, and none of them is scaled.' },
      { claim: 'K40', says: 'Whoever pursues every pilot has a weak portfolio.' },
    ],
    bad: [
      {
        title: 'Two ended within a year, and nobody decided',
        yaml: `timeline: { start: 2025-12-01, end: 2026-04-30 }
`,
        others: {
          'bed-planning': 'timeline: { start: 2025-01-13, end: 2025-05-31 }\n',
          'claims-triage': `timeline: { start: 2025-02-03, end: 2025-06-01 }
#                                   ^^^^^^^^^^ error: 2 pilots ended in the last 12 months and none was scaled or stopped: "claims-triage" on 2025-06-01 and "demand-forecast" on 2026-04-30. Decide on this one first.
`,
          'order-desk': 'timeline: { start: 2026-03-02, end: 2026-08-28 }\n',
        },
      },
      {
        title: 'The last decision was two years ago',
        yaml: 'timeline: { start: 2025-12-01, end: 2026-04-30 }\n#                                   ^^^^^^^^^^ error\n',
        others: {
          'claims-triage': 'timeline: { start: 2025-11-03, end: 2026-05-15 }\n',
          'cold-room':
            'stage: stopped\noutcome: { decision: stop, date: 2024-05-31, because: Too few alarms. }\n',
        },
      },
    ],
    good: [
      { title: 'One alone is late', yaml: 'timeline: { start: 2025-12-01, end: 2026-04-30 }\n' },
      {
        title: 'Two are late, and two others were decided',
        yaml: 'timeline: { start: 2025-12-01, end: 2026-04-30 }\n',
        others: {
          'claims-triage': 'timeline: { start: 2025-11-03, end: 2026-02-27 }\n',
          'cold-room':
            'stage: stopped\noutcome: { decision: stop, date: 2026-05-29, because: Too few alarms. }\n',
          'route-planning':
            'stage: production\noutcome: { decision: scale, date: 2026-01-30, because: Two hours a tour. }\n',
        },
      },
      {
        title: 'One alone is late, and one was passed on by its gate',
        yaml: 'timeline: { start: 2025-12-01, end: 2026-04-30 }\n',
        others: {
          'claims-triage': `stage: adoption
timeline: { start: 2025-11-03, end: 2026-02-27 }
gates: [{ stage: rollout, due: 2026-02-20, held: 2026-02-20, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }]
`,
        },
      },
    ],
  },

  *check({ members, active }, { today, option, isOn }) {
    const months = option('months')
    const since = addMonths(today, -months)
    if (members.some((member) => isSettledSince(member, since) || wasPassedOn(member, since))) return
    const open = active.filter((member) => isLeftOpen(member, today) && endOf(member) >= since)
    const sorted = open.toSorted((a, b) => compareTexts(endOf(a), endOf(b)))
    const first = sorted.find(isOn)
    if (!first || sorted.length < 2) return
    const others = sorted.filter((member) => member !== first)
    const names = sorted.map((member) => `"${nameOf(member)}" on ${endOf(member)}`)
    yield {
      file: first.file,
      at: 'end',
      message: `${open.length} pilots ended in the last ${months} months and none was scaled or stopped: ${shortListing(names, 3)}. Decide on this one first.`,
      related: others.slice(0, MOST_RELATED).map((member) => {
        return { file: member.file, at: 'end', message: `"${nameOf(member)}" ended on ${endOf(member)}.` }
      }),
    }
  },
}

function endOf({ facts }: Member): IsoDate {
  return facts.end ?? ''
}

/** A gate that lets a pilot go on at its end is a decision as well. */
function wasPassedOn({ facts }: Member, since: IsoDate): boolean {
  return facts.decided === 'passed' && (facts.decidedOn ?? '') >= since
}
