import assert from 'node:assert/strict'
import { slipsOf } from '../../server/src/engine/history/deadlines.ts'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { complete, pilotOf, TODAY } from '../support/check.ts'
import { found, START } from '../support/past.ts'

describe('deadlines', () => {
  const gates = (...dues: readonly string[]): string =>
    `${START}gates: [${dues.map((due) => `{ stage: rollout, due: ${due} }`).join(', ')}]\n`
  const slipped = (...states: readonly (readonly string[])[]): readonly string[] => {
    const past = states.slice(0, -1).map((dues, index) => {
      return { date: `2026-0${index + 3}-20`, yaml: gates(...dues) }
    })
    return found(gates(...(states.at(-1) ?? [])), past)
  }

  it('of gates slip when they move by more than a week, or after they were due', () => {
    assert.deepEqual(slipped(['2026-06-08'], ['2026-06-12']), [])
    assert.deepEqual(slipped(['2026-06-08'], ['2026-06-26']), ['history/deadline-slipped warning'])
    assert.deepEqual(slipped(['2026-05-08'], ['2026-05-12']), ['history/deadline-slipped warning'])
    assert.deepEqual(slipped(['2026-04-08'], ['2026-05-08'], ['2026-06-08']), [
      'history/deadline-slipped error',
    ])
  })

  it('of other gates stay what they are when one is added, taken out or moved earlier', () => {
    assert.deepEqual(slipped(['2026-05-08'], ['2026-04-20', '2026-05-08']), [])
    assert.deepEqual(slipped(['2026-05-08'], ['2026-05-08', '2026-06-08']), [])
    assert.deepEqual(slipped(['2026-05-08', '2026-06-08'], ['2026-06-08']), [])
    assert.deepEqual(slipped(['2026-05-08'], ['2026-04-30']), [])
  })

  const end = (date: string, start = 'start: 2026-02-02, '): string =>
    `timeline: { ${start}${date === '' ? '' : `end: ${date} `}}\n`

  it('are planned until the end of the day of the start, and of that on which the file came', () => {
    const late = (started: string | undefined, ...days: readonly string[]): readonly string[] => {
      const states = days.map((date, index) => ({ date, yaml: end(`2026-08-0${index + 1}`, started) }))
      return found(states.at(-1)?.yaml ?? '', states)
    }
    assert.deepEqual(late(undefined, '2026-01-20', '2026-02-02'), [])
    assert.deepEqual(late(undefined, '2026-01-20', '2026-02-03'), ['history/deadline-slipped warning'])
    for (const started of [undefined, '']) {
      assert.deepEqual(late(started, '2026-03-20', '2026-03-20'), [])
      assert.deepEqual(late(started, '2026-03-20', '2026-03-21'), ['history/deadline-slipped warning'])
    }
    assert.deepEqual(late('start: 2026-07-01, ', '2026-03-20', '2026-03-21'), [])
  })

  it('slip where they are left out in between, and once more on a day on which they move twice', () => {
    const late = (...states: readonly (readonly [string, string])[]): readonly string[] => {
      const past = states.map(([date, day]) => ({ date, yaml: end(day) }))
      return found(past.at(-1)?.yaml ?? '', past)
    }
    const [first, ...others] = [
      ['2026-01-20', '2026-06-26'],
      ['2026-03-20', '2026-07-10'],
      ['2026-04-20', '2026-07-31'],
      ['2026-04-20', '2026-08-14'],
    ] as const
    assert.deepEqual(late(first, ['2026-03-20', ''], ['2026-04-20', '2026-07-31']), [
      'history/deadline-slipped warning',
    ])
    assert.deepEqual(late(first, ...others), ['history/deadline-slipped error'])
  })

  it('slip once where they are moved later, back, and not as far again', () => {
    const states = ['2026-06-26', '2026-07-31', '2026-07-10'].map((date, index) => {
      return { date: `2026-0${index + 1}-20`, yaml: end(date) }
    })
    assert.deepEqual(found(end('2026-07-24'), states), ['history/deadline-slipped warning'])
  })

  it('are not late when they are back where they were, and once where the last move is taken back', () => {
    const states = ['2026-05-29', '2026-06-26', '2026-07-31'].map((date, index) => {
      return { date: `2026-0${index + 2}-20`, yaml: end(date) }
    })
    assert.deepEqual(found(end('2026-05-29'), states), [])
    assert.deepEqual(found(end('2026-06-05'), states), ['history/deadline-slipped warning'])
    assert.deepEqual(found(end('2026-06-30'), states), ['history/deadline-slipped error'])
  })

  it('of gates are told where they stand, in the order of their days', () => {
    const yaml = (...gates: readonly (readonly [string, string])[]): string =>
      `${START}gates:\n${gates.map(([stage, due]) => `  - { stage: ${stage}, due: ${due} }\n`).join('')}`
    const before = yaml(['rollout', '2026-05-08'], ['rollout', '2026-06-08'], ['data', '2026-07-10'])
    const after = yaml(['data', '2026-07-10'], ['rollout', '2026-08-10'], ['rollout', '2026-07-10'])
    const past = historyOf([{ date: '2026-03-20', yaml: before }])
    const told = slipsOf(past, pilotOf(after), TODAY).map(({ what, first, now }) => {
      return [what, first, now.value, complete(after).slice(0, now.span.start).split('- {').length - 1]
    })
    assert.deepEqual(told, [
      ['The rollout gate', '2026-05-08', '2026-07-10', 3],
      ['The rollout gate', '2026-06-08', '2026-08-10', 2],
    ])
  })

  it('of gates may be put off by a week until the day on which they are due', () => {
    const late = (date: string, due: string): readonly string[] =>
      found(gates(due), [
        { date: '2026-03-20', yaml: gates('2026-04-08') },
        { date, yaml: gates(due) },
      ])
    assert.deepEqual(late('2026-04-08', '2026-04-15'), [])
    assert.deepEqual(late('2026-04-08', '2026-04-16'), ['history/deadline-slipped warning'])
    assert.deepEqual(late('2026-04-09', '2026-04-15'), ['history/deadline-slipped warning'])
  })

  it('of gates that are taken out count when they come back, unless the gate was held', () => {
    const due = 'due: 2026-04-08'
    const back = (gate: string): readonly string[] => {
      const past = [
        { date: '2026-03-20', yaml: `${START}gates: [{ ${gate} }]\n` },
        { date: '2026-04-20', yaml: START },
      ]
      return found(gates('2026-05-08'), past)
    }
    assert.deepEqual(back(`stage: rollout, ${due}`), ['history/deadline-slipped warning'])
    assert.deepEqual(back(`stage: rollout, ${due}, held: 2026-04-08, decision: expand, by: A`), [])
  })
})
