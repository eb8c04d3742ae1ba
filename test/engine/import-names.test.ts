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

  it('are looked for a few times for each row, however many are the same', () => {
    const rows = Array(2_000).fill(row)
    const { has } = Set.prototype
    let asked = 0
    const put = (value: typeof has): void => {
      Object.defineProperty(Set.prototype, 'has', { value, writable: true, configurable: true })
    }
    put(function (this: Set<unknown>, sought) {
      asked++
      return has.call(this, sought)
    })
    const names = namesFor(rows)
    put(has)
    assert.equal(new Set(names).size, rows.length)
    assert.ok(asked <= 4 * rows.length, `${asked} for ${rows.length} rows`)
  })
})
