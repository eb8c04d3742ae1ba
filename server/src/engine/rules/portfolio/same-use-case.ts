import { groupBy } from '../../group-by.ts'
import { isRetryOf } from '../../portfolio/decisions.ts'
import { kinOf, toolOf } from '../../portfolio/kin.ts'
import { type Member, MOST_RELATED, nameOf } from '../../portfolio/portfolio.ts'
import { shortListing } from '../../text/listing.ts'
import type { PortfolioChange, PortfolioReport, PortfolioRule } from '../rule.ts'

export const portfolioSameUseCase: PortfolioRule = {
  id: 'portfolio/same-use-case',
  from: { criteria: 'warning' },
  needs: ['portfolio', 'today'],
  docs: {
    summary: 'Pilots of one use case with different tools are compared on purpose.',
    why: 'Teams that buy different tools for the same work pay for it twice, and learn nothing from each other. A comparison that is declared ends with one tool; one that nobody declared ends with two pilots.',
    remedy:
      'Declare the comparison in comparedWith, and decide it on a date, or give up one of the pilots. It is reported once, on the pilot that started last.',
    sources: [{ claim: 'G04', says: 'Teams use different tools for comparable work.' }],
    suppress: 'The work is not comparable after all: then the use case of one of them has the wrong name.',
    bad: [
      {
        title: 'Two tools, and each knows nothing of the other',
        yaml: `useCase: demand-forecasting
timeline: { start: 2026-02-02 }
vendor: { name: Forecastly }
`,
        others: {
          'forecast-plant-b': `useCase: demand-forecasting
#        ^^^^^^^^^^^^^^^^^^ warning: "demand-forecast" (Forecastly) does demand-forecasting as well, and this pilot uses Augur. Declare that they are compared, or give up one of them.
timeline: { start: 2026-03-02 }
vendor: { name: Prognos, tool: Augur }
`,
        },
      },
      {
        title: 'Three, of which two are compared',
        yaml: 'useCase: meeting-notes\ncomparedWith: [notes-b]\ntimeline: { start: 2026-02-02 }\nvendor: { tool: Scribe }\n',
        others: {
          'notes-b': 'useCase: meeting-notes\ntimeline: { start: 2026-02-02 }\nvendor: { tool: Minuta }\n',
          'notes-c': 'useCase: meeting-notes\n#        ^^^^^^^^^^^^^ warning\nvendor: { tool: Quill }\n',
        },
      },
    ],
    good: [
      {
        title: 'A comparison that is declared',
        yaml: 'useCase: demand-forecasting\nvendor: { name: Forecastly }\n',
        others: {
          'forecast-plant-b':
            'useCase: demand-forecasting\ncomparedWith: [demand-forecast]\nvendor: { name: Augur }\n',
        },
      },
      {
        title: 'Several vendors for different work',
        yaml: 'useCase: demand-forecasting\nvendor: { name: Forecastly }\n',
        others: { 'invoice-matching': 'useCase: invoice-matching\nvendor: { name: Ledgerline }\n' },
      },
      {
        title: 'The same product at a second site, which refers to the first',
        yaml: 'useCase: demand-forecasting\nvendor: { name: Forecastly }\n',
        others: {
          'forecast-plant-b':
            'useCase: demand-forecasting\npredecessor: demand-forecast\nvendor: { name: Forecastly, tool: Forecastly Cloud }\n',
        },
      },
    ],
  },

  *check({ inTime }, { today, isOn }) {
    const active = inTime().filter((member) => member.facts.active && toolOf(member) !== undefined)
    for (const [useCase, withTool] of groupBy(active, ({ facts }) => facts.useCase)) {
      const last = withTool.findLast(isOn)
      if (!last || withTool.length < 2) continue
      const kin = kinOf(last, withTool)
      const isRetry = (each: Member): boolean => isRetryOf(last, each, today) || isRetryOf(each, last, today)
      const others = withTool.filter((each) => !kin.has(each) && !isRetry(each))
      if (others.length > 0) yield report(last, others, useCase)
    }
  },
}

function report(last: Member, others: readonly Member[], useCase: string): PortfolioReport {
  const names = others.map((each) => `"${nameOf(each)}" (${toolOf(each)})`)
  const does = others.length === 1 ? 'does' : 'do'
  return {
    file: last.file,
    at: 'useCase',
    message: `${shortListing(names, 3)} ${does} ${useCase} as well, and this pilot uses ${toolOf(last)}. Declare that they are compared, or give up one of them.`,
    related: others.slice(0, MOST_RELATED).map((each) => {
      return { file: each.file, at: 'useCase', message: `The same use case with ${toolOf(each)}.` }
    }),
    fixes: [
      { title: 'Declare the comparison', safe: false, suggestion: true, changes: comparison(last, others) },
    ],
  }
}

function comparison({ facts }: Member, others: readonly Member[]): readonly PortfolioChange[] {
  const names = [...new Set(others.flatMap(({ facts: { name } }) => name ?? []))]
  const path = ['comparedWith']
  if (facts.comparedWith.length > 0 || names.length === 0)
    return names.map((value) => ({ do: 'append', path, value }))
  return [{ do: 'insert', path, value: names }]
}
