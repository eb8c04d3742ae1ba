import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { fewAtATime } from '../../server/src/engine/few-at-a-time.ts'

describe('what is asked a few at a time', () => {
  it('is answered in its order, and never more than sixteen are waited for', async () => {
    let [open, most] = [0, 0]
    const things = Array.from({ length: 100 }, (_, index) => index)
    const answers = await fewAtATime(new Set(things), async (thing) => {
      open++
      most = Math.max(most, open)
      // The later ones are answered first.
      for (let turns = 16 - (thing % 16); turns > 0; turns--) await setImmediate()
      open--
      return -thing
    })
    assert.deepEqual(
      answers,
      things.map((thing) => -thing),
    )
    assert.equal(most, 16)
  })

  it('fails with the first that fails', async () => {
    const failing = fewAtATime([1, 2, 3], (thing) =>
      thing === 2 ? Promise.reject(new Error('two')) : Promise.resolve(thing),
    )
    await assert.rejects(failing, /two/)
  })
})
