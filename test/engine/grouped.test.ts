import assert from 'node:assert/strict'
import { grouped } from '../../server/src/engine/text/grouped.ts'
import { randomOf } from '../bench/random.ts'

const known = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

describe('a number as people read it', () => {
  it('has its thousands apart and two decimals at most', () => {
    assert.deepEqual([0, 7, 999, 1_000, 88_000, 1_234_567].map(grouped), [
      '0',
      '7',
      '999',
      '1,000',
      '88,000',
      '1,234,567',
    ])
    assert.deepEqual([0.25, 0.5, 12.345, 66.845, 999.999, -1_234.5].map(grouped), [
      '0.25',
      '0.5',
      '12.35',
      '66.85',
      '1,000',
      '-1,234.5',
    ])
  })

  it('is what Intl makes of it', () => {
    const odd = [
      -0,
      1e-7,
      0.005,
      1.005,
      0.125,
      1e9,
      1e21,
      Number.MAX_VALUE,
      Number.NaN,
      -Number.POSITIVE_INFINITY,
    ]
    for (const value of odd) assert.equal(grouped(value), known.format(value), String(value))
    const { between } = randomOf(7)
    for (let run = 0; run < 5_000; run++) {
      const value = between(-1e9, 1e9) / 10 ** between(0, 7)
      assert.equal(grouped(value), known.format(value), String(value))
    }
  })
})
