import assert from 'node:assert/strict'
import { within } from '../../server/src/node/within.ts'

describe('work that may take for ever', () => {
  const soon = within(100)
  const long = within(60_000)

  it('is done when it is short, whatever it yields', () => {
    assert.deepEqual(
      soon(() => undefined),
      { value: undefined },
    )
    assert.throws(() => long(() => assert.fail('mine')), /mine/)
  })

  it('is ended in a loop and in a regular expression', () => {
    let rounds = 0
    assert.equal(
      soon(() => {
        for (;;) rounds++
      }),
      undefined,
    )
    assert.ok(rounds > 0)
    assert.equal(
      soon(() => /^(a+)+$/.test(`${'a'.repeat(40)}!`)),
      undefined,
    )
  })

  it('may hold work that is ended earlier, or is itself ended', () => {
    const endless = (): number => {
      for (;;);
    }
    assert.deepEqual(
      long(() => soon(endless)),
      { value: undefined },
    )
    assert.equal(
      soon(() => long(endless)),
      undefined,
    )
    assert.deepEqual(
      soon(() => 1),
      { value: 1 },
    )
  })
})
