import assert from 'node:assert/strict'
import { Suspects } from '../../client/src/common/suspects.ts'

describe('documents with which the server ends', () => {
  let suspects: Suspects
  beforeEach(() => {
    suspects = new Suspects()
  })
  const crash = (...uris: readonly string[]): void => {
    for (const uri of uris) suspects.given(uri)
    suspects.crashed()
  }

  it('are left alone after the second time', () => {
    crash('a')
    assert.deepEqual(suspects.all, [])
    crash('a')
    assert.deepEqual(suspects.all, ['a'])
    suspects.given('a')
    suspects.done('a')
    assert.deepEqual(suspects.all, ['a'])
  })

  it('are given again once they are changed', () => {
    crash('a')
    crash('a')
    suspects.changed('a')
    assert.deepEqual(suspects.all, [])
  })

  it('are none of those that it had answered', () => {
    for (let round = 0; round < 3; round++) {
      suspects.given('b')
      suspects.done('b')
      crash('a')
    }
    assert.deepEqual(suspects.all, ['a'])
    crash('c')
    suspects.given('c')
    suspects.done('c')
    crash('c')
    assert.deepEqual(suspects.all, ['a'])
  })
})
