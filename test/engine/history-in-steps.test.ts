import assert from 'node:assert/strict'
import { stageTime } from '../../server/src/engine/pilot/stage-time.ts'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import type { PastState } from '../../server/src/engine/rules/rule.ts'
import { pilotOf, TODAY } from '../support/check.ts'
import { found, START } from '../support/past.ts'

describe('what is hidden in steps', () => {
  const states = (...all: readonly (readonly [date: string, yaml: string])[]): readonly PastState[] =>
    all.map(([date, yaml]) => ({ date, yaml }))
  const last = (past: readonly PastState[]): readonly string[] => found(past.at(-1)?.yaml ?? '', past)
  const dates = (start: string, end: string, more = ''): string =>
    `timeline: { start: ${start}, end: ${end} }\n${more}`
  const SLIPPED = ['history/deadline-slipped warning']

  it('shows an end that moved while the start was said to be still to come', () => {
    const past = states(
      ['2026-01-20', dates('2026-02-02', '2026-05-29')],
      ['2026-04-01', dates('2026-12-01', '2026-05-29')],
      ['2026-04-02', dates('2026-12-01', '2026-08-28')],
      ['2026-04-03', dates('2026-02-02', '2026-08-28')],
    )
    assert.deepEqual(last(past), SLIPPED)
  })

  it('shows a gate that was taken out and came back later', () => {
    const gate = (due: string): string =>
      dates('2026-02-02', '2026-08-28', `gates: [{ stage: rollout, due: ${due} }]\n`)
    const out = dates('2026-02-02', '2026-08-28')
    assert.deepEqual(
      last(
        states(['2026-01-20', gate('2026-05-01')], ['2026-04-01', out], ['2026-04-02', gate('2026-07-01')]),
      ),
      SLIPPED,
    )
    assert.deepEqual(
      last(
        states(['2026-01-20', gate('2026-05-01')], ['2026-04-01', out], ['2026-04-02', gate('2026-05-01')]),
      ),
      [],
    )
  })

  it('counts a date that was put right on its day once, and one that was taken back not at all', () => {
    const ends = (...all: readonly (readonly [date: string, end: string])[]): readonly string[] =>
      last(states(...all.map(([date, end]) => [date, dates('2026-02-02', end)] as const)))
    assert.deepEqual(
      ends(['2026-01-20', '2026-05-29'], ['2026-04-01', '2026-07-28'], ['2026-04-01', '2026-08-28']),
      SLIPPED,
    )
    const twice = [
      ['2026-01-20', '2026-05-29'],
      ['2026-04-01', '2026-06-26'],
      ['2026-05-01', '2026-08-28'],
    ] as const
    assert.deepEqual(ends(...twice), ['history/deadline-slipped error'])
    assert.deepEqual(ends(...twice, ['2026-05-02', '2026-06-26']), SLIPPED)
    assert.deepEqual(ends(...twice, ['2026-05-02', '2026-05-29']), [])
    assert.deepEqual(ends(...twice, ['2026-05-02', '2026-06-26'], ['2026-05-03', '2026-08-28']), [
      'history/deadline-slipped error',
    ])
  })

  it('shows a stage that went back and then back again', () => {
    const at = (stage: string): string => `${START}stage: ${stage}\n`
    const past = states(
      ['2026-01-20', at('data')],
      ['2026-03-01', at('adoption')],
      ['2026-04-01', at('ownership')],
      ['2026-04-02', at('criteria')],
    )
    assert.deepEqual(last(past), ['stage/regressed warning'])
  })

  it('counts the time in a stage through a few days in another one', () => {
    const past = (...between: readonly (readonly [string, string])[]): string | undefined => {
      const all = [['2026-01-20', 'stage: data\n'], ['2026-02-10', 'stage: rollout\n'], ...between] as const
      const history = historyOf(all.map(([date, yaml]) => ({ date, yaml })))
      return stageTime(pilotOf('stage: rollout\n'), TODAY, history)?.since
    }
    assert.equal(past(['2026-05-10', 'stage: data\n'], ['2026-05-12', 'stage: rollout\n']), '2026-02-10')
    assert.equal(past(['2026-03-10', 'stage: data\n'], ['2026-05-12', 'stage: rollout\n']), '2026-05-12')
  })

  it('shows an operator who became another one name by name, and nobody whose name was only written out', () => {
    const by = (...names: readonly string[]): readonly string[] =>
      last(
        states(
          ...names.map(
            (name, index) =>
              [`2026-0${index + 1}-20`, `${START}owners: { operator: { name: ${name} } }\n`] as const,
          ),
        ),
      )
    const REPLACED = ['owners/operator-replaced warning']
    assert.deepEqual(by('Ana Ruiz', 'A. Ruiz', 'Andreas Ruiz'), REPLACED)
    assert.deepEqual(by('Ana Ruiz', 'Ruiz', 'Luis Ruiz'), REPLACED)
    assert.deepEqual(by('Luis', 'Luis Ortega'), [])
    assert.deepEqual(by('Ana Ruiz', 'A. Ruiz', 'Ana Ruiz'), [])
  })
})
