import { groupBy } from '../../group-by.ts'
import { pilotNameOf } from '../../pilot/file-name.ts'
import type { Member } from '../../portfolio/portfolio.ts'
import type { PortfolioRule } from '../rule.ts'

export const portfolioDuplicateName: PortfolioRule = {
  id: 'portfolio/duplicate-name',
  from: { criteria: 'error', stopped: 'error' },
  needs: ['portfolio'],
  docs: {
    summary: 'Every pilot has a name of its own.',
    why: 'Other pilots, reports and people refer to a pilot by its name. When two carry it, a predecessor or a comparison points to either of them, and the figures of one are taken for those of the other.',
    remedy: 'Rename the pilot whose file has another name, and give both the same new one.',
    sources: [
      {
        claim: 'H01',
        says: 'Duplicate names, also ones that differ in case alone, and references to them occur in real inventories.',
      },
    ],
    bad: [
      {
        title: 'A copy of the file that kept the name',
        yaml: `name: demand-forecast
title: Demand forecast for plant A
`,
        others: {
          'forecast-plant-b': `name: demand-forecast
#     ^^^^^^^^^^^^^^^ error: "Demand forecast for plant A" is named "demand-forecast" too. Give this pilot a name of its own.
title: Demand forecast for plant B
`,
        },
      },
      {
        title: 'Three with one name',
        yaml: `name: demand-forecast
title: Demand forecast
`,
        others: {
          'forecast-old': `name: demand-forecast
#     ^^^^^^^^^^^^^^^ error
stage: stopped
`,
          'forecast-new': `name: demand-forecast
#     ^^^^^^^^^^^^^^^ error
`,
        },
      },
    ],
    good: [
      {
        title: 'One use case at two sites, with two names',
        yaml: 'name: forecast-plant-a\nuseCase: demand-forecasting\n',
        others: { 'forecast-plant-b': 'useCase: demand-forecasting\n' },
      },
      {
        title: 'The same title under two names',
        yaml: 'title: Demand forecast\n',
        others: { 'forecast-plant-b': 'title: Demand forecast\n' },
      },
    ],
  },

  *check({ inTime }) {
    for (const group of groupBy(inTime(), ({ facts }) => facts.name?.toLowerCase()).values()) {
      if (group.length < 2) continue
      const [owner, ...others] = group.toSorted((a, b) => misnamed(a) - misnamed(b))
      for (const { file, facts } of owner ? others : []) {
        const title = owner?.facts.title ?? owner?.facts.name
        yield {
          file,
          at: 'name',
          message: `"${title}" is named "${owner?.facts.name}" too. Give this pilot a name of its own.`,
          related: owner ? [{ file: owner.file, at: 'name', message: `Also named "${facts.name}".` }] : [],
        }
      }
    }
  },
}

/** A file that is called like its pilot owns the name. */
function misnamed({ file, facts }: Member): number {
  return pilotNameOf(file) === facts.name ? 0 : 1
}
