import assert from 'node:assert/strict'
import { namesFor } from '../../server/src/engine/import/names.ts'

describe('names of imported rows', () => {
  const row = { title: 'Claims', id: '', content: 'Claims x' }

  it('are counted where rows are the same', () => {
    const [first = '', ...rest] = namesFor([row, { ...row, content: 'other' }, row, row])
    assert.match(first, /^claims-[0-9a-f]{8}$/)
    assert.deepEqual(rest.slice(1), [`${first}-2`, `${first}-3`])
  })

  it('go round a name that somebody has', () => {
    const [first = ''] = namesFor([row, row])
    const names = namesFor([row, row, row, { ...row, title: `${first}-2` }])
    assert.deepEqual(names, [first, `${first}-3`, `${first}-4`, `${first}-2`])
  })

  it('are found at once for as many rows as are taken, all the same', () => {
    const start = performance.now()
    assert.equal(new Set(namesFor(Array(50_000).fill(row))).size, 50_000)
    assert.ok(performance.now() - start < 5000)
  })
})
