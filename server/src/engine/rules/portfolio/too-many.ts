import { addMonths } from '../../pilot/dates.ts'
import { isSettledSince } from '../../portfolio/decisions.ts'
import { byImportance, MOST_RELATED, nameOf } from '../../portfolio/portfolio.ts'
import type { PortfolioRule } from '../rule.ts'

export const portfolioTooMany: PortfolioRule = {
  id: 'portfolio/too-many',
  from: { criteria: 'warning' },
  needs: ['portfolio', 'today'],
  options: { most: 5, months: 12 },
  docs: {
    summary: 'No more than five pilots are active while none is scaled or stopped.',
    why: 'Many experiments at once feel like progress, and each takes attention from the others. Without a single one that was scaled or stopped in a year, the next one only makes the queue longer.',
    remedy:
      'Decide on one before another begins. It is reported once, on the pilot that comes last: the one with the highest rank number or none, and among these the newest.',
    options: {
      most: 'Pilots that may be active at a time while none is scaled or stopped.',
      months: 'Months within which one has to be scaled or stopped.',
    },
    sources: [
      {
        claim: 'G03',
        says: 'Several experiments at a time, with none scaled and none ended, are a mark of purgatory.',
      },
    ],
    suppress: 'The pilots belong to organisations that decide apart from each other.',
    bad: [
      {
        title: 'Six, and no decision in a year',
        yaml: 'priority: { rank: 1 }\nstage: rollout\n',
        others: {
          'claims-triage': 'priority: { rank: 2 }\nstage: data\n',
          'invoice-matching': 'priority: { rank: 3 }\nstage: rollout\n',
          'order-desk': `stage: criteria
#^^^^ warning: 6 pilots are active, and none was scaled or stopped in the last 12 months; this one comes last. Decide on one of them before another begins.
`,
          'route-planning': 'priority: { rank: 4 }\nstage: data\n',
          'shift-plan': 'priority: { rank: 5 }\nstage: ownership\n',
        },
      },
      {
        title: 'The last stop was 13 months ago',
        yaml: 'priority: { rank: 1 }\nstage: rollout\n',
        others: {
          'claims-triage': 'priority: { rank: 2 }\nstage: data\n',
          'cold-room':
            'stage: stopped\noutcome: { decision: stop, date: 2025-04-30, because: The data is too old. }\n',
          'invoice-matching': 'priority: { rank: 3 }\nstage: rollout\n',
          'order-desk': 'priority: { rank: 4 }\nstage: criteria\n',
          'route-planning': 'priority: { rank: 5 }\nstage: data\n',
          'shift-plan': 'priority: { rank: 6 }\nstage: ownership\n#^^^^ warning\n',
        },
      },
    ],
    good: [
      {
        title: 'Six, and one was stopped in spring',
        yaml: 'stage: rollout\n',
        others: {
          'claims-triage': 'stage: data\n',
          'cold-room':
            'stage: stopped\noutcome: { decision: stop, date: 2026-04-30, because: The data is too old. }\n',
          'invoice-matching': 'stage: rollout\n',
          'order-desk': 'stage: criteria\n',
          'route-planning': 'stage: data\n',
          'shift-plan': 'stage: ownership\n',
        },
      },
      {
        title: 'Five',
        yaml: 'stage: rollout\n',
        others: { a: 'stage: data\n', b: 'stage: data\n', c: 'stage: criteria\n', d: 'stage: adoption\n' },
      },
    ],
  },

  *check({ members, active, inTime }, { today, option, isOn }) {
    const months = option('months')
    const since = addMonths(today, -months)
    if (active.length <= option('most') || members.some((member) => isSettledSince(member, since))) return
    const ranked = byImportance(inTime().filter(({ facts }) => facts.active))
    const last = ranked.findLast(isOn)
    if (!last) return
    yield {
      file: last.file,
      at: 'file',
      message: `${active.length} pilots are active, and none was scaled or stopped in the last ${months} months${last === ranked.at(-1) ? '; this one comes last' : ''}. Decide on one of them before another begins.`,
      related: ranked
        .filter((member) => member !== last)
        .slice(-MOST_RELATED)
        .map((member) => {
          return { file: member.file, at: 'file', message: `"${nameOf(member)}" is active as well.` }
        }),
    }
  },
}
