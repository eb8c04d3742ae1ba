import assert from 'node:assert/strict'
import { applyFix } from '../../server/src/engine/fix.ts'
import { completed, historyOf } from '../../server/src/engine/rules/example-files.ts'
import { historyGoalpostsMoved } from '../../server/src/engine/rules/history/goalposts-moved.ts'
import { analysisOf } from '../support/check.ts'
import { criteria, found, START } from '../support/past.ts'

const moved = (before: string, after: string): readonly string[] =>
  found(START + criteria(after), [{ date: '2026-01-20', yaml: START + criteria(before) }])

describe('goalposts in time', () => {
  it('move when the deadline does, unless by a few days or by another word for the same time', () => {
    const WARNING = ['history/goalposts-moved warning']
    const cases: readonly [string, string, readonly string[]][] = [
      ['within: 60 days', 'within: 12 months', WARNING],
      ['within: 60 days', 'within: 2 months', []],
      ['within: 8 weeks', 'within: 2 months', []],
      ['within: 12 months', 'within: 1 year', []],
      ['within: 6 months', 'within: 60 days', []],
      ['within: 60 days', 'by: 2026-12-31', []],
      ['by: 2026-08-25', 'by: 2026-09-01', []],
      ['by: 2026-08-25', 'by: 2026-10-30', WARNING],
    ]
    for (const [before, after, expected] of cases) {
      assert.deepEqual(moved(`{ metric: A, ${before} }`, `{ metric: A, ${after} }`), expected, after)
    }
  })

  it('leave alone a deadline that moves along with the end, or with the reason of a gate', () => {
    const [before, after] = ['{ metric: A, by: 2026-08-25 }', '{ metric: A, by: 2026-09-24 }'].map(criteria)
    const goalposts = (text: string): readonly string[] =>
      found(text, [{ date: '2026-01-20', yaml: START + before }]).filter((each) => each.includes('goalposts'))
    assert.deepEqual(goalposts(START.replace('06-26', '07-26') + after), [])
    const gate =
      'gates: [{ stage: rollout, held: 2026-06-01, decision: hold, notes: The ERP release is late. }]\n'
    assert.deepEqual(goalposts(START + after + gate), [])
    assert.equal(goalposts(START + after).length, 1)
  })

  it('are restored as they were at the start where a criterion was made easier and then dropped', () => {
    const kept = '{ metric: B, baseline: 9, target: 6 }'
    const past = [
      {
        date: '2026-01-20',
        yaml: START + criteria(`${kept}, { metric: A, unit: h, baseline: 100, target: 50 }`),
      },
      {
        date: '2026-03-20',
        yaml: START + criteria(`${kept}, { metric: A, unit: h, baseline: 100, target: 80 }`),
      },
    ]
    const { text, findings } = analysisOf(completed(START + criteria(kept)), {
      rules: [historyGoalpostsMoved],
      history: historyOf(past),
    })
    const [finding] = findings
    assert.match(finding?.message ?? '', /^The criterion "A" \(100 to 50\) was dropped/)
    const [fix] = finding?.fixes ?? []
    assert.match(
      fix ? applyFix(text, fix) : '',
      /\{ metric: A, unit: h, better: lower, baseline: 100, target: 50 \}/,
    )
  })
})
