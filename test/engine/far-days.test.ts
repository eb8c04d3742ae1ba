import assert from 'node:assert/strict'
import { stageImpossibleDates } from '../../server/src/engine/rules/stage/impossible-dates.ts'
import { analysisOf, complete } from '../support/check.ts'

describe('a day of another decade', () => {
  const YAML = `stage: data
timeline: { approved: 2026-01-12, start: 2026-02-02, end: 2026-07-31 }
criteria: { agreed: 2026-01-20 }
gates:
  - { stage: criteria, due: 2026-01-21, held: 2026-01-22, decision: advance }
  - { stage: ownership, due: 2026-06-26 }
`
  const found = (yaml: string, today?: string): readonly string[] =>
    analysisOf(complete(yaml), { rules: [stageImpossibleDates], ...(today ? { today } : {}) }).findings.map(
      ({ message }) => message,
    )
  const changed = (...days: readonly [string, string][]): string =>
    days.reduce((yaml, [from, to]) => yaml.replace(from, to), YAML)

  it('is misspelt where all else of the pilot is of this one, and one finding', () => {
    assert.deepEqual(found(YAML), [])
    for (const [day, other, where] of [
      ['2026-01-12', '2016-01-12', '10 years ago'],
      ['2026-01-20', '2016-01-20', '10 years ago'],
      ['2026-07-31', '2036-07-31', '10 years ahead'],
      ['2026-06-26', '2036-06-26', '10 years ahead'],
    ] as const)
      assert.deepEqual(found(changed([day, other])), [`${other} is ${where}. Did you mean ${day}?`])
  })

  it('may be meant where there are others, or few at all', () => {
    const gates = changed(
      ['2026-01-21', '2016-01-21'],
      ['2026-01-22', '2016-01-22'],
      ['2026-01-20', '2016-01-20'],
    )
    assert.deepEqual(found(gates), [])
    assert.deepEqual(found(changed(['2026-07-31', '2036-07-31'], ['2026-06-26', '2033-06-26'])), [])
    assert.deepEqual(found('timeline: { approved: 2016-01-12, start: 2026-02-02 }\n'), [])
  })

  it('may be meant where no other day of the pilot is of the year that it would be', () => {
    assert.deepEqual(found(changed(['2026-01-12', '2017-01-12'])), [])
  })

  it('is none of the future for what has happened', () => {
    const long = changed(['2026-07-31', '2028-07-31'])
    assert.deepEqual(found(long.replace('2026-01-12', '2018-01-12')), [])
    assert.deepEqual(found(long.replace('2026-01-22', '2018-01-22')), [])
    assert.deepEqual(found(long.replace('2026-06-26', '2018-06-26')), [
      '2018-06-26 is 8 years ago. Correct the year, or leave the key out.',
    ])
    const held = (day: string): string => changed(['2026-01-22', day])
    assert.deepEqual(found(held('2036-01-22')), ['2036-01-22 is 10 years ahead. Did you mean 2026-01-22?'])
    assert.deepEqual(found(held('2036-12-22')), [
      '2036-12-22 is in the future, and the criteria gate was held. Correct the date.',
    ])
    assert.deepEqual(found(held('2062-12-22')), [
      '2062-12-22 is 36 years ahead. Correct the year, or leave the key out.',
    ])
  })

  it('is the present one where the file is looked at later', () => {
    assert.deepEqual(found(changed(['2026-01-12', '2016-01-12']), '2034-06-01'), [])
  })
})
