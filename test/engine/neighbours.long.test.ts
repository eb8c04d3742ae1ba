import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { commitmentsOf } from '../../server/src/engine/history/commitments.ts'
import {
  type Around,
  checkPortfolio,
  type PortfolioFile,
} from '../../server/src/engine/portfolio/check-portfolio.ts'
import { EditedFiles } from '../../server/src/engine/portfolio/edited-files.ts'
import { registryOf } from '../../server/src/engine/portfolio/registry.ts'
import { portfolioRules } from '../../server/src/engine/rules/all.generated.ts'
import { analysisOf, complete, TODAY } from '../support/check.ts'

const circumstances = {
  today: TODAY,
  settings: { ...recommended, hasRegistry: true },
  rules: [],
  otherRules: portfolioRules.map(({ id }) => id),
}

/** What a pilot may say that the rules over all pilots look at, one of each line at most. */
const lines: readonly (readonly string[])[] = [
  ['name: p0\n', 'name: p1\n', 'name: P2\n', 'name: routing\n'],
  ['stage: data\n', 'stage: stopped\n', 'stage: production\n', 'stage: rollout\n'],
  ['useCase: forecasting\n', 'useCase: planning\n'],
  ['vendor: { tool: Augur, pilotPrice: 900 }\n', 'vendor: { name: Prognos }\n', 'vendor: { tool: Delphi }\n'],
  [
    'owners: { operator: { name: Luis Ortega }, sponsor: { name: Lena Ortega } }\n',
    'owners: { operator: { name: L. Ortega } }\n',
    'owners: { sponsor: { name: Luis M. Ortega } }\n',
    'owners: { operator: { name: TODO full name } }\n',
  ],
  ['priority: { rank: 1 }\n', 'priority: { rank: 2 }\n'],
  ['predecessor: p1\n', 'predecessor: gone\n', 'predecessor: ruting\n'],
  ['comparedWith: [p0, p3]\n', 'comparedWith: [P2]\n'],
  [
    'timeline: { start: 2025-09-01, end: 2025-12-19 }\n',
    'timeline: { start: 2026-01-05, end: 2026-04-30 }\n',
    'timeline: { start: 2026-05-04 }\n',
  ],
  ['outcome: { decision: stop, date: 2026-01-30 }\n', 'outcome: { decision: scale }\n'],
  ['cost: { software: 9000 }\n', 'cost: { software: 12000 }\n'],
  ['summary: A line more\n', 'summary: >-\n  Two\n  lines\n'],
  ['# pilots-ignore-file portfolio/unprioritised -- We decide them apart\n'],
  [
    'criteria: [{ metric: Minutes, baseline: 9, readings: [{ date: 2026-02-02, value: 8 }, { date: 2026-03-02, value: 7 }] }]\n',
  ],
  ['a: [\n'],
]

const aPilot: fc.Arbitrary<string> = fc
  .tuple(
    ...lines.map((choices) => {
      const share = choices.some((each) => each.startsWith('a: ')) ? 20 : 1
      return fc.option(fc.constantFrom(...choices), { nil: '', freq: share })
    }),
  )
  .map((chosen) => chosen.join(''))

const edits = fc.record({
  pilots: fc.array(aPilot, { minLength: 4, maxLength: 7 }),
  edits: fc.array(fc.record({ at: fc.nat(6), yaml: aPilot }), { minLength: 4, maxLength: 8 }),
})

function fileOf(yaml: string, at: number): PortfolioFile {
  const analysis = analysisOf(complete(yaml, `p${at}`), { rules: [] })
  return { file: `pilots/p${at}.pilot.yaml`, analysis, circumstances }
}

function told({ findings, suppressed, notRun }: Analysis): unknown {
  return { findings, suppressed, notRun }
}

const gone = {
  file: 'pilots/gone.pilot.yaml',
  ...{ commit: 'abcdef0', date: '2026-05-04', author: 'Ann' },
  commitments: commitmentsOf(analysisOf(complete('useCase: planning\nname: gone\n'), { rules: [] }).pilot),
}

const surroundings: Readonly<Record<string, Around>> = {
  'by themselves': { today: TODAY, rules: portfolioRules },
  'with a past and a registry': {
    today: TODAY,
    rules: portfolioRules,
    departed: [gone],
    registry: registryOf([{ kind: 'person', name: 'luis', title: 'Luis Ortega' }]),
  },
}

describe('pilots of which one after the other is edited', () => {
  for (const [name, around] of Object.entries(surroundings))
    it(`hear what is said of them when all are compared anew, ${name}`, () => {
      fc.assert(
        fc.property(edits, ({ pilots, edits: made }) => {
          const files = pilots.map(fileOf)
          const readable = files.map(({ analysis }) => analysis.readable)
          const neighbours = new EditedFiles(files, around)
          for (const { at, yaml } of made) {
            const index = at % files.length
            const file = fileOf(yaml, index)
            // Which pilots there are stays the same.
            if (file.analysis.readable !== readable[index] || !file.analysis.readable) continue
            files[index] = file
            const expected = checkPortfolio(files, around)
            assert.deepEqual(told(neighbours.with(file)), told(expected[index] ?? file.analysis))
            const [other = file] = files
            assert.deepEqual(told(neighbours.with(other)), told(expected[0] ?? other.analysis))
          }
        }),
        { seed: 20_261_123, numRuns: 60 },
      )
    })
})
