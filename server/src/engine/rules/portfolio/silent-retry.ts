import { groupBy } from '../../group-by.ts'
import { ofEach } from '../../once.ts'
import { beginsAfter, isRetryOf, isStopped, overSince } from '../../portfolio/decisions.ts'
import { type Member, nameOf, type Portfolio } from '../../portfolio/portfolio.ts'
import { compareTexts } from '../../text/compare.ts'
import type { PortfolioReport, PortfolioRule } from '../rule.ts'

export const portfolioSilentRetry: PortfolioRule = {
  id: 'portfolio/silent-retry',
  from: { criteria: 'warning' },
  needs: ['portfolio', 'today'],
  docs: {
    summary: 'A pilot that repeats an earlier one names it as its predecessor.',
    why: 'A later round that pretends the first one never happened repeats its mistakes. Every pilot that failed in silence makes the next one of its kind harder to fund.',
    remedy:
      'Name the earlier pilot as predecessor, decide on it if nobody has, and read what was learned from it.',
    sources: [
      { claim: 'K03', says: 'A later round pretends that the earlier pilot never happened.' },
      { claim: 'M12', says: 'Every failed pilot makes the next one harder to fund.' },
    ],
    suppress: 'The earlier pilot has the same use case by name alone.',
    bad: [
      {
        title: 'The first one was stopped',
        yaml: `useCase: demand-forecasting
#        ^^^^^^^^^^^^^^^^^^ warning: "forecast-2024" did demand-forecasting before and was stopped. Name it as predecessor, and use what was learned.
timeline: { start: 2026-02-02 }
`,
        others: {
          'forecast-2024': `stage: stopped
useCase: demand-forecasting
timeline: { start: 2024-03-04 }
outcome: { decision: stop, date: 2024-09-30, because: Orders of Q3 are missing. }
`,
        },
      },
      {
        title: 'Nobody decided on the first one',
        yaml: `useCase: meeting-notes
#        ^^^^^^^^^^^^^ warning: "notes-a" did meeting-notes before and ended on 2025-12-19 without a decision. Name it as predecessor, and use what was learned.
`,
        others: { 'notes-a': 'useCase: meeting-notes\ntimeline: { start: 2025-09-01, end: 2025-12-19 }\n' },
      },
      {
        title: 'It names itself, and not the first one',
        yaml: `useCase: meeting-notes
#        ^^^^^^^^^^^^^ warning
predecessor: demand-forecast
`,
        others: {
          'notes-a':
            'stage: stopped\nuseCase: meeting-notes\noutcome: { decision: stop, date: 2025-12-19 }\n',
        },
      },
    ],
    good: [
      {
        title: 'It names the last round, which names the one before',
        yaml: 'useCase: demand-forecasting\npredecessor: forecast-2025\n',
        others: {
          'forecast-2025':
            'stage: stopped\nuseCase: demand-forecasting\npredecessor: forecast-2024\noutcome: { decision: stop, date: 2025-09-30 }\n',
          'forecast-2024':
            'stage: stopped\nuseCase: demand-forecasting\noutcome: { decision: stop, date: 2024-09-30 }\n',
        },
      },
      {
        title: 'The other one ran beside it, or is in production',
        yaml: 'useCase: demand-forecasting\ntimeline: { start: 2026-02-02 }\n',
        others: {
          'forecast-plant-b':
            'stage: stopped\nuseCase: demand-forecasting\ntimeline: { start: 2026-01-12 }\noutcome: { decision: stop, date: 2026-04-30 }\n',
          'forecast-plant-c':
            'stage: production\nuseCase: demand-forecasting\ntimeline: { start: 2025-01-12, end: 2025-06-27 }\n',
        },
      },
    ],
  },

  *check(portfolio, { today }) {
    const useCasesOf = ofEach(useCasesIn)
    for (const group of groupBy(portfolio.inTime(), ({ facts }) => facts.useCase).values()) {
      const over = group.flatMap((member) => {
        const day = overSince(member, today)
        return day === undefined ? [] : [{ member, day }]
      })
      over.sort((a, b) => compareTexts(a.day, b.day))
      let count = 0
      // Both in the order of time, so that each pilot finds the last one before it without a search.
      for (const later of over.length === 0 ? [] : group) {
        for (let next = over[count]; next && beginsAfter(later, next.day); next = over[count]) count++
        const before = over.slice(Math.max(0, count - 2), count).map(({ member }) => member)
        const earlier = before.findLast((each) => each !== later && isRetryOf(later, each, today))
        if (earlier && !refersBack(later, portfolio, useCasesOf)) yield report(later, earlier)
      }
    }
  },
}

/** Whether it names an earlier pilot of the use case, or one that nobody knows: then it pretends nothing. */
function refersBack({ file, facts }: Member, portfolio: Portfolio, useCasesOf: typeof useCasesIn): boolean {
  const named = [facts.predecessor, ...facts.comparedWith].filter((name) => name !== undefined)
  return named.some((name) => {
    const found = portfolio.named(name)
    return (
      found.length === 0 || (useCasesOf(found).has(facts.useCase) && found.some((each) => each.file !== file))
    )
  })
}

/** Many may have one name, and many more may refer to it. */
function useCasesIn(pilots: readonly Member[]): ReadonlySet<string | undefined> {
  return new Set(pilots.map(({ facts }) => facts.useCase))
}

function report({ file, facts }: Member, earlier: Member): PortfolioReport {
  const how = isStopped(earlier) ? 'was stopped' : `ended on ${earlier.facts.end} without a decision`
  const { name } = earlier.facts
  const fix = {
    title: `Name "${name}" as predecessor`,
    safe: false,
    changes: [{ do: 'insert', path: ['predecessor'], value: name ?? '' } as const],
  }
  return {
    file,
    at: 'useCase',
    message: `"${nameOf(earlier)}" did ${facts.useCase} before and ${how}. Name it as predecessor, and use what was learned.`,
    related: [{ file: earlier.file, at: 'useCase', message: `The earlier pilot, which ${how}.` }],
    fixes: name === undefined || facts.predecessor !== undefined ? [] : [fix],
  }
}
