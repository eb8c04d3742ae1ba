import assert from 'node:assert/strict'
import { within } from '../../server/src/node/within.ts'

describe('work that may take for ever', () => {
  const soon = within(20)
  // What has to be done has so long, since the machine may take a thread its processor for more than 20 ms.
  const long = within(60_000)

  it('is done when it is short, whatever it yields', () => {
    assert.deepEqual(
      long(() => undefined),
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

  it('is begun again when it did not have the processor', () => {
    const clock = new Int32Array(new SharedArrayBuffer(4))
    let starts = 0
    const waitsAtFirst = (): string => {
      if (starts++ === 0) Atomics.wait(clock, 0, 0, 400)
      return 'done'
    }
    // Long beside what V8 still compiles on other threads, whose time counts, too.
    assert.deepEqual(within(200)(waitsAtFirst), { value: 'done' })
    assert.equal(starts, 2)
  })

  it('is ended all the same when it always waits', () => {
    const clock = new Int32Array(new SharedArrayBuffer(4))
    assert.equal(
      soon(() => Atomics.wait(clock, 0, 0, 200)),
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
      long(() => 1),
      { value: 1 },
    )
  })
})
