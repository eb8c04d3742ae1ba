import assert from 'node:assert/strict'
import { goalpostRow } from '../../client/src/common/goalpost-row.ts'
import type { GoalpostChange } from '../../server/src/protocol/past.ts'
import { english } from '../support/pilot-items.ts'

describe('a change of a criterion', () => {
  const change: GoalpostChange = {
    commit: '9cc8679'.padEnd(40, '0'),
    date: '2026-04-05',
    author: 'Luis Ortega',
    metric: 'Cases per day',
    what: 'target',
    before: '70',
    after: '55',
    easier: true,
  }
  const row = (other: Partial<GoalpostChange>): readonly string[] =>
    Object.values(goalpostRow({ ...change, ...other }, english))

  it('is a row that says what, who and when', () => {
    assert.deepEqual(row({}), [
      '$(arrow-down) Cases per day',
      'target 70 → 55 (easier)',
      '2026-04-05, Luis Ortega, 9cc8679',
    ])
    const open = { commit: undefined, author: undefined, easier: false }
    assert.deepEqual(row({ ...open, what: 'deadline', before: undefined, after: '2026-08-14' }), [
      '$(circle-small) Cases per day',
      'deadline nothing → 2026-08-14',
      '2026-04-05, not committed yet',
    ])
    assert.equal(row({ what: 'added', easier: false, after: '9 to 4' })[1], 'added: 9 to 4')
    assert.equal(
      row({ what: 'better', before: 'lower', after: 'higher' })[1],
      'better: lower → higher (easier)',
    )
    assert.equal(row({ what: 'dropped' })[1], 'dropped: 70 (easier)')
    assert.equal(row({ what: 'metric', easier: false, before: 'Cases' })[1], 'renamed from Cases')
  })

  it('shows what stands in the file as text', () => {
    const [label, , detail] = row({ metric: '$(bug) a\nb', author: '$(flame)' })
    assert.equal(label, '$(arrow-down) $ (bug) a b')
    assert.equal(detail, '2026-04-05, $ (flame), 9cc8679')
  })
})
