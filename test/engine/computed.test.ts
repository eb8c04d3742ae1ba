import assert from 'node:assert/strict'
import { closingOf, isOpen } from '../../server/src/engine/pilot/closing.ts'
import { dashboardOf } from '../../server/src/engine/pilot/dashboard.ts'
import { delayOf } from '../../server/src/engine/pilot/delay.ts'
import { overviewOf } from '../../server/src/engine/pilot/overview.ts'
import { openQuestions } from '../../server/src/engine/pilot/questions.ts'
import { analysisOf, complete, pilotOf } from '../support/check.ts'

describe('cost of delay', () => {
  const delay = (yaml: string, today = '2026-10-26'): object | undefined =>
    delayOf(pilotOf(yaml), today, 'USD')
  const late = 'timeline: { productionBy: 2026-06-26 }\n'

  for (const [name, yaml, expected] of [
    [
      'value and software',
      `${late}value: { amount: 19000, per: month }\ncost: { software: 42000 }\n`,
      { months: 4, value: 76000, software: 14000, total: 90000, currency: 'USD' },
    ],
    [
      'value a year',
      `${late}currency: EUR\nvalue: { amount: 12000, per: year }\n`,
      { months: 4, value: 4000, software: undefined, total: 4000, currency: 'EUR' },
    ],
    [
      'value a quarter',
      `${late}value: { amount: 3000, per: quarter }\n`,
      { months: 4, value: 4000, software: undefined, total: 4000, currency: 'USD' },
    ],
    [
      'software only, for a value that comes once',
      `${late}value: { amount: 9000, per: once }\ncost: { software: 12000 }\n`,
      { months: 4, value: undefined, software: 4000, total: 4000, currency: 'USD' },
    ],
  ] as const) {
    it(name, () => assert.deepEqual(delay(yaml), { since: '2026-06-26', ...expected }))
  }

  for (const [name, yaml, today] of [
    ['without an amount', late, undefined],
    ['on the promised day', `${late}value: { amount: 1, per: month }\n`, '2026-06-26'],
    ['in production', `${late}stage: production\nvalue: { amount: 1, per: month }\n`, undefined],
    ['when stopped', `${late}stage: stopped\nvalue: { amount: 1, per: month }\n`, undefined],
    ['without a promise', 'value: { amount: 1, per: month }\n', undefined],
  ] as const) {
    it(`is none ${name}`, () => assert.equal(delay(yaml, today), undefined))
  }
})

describe('success dashboard', () => {
  const criterion = `rollout: { start: 2026-03-09 }
criteria:
  success:
    - metric: Forecast accuracy
      unit: "%"
      baseline: 73
      target: 82
      by: 2026-08-25
      readings:
        - { date: 2026-05-06, value: 79.1 }
        - { date: 2026-04-06, value: 76.5 }
        - { date: 2026-04-13, value: 77 }
`

  it('has a row with the readings of month 1 and 3, the newest, and the way to the target', () => {
    assert.deepEqual(dashboardOf(pilotOf(criterion), '2026-05-20'), [
      {
        metric: 'Forecast accuracy',
        unit: '%',
        direction: 'higher',
        baseline: 73,
        month1: { date: '2026-04-06', value: 76.5 },
        month3: 'not due',
        newest: { date: '2026-05-06', value: 79.1 },
        target: 82,
        deadline: '2026-08-25',
        progress: (79.1 - 73) / (82 - 73),
        met: false,
      },
    ])
  })

  it('misses a reading two weeks after its day', () => {
    const month3 = (today: string): unknown => dashboardOf(pilotOf(criterion), today)[0]?.month3
    assert.equal(month3('2026-06-24'), 'not due')
    assert.equal(month3('2026-06-25'), 'missing')
  })

  it('waits for the rollout', () => {
    const [row] = dashboardOf(pilotOf('criteria: { success: [{ metric: Cost }] }\n'), '2030-01-01')
    assert.deepEqual([row?.month1, row?.newest, row?.progress], ['not due', undefined, undefined])
  })
})

