import assert from 'node:assert/strict'
import { packed, unpacked } from '../../server/src/engine/portfolio/packed.ts'

describe('packed numbers', () => {
  it('are the same again, in the fewest characters for small ones', () => {
    const numbers = [0, 1, 43, 44, 45, 87, 88, 1935, 1936, 1937, 85_184, 1_048_576, Number.MAX_SAFE_INTEGER]
    assert.deepEqual(unpacked(packed(numbers)), numbers)
    assert.equal(packed([0, 43, 44]).length, 4)
    assert.deepEqual(unpacked(packed([])), [])
  })

  it('stand in JSON as they are', () => {
    const text = packed(Array.from({ length: 5_000 }, (_, at) => at))
    assert.equal(JSON.stringify(text), `"${text}"`)
    assert.match(text, /^[!-~]*$/)
  })

  it('are none in a text that ends within one, holds what is no digit, or is too large', () => {
    const open = packed([44]).slice(0, 1)
    for (const text of [
      open,
      '"',
      '\\',
      ' ',
      '~',
      'é',
      '\n',
      open.repeat(400) + packed([0]),
      open.repeat(20) + packed([1]),
    ])
      assert.equal(unpacked(text), undefined, text)
  })
})
