import assert from 'node:assert/strict'
import { BackOff } from '../../client/src/common/back-off.ts'

describe('the waiting time after a crash', () => {
  it('doubles, and ends at a minute', () => {
    const backOff = new BackOff()
    const waits = Array.from({ length: 9 }, (_, index) => backOff.crashed(index * 1000))
    assert.deepEqual(
      waits,
      [1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1000),
    )
  })

  it('begins anew after three quiet minutes', () => {
    const backOff = new BackOff()
    backOff.crashed(0)
    assert.equal(backOff.crashed(179_999), 2000)
    assert.equal(backOff.crashed(179_999 + 180_000), 1000)
  })

  it('begins anew when somebody asks for it', () => {
    const backOff = new BackOff()
    for (const time of [0, 1, 2]) backOff.crashed(time)
    backOff.forget()
    assert.equal(backOff.crashed(3), 1000)
  })
})
