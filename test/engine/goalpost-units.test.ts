import assert from 'node:assert/strict'
import { commitmentsOf } from '../../server/src/engine/history/commitments.ts'
import { goalpostChanges } from '../../server/src/engine/history/goalposts.ts'
import { stepsOf } from '../../server/src/engine/history/history.ts'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { analysisOf, complete, TODAY } from '../support/check.ts'
import { checkWaiting, criteria, ERROR, moved, START, WARNING } from '../support/past.ts'

describe('goalposts in units of time', () => {
  it('move where the unit is a longer one and the numbers stay', () => {
    checkWaiting([
      ['unit: h, baseline: 48, target: 24', 'unit: days, baseline: 48, target: 24', [WARNING, WARNING]],
      ['unit: h, better: lower, target: 24', 'unit: days, better: lower, target: 24', [WARNING]],
      ['unit: days, baseline: 5, target: 2', 'unit: weeks, baseline: 5, target: 2', [WARNING, WARNING]],
      ['unit: Tage, baseline: 9, target: 4', 'unit: Wochen, baseline: 9, target: 4', [WARNING, WARNING]],
      ['unit: weeks, baseline: 5, target: 2', 'unit: months, baseline: 5, target: 2', [WARNING, WARNING]],
      [
        'unit: min, baseline: 34, target: 20',
        'unit: working hours, baseline: 34, target: 20',
        [WARNING, WARNING],
      ],
      [
        'unit: Min., baseline: 34, target: 20',
        'unit: Arbeitsstunden, baseline: 34, target: 20',
        [WARNING, WARNING],
      ],
      // More of it is better.
      ['unit: "%", baseline: 40, target: 70', 'unit: ‰, baseline: 40, target: 70', [WARNING, WARNING]],
      ['unit: per cent, baseline: 40, target: 70', 'unit: ‰, baseline: 40, target: 70', [WARNING, WARNING]],
      ['unit: days, baseline: 10, target: 20', 'unit: h, baseline: 10, target: 20', [WARNING, WARNING]],
      [
        'unit: h per case, baseline: 9, target: 4',
        'unit: days per case, baseline: 9, target: 4',
        [WARNING, WARNING],
      ],
    ])
  })

  it('stand where the unit is a shorter one and the numbers stay', () => {
    checkWaiting([
      ['unit: days, baseline: 48, target: 24', 'unit: h, baseline: 48, target: 24', []],
      ['unit: h, baseline: 10, target: 20', 'unit: days, baseline: 10, target: 20', []],
      ['unit: days, baseline: 10, target: 5', 'unit: business hours, baseline: 10, target: 5', []],
      ['unit: "%", baseline: 9, target: 4', 'unit: Promille, baseline: 90, target: 40', []],
      ['unit: per cent, baseline: 9, target: 4', 'unit: per mille, baseline: 90, target: 40', []],
      ['unit: "% a day", baseline: 9, target: 4', 'unit: per cent per week, baseline: 63, target: 28', []],
      ['unit: por ciento, baseline: 9, target: 4', 'unit: pour mille, baseline: 90, target: 40', []],
    ])
  })

  it('stand where a baseline comes with another unit, of which there is none to compare it with', () => {
    const before = 'unit: days, better: higher, target: 2'
    checkWaiting([
      [before, 'unit: h, better: higher, baseline: 10, target: 16', []],
      [before, 'unit: h, better: higher, baseline: 10, target: 12', [ERROR]],
      ['unit: h, better: lower, target: 2', 'unit: min, better: lower, baseline: 300, target: 120', []],
    ])
  })

  it('stand where the unit is written otherwise', () => {
    const units = [
      ['h', 'hours', 'Hrs', 'hrs.', 'Stunden', 'hour'],
      ['days', 'd', 'Tage', 'day', 'jours', 'calendar days', 'working days', 'business days', 'Werktage'],
      ['weeks', 'wk', 'Wochen'],
      ['min', 'minutes', 'mins'],
      ['"%"', 'percent', 'Prozent', 'pct', 'per cent', 'pour cent', 'por ciento'],
      ['h/case', 'hours per case', 'h / case'],
    ]
    for (const words of units)
      for (const one of words)
        for (const other of words)
          checkWaiting([
            [`unit: ${one}, baseline: 9, target: 4`, `unit: ${other}, baseline: 9, target: 4`, []],
          ])
  })

  it('stand where days are counted by the clock or in hours of work', () => {
    checkWaiting([
      ['unit: h, baseline: 72, target: 24', 'unit: days, baseline: 3, target: 1', []],
      ['unit: h, baseline: 72, target: 24', 'unit: days, baseline: 9, target: 3', []],
      ['unit: h, baseline: 75, target: 30', 'unit: days, baseline: 10, target: 4', []],
      ['unit: h, better: lower, target: 30', 'unit: days, better: lower, target: 4', []],
      ['unit: days, better: lower, target: 10', 'unit: weeks, better: lower, target: 2', []],
      ['unit: days, baseline: 14, target: 7', 'unit: business days, baseline: 10, target: 5', []],
      ['unit: months, better: lower, target: 3', 'unit: days, better: lower, target: 92', []],
      ['unit: months, better: lower, target: 18', 'unit: years, better: lower, target: 1.5', []],
      ['unit: min, baseline: 2880, target: 480', 'unit: days, baseline: 6, target: 1', []],
      ['unit: h, baseline: 72, target: 24', 'unit: man-hours, baseline: 72, target: 24', []],
      ['unit: h, baseline: 72, target: 24', 'unit: working hours, baseline: 24, target: 8', []],
      ['unit: days, baseline: 3, target: 1', 'unit: Arbeitsstunden, baseline: 24, target: 8', []],
      ['unit: days, baseline: 3, target: 1', 'unit: work hours, baseline: 72, target: 24', []],
    ])
  })

  it('move where the target is easier than the baseline makes of it, or in any way of counting', () => {
    checkWaiting([
      ['unit: h, baseline: 48, target: 24', 'unit: days, baseline: 2, target: 1.5', [ERROR]],
      ['unit: h, baseline: 48, target: 24', 'unit: days, baseline: 6, target: 4', [ERROR]],
      ['unit: h, better: lower, target: 24', 'unit: days, better: lower, target: 5', [ERROR]],
      ['unit: days, baseline: 3, target: 1', 'unit: working hours, baseline: 24, target: 12', [ERROR]],
      ['unit: days, better: lower, target: 10', 'unit: weeks, better: lower, target: 3', [ERROR]],
    ])
  })

  it('are compared in thousands and millions of the same', () => {
    checkWaiting([
      ['unit: EUR, baseline: 90, target: 40', 'unit: TEUR, baseline: 90, target: 40', [WARNING, WARNING]],
      ['unit: EUR, baseline: 90000, target: 40000', 'unit: TEUR, baseline: 90, target: 40', []],
      ['unit: EUR, baseline: 90000, target: 40000', 'unit: TEUR, baseline: 90, target: 60', [ERROR]],
      ['unit: €, baseline: 90000, target: 40000', 'unit: k€, baseline: 90, target: 60', [ERROR]],
      ['unit: kUSD per case, baseline: 9, target: 4', 'unit: USD/case, baseline: 9000, target: 4000', []],
      ['unit: USD, baseline: 9e6, target: 4e6', 'unit: million USD, baseline: 9, target: 5', [ERROR]],
      ['unit: kg, baseline: 9, target: 4', 'unit: g, baseline: 9000, target: 5000', [ERROR]],
      ['unit: cases, baseline: 400, target: 7000', 'unit: thousand cases, baseline: 0.4, target: 6', [ERROR]],
      ['unit: mg, baseline: 9, target: 4', 'unit: g, baseline: 9, target: 4', []],
      ['unit: tests per day, baseline: 4, target: 9', 'unit: tests/day, baseline: 4, target: 9', []],
      ['unit: tests per day, baseline: 4, target: 9', 'unit: tests/day, baseline: 4, target: 7', [ERROR]],
      ['unit: EUR, baseline: 9e6, target: 4e6', 'unit: Millionen EUR, baseline: 9, target: 5', [ERROR]],
      ['unit: kB, baseline: 2e6, target: 9e6', 'unit: TB, baseline: 0.002, target: 0.009', []],
      ['unit: time, baseline: 4, target: 9', 'unit: h, baseline: 4, target: 9', []],
      ['unit: k, baseline: 4, target: 9', 'unit: t, baseline: 4, target: 9', []],
    ])
  })

  it('are converted from any unit by one factor of five or more, and by less where both are money', () => {
    const CASES = 'unit: cases, baseline: 50, target: 200'
    const EUR = 'unit: EUR, baseline: 50, target: 200'
    checkWaiting([
      [CASES, 'unit: boxes, baseline: 10, target: 40', []],
      [CASES, 'unit: boxes, baseline: 12.5, target: 50', [WARNING, WARNING]],
      [CASES, 'unit: boxes, baseline: 10, target: 30', [WARNING, WARNING]],
      [EUR, 'unit: CHF, baseline: 45, target: 180', []],
      [EUR, 'unit: CHF, baseline: 45, target: 150', [WARNING, WARNING]],
      [EUR, 'unit: cases, baseline: 45, target: 180', [WARNING, WARNING]],
      [CASES, 'unit: EUR, baseline: 45, target: 180', [WARNING, WARNING]],
    ])
  })

  it('are the same where the unit moves from the name into a key of its own, or back', () => {
    const cases: readonly (readonly [string, string, readonly string[]])[] = [
      ['Waiting time (h), baseline: 48, target: 24', 'Waiting time, unit: h, baseline: 48, target: 24', []],
      [
        'Waiting time, unit: h, baseline: 48, target: 24',
        '"Waiting time [hours]", baseline: 48, target: 24',
        [],
      ],
      ['Waiting time (h), better: lower, target: 24', 'Waiting time, unit: h, better: lower, target: 24', []],
      [
        'Waiting time in hours, baseline: 48, target: 24',
        'Waiting time, unit: h, baseline: 48, target: 24',
        [],
      ],
      [
        'Wartezeit (Std.), baseline: 48, target: 24',
        'Wartezeit, unit: Stunden, baseline: 48, target: 24',
        [],
      ],
      ['"Waiting time, h", baseline: 48, target: 24', 'Waiting time, unit: h, baseline: 48, target: 24', []],
      ['Cost (EUR), better: lower, target: 4', 'Cost, unit: EUR, better: lower, target: 4', []],
      ['Backlog, unit: cases, better: lower, target: 4', 'Backlog (cases), better: lower, target: 4', []],
      [
        'Backlog, unit: cases, better: lower, target: 4',
        'Backlog (cases), better: lower, target: 6',
        [ERROR],
      ],
      ['Accuracy (%), baseline: 73, target: 82', 'Accuracy, unit: "%", baseline: 73, target: 82', []],
      ['Cost per case (EUR), baseline: 9, target: 4', 'Cost per case, unit: EUR, baseline: 9, target: 4', []],
      ['Waiting time (h), baseline: 48, target: 24', 'Waiting time, unit: days, baseline: 2, target: 1', []],
      [
        'Waiting time (h), baseline: 48, target: 24',
        'Waiting time, unit: h, baseline: 48, target: 30',
        [ERROR],
      ],
      [
        'Waiting time (h), baseline: 48, target: 24',
        'Waiting time (days), baseline: 48, target: 24',
        [WARNING, WARNING],
      ],
      [
        'Waiting time (h), better: lower, target: 24',
        'Waiting time (days), better: lower, target: 20',
        [ERROR],
      ],
      [
        'Waiting time (h), better: lower, target: 20',
        'Waiting time (h), unit: days, better: lower, target: 20',
        [WARNING],
      ],
      ['Cost (Berlin), baseline: 9, target: 4', 'Cost (Munich), baseline: 9, target: 4', [WARNING]],
      [
        'Waiting time (p95), baseline: 9, target: 4',
        'Waiting time, unit: h, baseline: 9, target: 4',
        [WARNING],
      ],
    ]
    for (const [before, after, expected] of cases)
      assert.deepEqual(
        moved(`{ metric: ${before} }`, `{ metric: ${after} }`),
        expected,
        `${before} > ${after}`,
      )
  })

  it('are told with their units where these have changed', () => {
    const states = [
      'unit: h, baseline: 48, target: 24',
      'unit: hours, baseline: 48, target: 24',
      'unit: days, baseline: 2, target: 24',
    ]
    const [first, ...others] = states.map((each) => START + criteria(`{ metric: Waiting time, ${each} }`))
    const last = others.at(-1) ?? ''
    const history = historyOf([
      { date: '2026-01-20', yaml: first ?? '' },
      { date: '2026-03-20', yaml: others[0] ?? '' },
    ])
    const [revision] = history.revisions
    assert.ok(revision)
    const steps = stepsOf(history, commitmentsOf(analysisOf(complete(last)).pilot), TODAY)
    const changes = goalpostChanges(revision.commitments, steps)
    assert.deepEqual(
      changes.map(({ what, before, after, easier }) => [what, before, after, easier]),
      [
        ['baseline', '48 hours', '2 days', false],
        ['target', '24 hours', '24 days', true],
      ],
    )
  })
})
