import { groupBy } from '../../group-by.ts'
import { type Member, nameOf } from '../../portfolio/portfolio.ts'
import type { PortfolioRule } from '../rule.ts'

export const portfolioCopied: PortfolioRule = {
  id: 'portfolio/copied',
  from: { criteria: 'warning' },
  needs: ['portfolio'],
  docs: {
    summary: 'Baselines and readings of a pilot are its own.',
    why: 'Two pilots do not measure the same values on the same days. Where they do, one file is a copy of the other, and its gates decide on the results of another team.',
    remedy: 'Measure the baseline of this pilot, and remove the readings that belong to the other one.',
    sources: [
      {
        claim: 'H05',
        says: 'Files with the same baseline, results and dates as another one occur in real inventories.',
      },
    ],
    suppress: 'Both pilots are measured by one and the same number.',
    bad: [
      {
        title: 'A file that was copied with its readings',
        yaml: `timeline: { start: 2026-02-02 }
criteria:
  success: [{ metric: Forecast accuracy, baseline: 73, target: 82, readings: [{ date: 2026-04-06, value: 76.5 }, { date: 2026-05-06, value: 79.1 }] }]
`,
        others: {
          'forecast-plant-b': `timeline: { start: 2026-03-02 }
criteria:
#^^^^^^^ warning: The baselines and readings are those of "demand-forecast", to the digit. Measure this pilot, or remove what belongs to the other one.
  success: [{ metric: Accuracy, baseline: 73, target: 80, readings: [{ date: 2026-04-06, value: 76.5 }, { date: 2026-05-06, value: 79.1 }] }]
`,
        },
      },
      {
        title: 'Three baselines',
        yaml: 'criteria: { success: [{ metric: A, baseline: 9.2 }, { metric: B, baseline: 31 }, { metric: C, baseline: 14 }] }\n',
        others: {
          'order-desk':
            'criteria: { success: [{ metric: A, baseline: 9.2 }, { metric: B, baseline: 31 }, { metric: C, baseline: 14 }] }\n#^^^^^^^ warning\n',
        },
      },
    ],
    good: [
      {
        title: 'The same targets at a second site, measured there',
        yaml: 'criteria: { success: [{ metric: Accuracy, baseline: 73, target: 82, readings: [{ date: 2026-04-06, value: 76.5 }, { date: 2026-05-06, value: 79.1 }] }] }\n',
        others: {
          'forecast-plant-b':
            'criteria: { success: [{ metric: Accuracy, baseline: 71, target: 82, readings: [{ date: 2026-04-06, value: 74 }, { date: 2026-05-06, value: 77.5 }] }] }\n',
        },
      },
      {
        title: 'Nothing was done this way before, at either desk',
        yaml: 'criteria: { success: [{ metric: A, baseline: 0 }, { metric: B, baseline: 0 }, { metric: C, baseline: 0 }] }\n',
        others: {
          'order-desk':
            'criteria: { success: [{ metric: D, baseline: 0 }, { metric: E, baseline: 0 }, { metric: F, baseline: 0 }] }\n',
        },
      },
      {
        title: 'A second and a third round of the same work, of which nothing was measured yet',
        yaml: 'predecessor: order-desk\ncriteria: { success: [{ metric: A, baseline: 31 }, { metric: B, baseline: 10 }, { metric: C, baseline: 7 }] }\n',
        others: {
          'order-desk':
            'criteria: { success: [{ metric: A, baseline: 31 }, { metric: B, baseline: 10 }, { metric: C, baseline: 7 }] }\n',
          'order-desk-3':
            'predecessor: demand-forecast\ncriteria: { success: [{ metric: A, baseline: 31 }, { metric: B, baseline: 10 }, { metric: C, baseline: 7 }] }\n',
        },
      },
      {
        title: 'Two numbers may agree by chance',
        yaml: 'criteria: { success: [{ metric: A, baseline: 0 }, { metric: B, baseline: 10 }] }\n',
        others: {
          'order-desk': 'criteria: { success: [{ metric: C, baseline: 0 }, { metric: D, baseline: 10 }] }\n',
        },
      },
    ],
  },

  *check({ inTime }) {
    for (const [print, group] of groupBy(inTime(), ({ facts }) => facts.fingerprint)) {
      const [first, ...copies] = group
      const isMeasured = print.includes('=')
      const rounds = isMeasured ? undefined : together(group)
      for (const member of copies) {
        if (!first || rounds?.has(member)) continue
        yield {
          file: member.file,
          at: 'criteria',
          message: `The baselines ${isMeasured ? 'and readings ' : ''}are those of "${nameOf(first)}", to the digit. Measure this pilot, or remove what belongs to the other one.`,
          related: [{ file: first.file, at: 'criteria', message: 'The same numbers.' }],
        }
      }
    }
  },
}

/** Those that name another one of a group or are named by one: work that is done again or in two ways begins with the same numbers. */
function together(group: readonly Member[]): ReadonlySet<Member> {
  const names = new Set(group.map(({ facts }) => facts.name))
  const named = new Set(group.flatMap(namedBy))
  return new Set(
    group.filter((member) => named.has(member.facts.name) || namedBy(member).some((name) => names.has(name))),
  )
}

function namedBy({ facts: { name, predecessor, comparedWith } }: Member): readonly (string | undefined)[] {
  return [predecessor, ...comparedWith].filter((each) => each !== undefined && each !== name)
}
