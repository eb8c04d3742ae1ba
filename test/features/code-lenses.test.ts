import assert from 'node:assert/strict'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { codeLenses, stageCommand } from '../../server/src/features/code-lenses.ts'
import { analysisOf, complete, TODAY } from '../support/check.ts'

const uri = 'file:///work/demand.pilot.yaml'
const under = { file: {}, circumstances: { today: TODAY, settings: recommended, rules } }

/** Line and title of every lens, resolved. */
const shown = (yaml: string): readonly string[] => {
  const analysis = analysisOf(complete(yaml))
  return codeLenses(analysis, uri).map(({ range, command }) => {
    const { line } = range.start
    const { title } = command ?? stageCommand(analysis, uri, under) ?? { title: 'nothing' }
    const [written = ''] = analysis.text.split('\n').slice(line)
    return `${written.trim()} | ${title}`
  })
}

const criterion = (rest: string): string =>
  `stage: criteria\ntimeline: { start: 2026-01-01, end: 2026-11-01 }\ncriteria:\n  success:\n    - metric: Accuracy\n      ${rest.replaceAll('; ', '\n      ')}\n`

const stageLens = (title: string, gates = ''): readonly [string, readonly string[]] => [
  `stage: ownership\ncriteria:\n  success: [{ metric: Hours per week, unit: hours, baseline: 9, target: 5, within: 60 days }]\ngates:\n  - { stage: criteria, due: 2026-02-02, held: 2026-02-02, decision: advance, by: Dana Whitfield }\n${gates}`,
  [`stage: ownership | ${title}`],
]

describe('code lenses', () => {
  it('say above the stage what the next one takes, and count it as its list does', () => {
    const [yaml] = stageLens('')
    const [lens] = shown(yaml)
    const [, count] = /^stage: ownership \| ownership · (\d+) checks to data$/.exec(lens ?? '') ?? []
    assert.ok(Number(count) > 1, lens)
    const analysis = analysisOf(complete(yaml))
    assert.deepEqual(stageCommand(analysis, uri, under)?.command, 'pilots.showMissing')
    assert.deepEqual(stageCommand(analysis, uri, under)?.arguments, [{ uri }])
  })

  for (const [due, words] of [
    ['2026-06-13', 'gate in 12 days'],
    ['2026-06-01', 'gate today'],
    ['2026-05-20', 'gate 12 days overdue'],
  ] as const) {
    it(`say above the stage that there is a ${words}`, () => {
      const [yaml] = stageLens('', `  - { stage: ownership, due: ${due} }\n`)
      assert.match(shown(yaml)[0] ?? '', new RegExp(` · ${words}$`))
    })
  }

  for (const [rest, title] of [
    [
      'baseline: 10; target: 20; by: 2026-10-28; readings: [{ date: 2026-05-01, value: 14.1 }]',
      '41 % of the way, 50 % of the time',
    ],
    ['baseline: 10; target: 20; by: 2026-10-28', 'not measured yet, 50 % of the time'],
    ['baseline: 10; target: 20; readings: [{ date: 2026-05-01, value: 9 }]', '-10 % of the way'],
    [
      'baseline: 1000; target: 2000; by: 2026-05-11; readings: [{ date: 2026-05-01, value: 1999 }]',
      '99 % of the way, 3 weeks overdue',
    ],
    [
      'baseline: 9; target: 5; by: 2026-05-11; readings: [{ date: 2026-05-01, value: 4 }]',
      'target met, 100 % of the time',
    ],
    ['baseline: 9; target: 9', undefined],
    ['target: 9', undefined],
  ] as const) {
    it(`say of a criterion with ${rest}: ${title}`, () => {
      assert.deepEqual(shown(criterion(rest)).slice(1), title ? [`- metric: Accuracy | ${title}`] : [])
    })
  }

  it('offer to record the decision of the gate that is due, and of no other', () => {
    const gates = (...due: readonly string[]): readonly string[] =>
      shown(
        `stage: rollout\ngates:\n${due.map((each) => `  - { stage: rollout, ${each} }\n`).join('')}`,
      ).slice(1)
    assert.deepEqual(gates('due: 2026-06-08', 'due: 2026-05-30'), [
      '- { stage: rollout, due: 2026-05-30 } | Record decision…',
    ])
    assert.deepEqual(gates('due: 2026-06-09'), [])
    assert.deepEqual(gates('due: 2026-05-30, held: 2026-05-30'), [])
    assert.deepEqual(gates('due: 2026-05-30', 'due: 2026-05-31, held: 2026-05-31, decision: hold'), [])
  })

  it('hand the place of the criterion and of the gate to the command', () => {
    const criteria = 'criteria:\n  success:\n    - {}\n    - { metric: Hours, baseline: 2, target: 1 }\n'
    const gates = 'gates:\n  - { stage: data, held: 2026-01-01 }\n  - { stage: rollout, due: 2026-05-30 }\n'
    const lenses = codeLenses(analysisOf(`stage: rollout\n${criteria}${gates}`), uri)
    assert.deepEqual(
      lenses.slice(1).map(({ command }) => [command?.command, command?.arguments]),
      [
        ['pilots.addReading', [{ uri, criterion: '1' }]],
        ['pilots.recordDecision', [{ uri, gate: 1 }]],
      ],
    )
  })

  for (const yaml of ['stage: production\n', 'stage: stopped\n', 'stage: [\n', '- stage: data\n', '']) {
    it(`say nothing above ${JSON.stringify(yaml)}`, () =>
      assert.deepEqual(codeLenses(analysisOf(yaml), uri), []))
  }
})
