import { addMonths, daysBetween, type IsoDate } from '../../pilot/dates.ts'
import { money } from '../../pilot/money.ts'
import type { Member } from '../../portfolio/portfolio.ts'
import { listing } from '../../text/listing.ts'
import type { PortfolioRule } from '../rule.ts'

export const portfolioSpendWithoutProduction: PortfolioRule = {
  id: 'portfolio/spend-without-production',
  from: { criteria: 'warning' },
  needs: ['portfolio', 'today'],
  options: { months: 12 },
  docs: {
    summary: 'After a year of spending on pilots, at least one is in production.',
    why: 'The same money that brings one pilot to production keeps several going with nothing to show for the business. One pilot costs little, and nobody adds them up.',
    remedy:
      'Put the money into the pilot that is nearest to production, and stop one of the others. It is reported once, on the pilot that costs most.',
    options: {
      months: 'Months of spending after which a pilot has to be in production.',
    },
    sources: [
      { claim: 'G15', says: 'The same money is spent with nothing to show at the level of the business.' },
    ],
    bad: [
      {
        title: 'Two pilots, the first for 14 months',
        yaml: `timeline: { start: 2025-04-01 }
cost: { software: 42000 }
#                 ^^^^^ warning: The 2 active pilots have cost about 62,000 USD since 2025-04-01, and none is in production. Put the money into the one that is nearest to it.
`,
        others: { 'claims-triage': 'timeline: { start: 2025-12-01 }\nvendor: { pilotPrice: 2150 }\n' },
      },
      {
        title: 'In two currencies, and one of which nobody knows the costs',
        yaml: `timeline: { start: 2025-04-01 }
cost: { software: 42000 }
#                 ^^^^^ warning: 2 of the 3 active pilots have cost about 15,000 EUR and 49,000 USD since 2025-04-01, and none is in production. Put the money into the one that is nearest to it.
`,
        others: {
          'route-planning': '',
          'claims-triage': 'currency: EUR\ntimeline: { start: 2025-12-01 }\ncost: { software: 30000 }\n',
        },
      },
    ],
    good: [
      {
        title: 'One is in production',
        yaml: 'timeline: { start: 2025-04-01 }\ncost: { software: 42000 }\n',
        others: {
          'claims-triage': 'timeline: { start: 2025-12-01 }\ncost: { software: 30000 }\n',
          'route-planning': 'stage: production\n',
        },
      },
      {
        title: 'Half a year of spending',
        yaml: 'timeline: { start: 2025-12-01 }\ncost: { software: 42000 }\n',
        others: { 'claims-triage': 'timeline: { start: 2026-01-12 }\ncost: { software: 30000 }\n' },
      },
      {
        title: 'A single pilot is no portfolio',
        yaml: 'timeline: { start: 2025-04-01 }\ncost: { software: 42000 }\n',
      },
    ],
  },

  *check({ members, active }, { today, currencyOf, option, isOn }) {
    if (members.some(({ facts }) => facts.stage === 'production')) return
    const paid = active.filter(
      ({ facts }) => facts.yearlyCost && facts.start !== undefined && facts.start < today,
    )
    const since = paid.reduce((first, { facts }) => earlier(first, facts.start), today)
    if (paid.length < 2 || since > addMonths(today, -option('months'))) return
    const spent = paid.map((member) => {
      return { member, sum: spending(member, today), currency: currencyOf(member) }
    })
    const [costly] = spent.filter(({ member }) => isOn(member)).sort((a, b) => b.sum - a.sum)
    if (!costly) return
    yield {
      file: costly.member.file,
      at: 'cost',
      message: `${paid.length === active.length ? 'The' : `${paid.length} of the`} ${active.length} active pilots have cost about ${sums(spent)} since ${since}, and none is in production. Put the money into the one that is nearest to it.`,
    }
  },
}

interface Spending {
  readonly member: Member
  readonly sum: number
  readonly currency: string
}

/** What a pilot has cost since its start. */
function spending({ facts }: Member, today: IsoDate): number {
  const { start = today, yearlyCost = 0 } = facts
  return (yearlyCost * daysBetween(start, today)) / 365
}

function earlier(first: IsoDate, other: IsoDate | undefined): IsoDate {
  return other !== undefined && other < first ? other : first
}

function sums(spent: readonly Spending[]): string {
  const totals = new Map<string, number>()
  for (const { sum, currency } of spent) totals.set(currency, (totals.get(currency) ?? 0) + sum)
  return listing(Array.from(totals, ([currency, sum]) => money(rounded(sum), currency)))
}

/** Two digits are all that such a sum can tell. */
function rounded(sum: number): number {
  return Number(sum.toPrecision(2))
}
