import assert from 'node:assert/strict'
import { broughtIn } from '../../server/src/engine/history/brought-in.ts'
import type { Commitments } from '../../server/src/engine/history/commitments.ts'
import { textToCommitments } from '../../server/src/engine/history/read.ts'

describe('what a commit that joined lines took over from another one', () => {
  const before = textToCommitments('name: claims\nstage: data\n')
  const after = textToCommitments(`name: mail
predecessor: letters
useCase: answers
stage: rollout
owners: { operator: { name: Dana Whitfield } }
timeline: { start: 2026-02-02, end: 2026-06-01, productionBy: 2026-07-01 }
scope: { features: [{ name: Forecast }] }
criteria: { success: [{ metric: Rework, baseline: 9, target: 4 }], stop: [It costs too much], go: [Two gates expand] }
gates: [{ stage: rollout, due: 2026-04-08 }]
`)

  it('is everything that a text commits to', () => {
    assert.ok(before && after)
    for (const [key, value] of Object.entries(after)) {
      const changed: Commitments = { ...before, ...Object.fromEntries([[key, value]]) }
      assert.notDeepEqual(changed, before, key)
      // The line that it was joined into had come further meanwhile.
      const is: Commitments = { ...changed, name: key === 'name' ? changed.name : 'claims desk' }
      const was = { ...is, ...Object.fromEntries(Object.entries(before).filter(([each]) => each === key)) }
      const joined = broughtIn({ before: was, after: is }, [{ before, after: changed }])
      assert.deepEqual(joined, [{ at: 0, commitments: is }], key)
    }
  })
})
