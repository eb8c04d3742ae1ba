import assert from 'node:assert/strict'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { analysisOf, complete } from '../support/check.ts'
import { criteria, START, withHistory } from '../support/past.ts'

/** What is said of a criterion whose name and numbers change in one commit. */
function said(before: string, after: string): readonly string[] {
  const past = [{ date: '2026-01-20', yaml: START + criteria(before) }]
  const history = historyOf(past)
  const { findings } = analysisOf(complete(START + criteria(after)), { rules: withHistory, history })
  return findings.filter(({ rule }) => rule.startsWith('history/')).map(({ message }) => message)
}

describe('a criterion whose name and numbers change at once', () => {
  it('is the same one where the name only says it otherwise, so that a harder target is no other criterion', () => {
    for (const [was, is] of [
      ['Rewrok of letters', 'Rework of letters'],
      ['Rework', 'Share of rework'],
      ['Handled cases', 'Cases handled'],
    ]) {
      const [before, after] = [was, is].map(
        (metric) => `{ metric: ${metric}, unit: "%", baseline: 9, target: `,
      )
      assert.deepEqual(said(`${before}4 }`, `${after}3 }`), [], is)
      const [lowered, ...others] = said(`${before}4 }`, `${after}7 }`)
      assert.match(lowered ?? '', new RegExp(`^The target of "${is}" was 4% at the start and became 7% `))
      assert.deepEqual(others, [])
    }
  })

  it('is another one where the name may say something else, or the unit is another one', () => {
    const before = '{ metric: Rework, unit: "%", baseline: 9, target: 4 }'
    for (const after of [
      '{ metric: Rework of one team, unit: "%", baseline: 9, target: 3 }',
      '{ metric: Share of rework, unit: cases, baseline: 90, target: 30 }',
      '{ metric: Cost, unit: "%", baseline: 9, target: 3 }',
    ]) {
      const [dropped, added] = said(before, after)
      assert.match(dropped ?? '', /^The criterion "Rework" \(9 to 4\) was dropped /, after)
      assert.match(added ?? '', / became a criterion /)
    }
  })

  it('is another one where the first one is still there, or was dropped before', () => {
    const one = '{ metric: Rework, unit: "%", baseline: 9, target: 4 }'
    const other = '{ metric: Share of rework, unit: "%", baseline: 9, target: 3 }'
    assert.match(said(one, `${one}, ${other}`).join(), /^"Share of rework" became a criterion /)
  })
})
