import assert from 'node:assert/strict'
import { anyOf } from '../../server/src/engine/once.ts'

describe('what is asked of each of many texts', () => {
  it('is asked again only of those that are new, and answered alike', () => {
    const asked: string[] = []
    const isShouted = anyOf((text) => {
      asked.push(text)
      return text.endsWith('!')
    })
    assert.equal(isShouted(['a', 'b', 'c']), false)
    assert.equal(isShouted(['a', 'b!', 'c']), true)
    assert.equal(isShouted(['a', 'b!', 'c']), true)
    assert.equal(isShouted(['a', 'b', 'b']), false)
    assert.deepEqual(asked, ['a', 'b', 'c', 'b!', 'b!', 'b', 'b'])
  })
})
