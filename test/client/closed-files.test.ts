import assert from 'node:assert/strict'
import { ClosedFiles } from '../../client/src/common/closed-files.ts'

describe('files that were closed', () => {
  it('are asked about, with nothing known of them, until something is', () => {
    const files = new ClosedFiles<string>()
    const other = { uri: 'b', value: '1' }
    files.closed('a')
    for (const _time of [1, 2]) assert.deepEqual(files.with([other]), [other, { uri: 'a', value: '' }])
    const known = [other, { uri: 'a', value: '2' }]
    assert.deepEqual(files.with(known), known)
    assert.deepEqual(files.with([other]), [other])
  })
})
