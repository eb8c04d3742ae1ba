import assert from 'node:assert/strict'
import { nearest } from '../../server/src/engine/schema/suggest.ts'

describe('nearest', () => {
  const candidates = ['operator', 'sponsor', 'production', 'delivery', 'it']
  const words: readonly [string, string | undefined][] = [
    ['opertor', 'operator'],
    ['Sponsor', 'sponsor'],
    ['prodcution', 'production'],
    ['ti', 'it'],
    ['budget', undefined],
    ['', undefined],
    ['x'.repeat(1_000), undefined],
  ]
  for (const [word, expected] of words) {
    it(`${word.slice(0, 20)} → ${expected ?? 'nothing'}`, () =>
      assert.equal(nearest(word, candidates), expected))
  }
})
