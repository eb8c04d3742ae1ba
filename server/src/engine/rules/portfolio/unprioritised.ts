import { type Member, nameOf } from '../../portfolio/portfolio.ts'
import { sample } from '../../yaml/template.ts'
import type { PortfolioReport, PortfolioRule } from '../rule.ts'

export const portfolioUnprioritised: PortfolioRule = {
  id: 'portfolio/unprioritised',
  from: { criteria: 'warning' },
  needs: ['portfolio'],
  docs: {
    summary: 'Every active pilot has a rank of its own.',
    why: 'Winners pick one use case and scale it. As long as everything has high priority, the people, the budget and the attention of the sponsor go to whoever asked last.',
    remedy:
      'Put the active pilots in one order, and write it down as priority.rank, 1 for the first. Pilots for which this rule is off have no place in it: a site may rank its own.',
    sources: [
      { claim: 'G14', says: 'Winners pick one use case and scale it.' },
      { claim: 'G16', says: 'A way of setting priorities has to force hard choices.' },
    ],
    bad: [
      {
        title: 'One without a rank',
        yaml: 'stage: data\n#^^^^ warning: This pilot has no rank among the 2 active ones. Decide which comes first.\n',
        others: { 'claims-triage': 'priority: { rank: 1 }\n' },
      },
      {
        title: 'Two at the same rank',
        yaml: `priority: { rank: 1 }
#                 ^ warning: "claims-triage" has rank 1 as well. Decide which comes first.
timeline: { start: 2026-03-02 }
`,
        others: { 'claims-triage': 'priority: { rank: 1 }\ntimeline: { start: 2026-02-02 }\n' },
      },
    ],
    good: [
      {
        title: 'One order; what has ended has no place in it',
        yaml: 'priority: { rank: 1 }\n',
        others: {
          'claims-triage': 'priority: { rank: 2 }\n',
          'cold-room': 'stage: stopped\npriority: { rank: 2 }\n',
          'route-planning': 'stage: production\n',
        },
      },
      {
        title: 'A single active pilot needs no rank',
        yaml: 'stage: data\n',
        others: { 'cold-room': 'stage: stopped\n' },
      },
    ],
  },

  *check({ active, inTime }, { isOn }) {
    // Who ranks apart, and has switched the rule off, has no place in this order.
    const ranked = active.filter(isOn)
    if (ranked.length < 2) return
    const holders = new Map<number, Member>()
    for (const member of inTime().filter((each) => each.facts.active && isOn(each))) {
      const { rank } = member.facts
      if (typeof rank !== 'number') continue
      const first = holders.get(rank)
      if (!first) holders.set(rank, member)
      if (first) yield shared(member, first)
    }
    let free = [...holders.keys()].reduce((most, rank) => Math.max(most, rank), 0)
    for (const member of ranked)
      if (member.facts.rank === undefined) yield unranked(member, ranked.length, ++free)
  },
}

function shared({ file, facts }: Member, first: Member): PortfolioReport {
  return {
    file,
    at: 'rank',
    message: `"${nameOf(first)}" has rank ${facts.rank} as well. Decide which comes first.`,
    related: [{ file: first.file, at: 'rank', message: `Rank ${facts.rank} as well.` }],
  }
}

/** Each gets another number to begin with, so that inserting them all leaves no two alike. */
function unranked({ file }: Member, count: number, free: number): PortfolioReport {
  return {
    file,
    at: 'file',
    message: `This pilot has no rank among the ${count} active ones. Decide which comes first.`,
    fixes: [
      {
        title: `Insert the rank ${free}`,
        safe: false,
        changes: [{ do: 'insert', path: ['priority', 'rank'], value: sample(free) }],
      },
    ],
  }
}
