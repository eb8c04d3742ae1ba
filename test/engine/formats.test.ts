import assert from 'node:assert/strict'
import { lengthOf } from '../../server/src/engine/schema/formats.ts'

describe('the length of a text', () => {
  it('is counted in characters, as the schema means it', () => {
    assert.deepEqual(['', 'été', 'a😀b', '\ud83d'].map(lengthOf), [0, 3, 3, 1])
  })
})
