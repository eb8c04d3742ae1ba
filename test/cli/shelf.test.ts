import assert from 'node:assert/strict'
import { entryWriter, shelfOf } from '../../server/src/cli/cache/shelf.ts'
import { isKept } from '../../server/src/engine/kept-shape.ts'

describe('the lines of the cache', () => {
  it('are read as they were written, whatever their letters and however long they are', () => {
    const write = entryWriter()
    const words = [
      'EUR',
      '€'.repeat(400_000),
      '\u{1f4a1}',
      'x'.repeat(3_000_000),
      '',
      'é'.repeat(524_000),
      'USD',
    ]
    const entries = words.map((currency, index) => {
      return { key: String(index).repeat(64), kept: { findings: [], suppressed: [], covered: [], currency } }
    })
    const lines = entries.map(({ key, kept }) => write(key, JSON.stringify(kept)))
    const shelf = shelfOf(Buffer.concat([Buffer.from('what it is\n'), ...lines]), isKept)
    for (const [index, { key, kept }] of entries.entries()) {
      assert.deepEqual(shelf.take(key, 0), kept)
      assert.deepEqual(shelf.line(key), lines[index])
    }
  })
})