describe('closing review', () => {
  const open = (yaml: string): readonly string[] =>
    closingOf(pilotOf(yaml), '2026-06-01')
      .filter(isOpen)
      .map(({ id }) => id)
  const conditions = 'conditions: [{ kind: process, what: Fast lane, decision: withdrawn }]\n'
  const kpis = 'kpis: { horizon: 12 months, measures: [{ name: Overtime }] }\n'
  const delivery = 'owners: { delivery: { name: Priya Nair } }\n'

  for (const [name, yaml, expected] of [
    ['an empty pilot', '', ['conditions', 'kpis', 'delivery']],
    ['all three answered', conditions + kpis + delivery, []],
    ['an explicit empty list', `conditions: []\n${kpis}${delivery}`, []],
    [
      'an undecided condition',
      `${conditions.replace('withdrawn', 'undecided')}${kpis}${delivery}`,
      ['conditions'],
    ],
    [
      'a condition without a decision',
      `conditions: [{ what: Fast lane }]\n${kpis}${delivery}`,
      ['conditions'],
    ],
    [
      'KPIs without a horizon',
      `${conditions}kpis: { measures: [{ name: Overtime }] }\n${delivery}`,
      ['kpis'],
    ],
    ['a horizon without KPIs', `${conditions}kpis: { horizon: 1 year }\n${delivery}`, ['kpis']],
  ] as const) {
    it(name, () => {
      assert.deepEqual(open(yaml), expected)
      assert.equal(
        openQuestions(pilotOf(yaml), '2026-06-01').length,
        expected.length,
        'the rule outcome/questions-open disagrees',
      )
    })
  }

  for (const [name, yaml, expected] of [
    [
      'a placeholder for a condition',
      `${conditions.replace('Fast lane', 'TODO what')}${kpis}${delivery}`,
      'conditions',
    ],
    ['a placeholder for a KPI', `${conditions}${kpis.replace('Overtime', 'TBD')}${delivery}`, 'kpis'],
    ['a KPI without a name', `${conditions}${kpis.replace('{ name: Overtime }', '{}')}${delivery}`, 'kpis'],
    [
      'a second KPI without a name',
      `${conditions}${kpis.replace('}]', '}, { name: "???" }]')}${delivery}`,
      'kpis',
    ],
    ['a horizon that is none', `${conditions}${kpis.replace('12 months', 'TODO')}${delivery}`, 'kpis'],
    ['nobody in words', `${conditions}${kpis}${delivery.replace('Priya Nair', 'to be decided')}`, 'delivery'],
    [
      'an owner who has left',
      `${conditions}${kpis}${delivery.replace('Nair', 'Nair, until: 2026-05-15')}`,
      'delivery',
    ],
  ] as const)
    it(`is open with ${name}`, () => {
      assert.deepEqual(open(yaml), [expected])
      assert.deepEqual(
        openQuestions(pilotOf(yaml), '2026-06-01').map(({ isSaid }) => isSaid),
        [true],
      )
    })
})

describe('overview', () => {
  const days = (yaml: string): number | undefined =>
    overviewOf(analysisOf(complete(yaml), { rules: [] }), '2026-06-01').daysLeft
  const dates = 'timeline: { start: 2026-02-02, end: 2026-06-12, productionBy: 2026-07-01 }\n'

  for (const [name, yaml, expected] of [
    ['to the end while it is undecided', dates, 11],
    [
      'to production when it is decided',
      `${dates}gates: [{ stage: rollout, due: 2026-05-30, held: 2026-05-30, decision: expand }]\n`,
      30,
    ],
    ['to production without an end', 'timeline: { productionBy: 2026-05-22 }\n', -10],
    ['unknown without a date', '', undefined],
    ['none when stopped', `stage: stopped\n${dates}`, undefined],
  ] as const) {
    it(`counts the days ${name}`, () => assert.equal(days(yaml), expected))
  }
})
