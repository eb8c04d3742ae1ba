import assert from 'node:assert/strict'
import { entryWriter, LineWriter, shelfOf } from '../../server/src/cli/cache/shelf.ts'
import { isKept } from '../../server/src/engine/kept-shape.ts'

const keyOf = (index: number): string => String(index).repeat(64).slice(0, 64)

/** What is handed on of entries, one piece after the other. */
function handedOn(jsons: readonly string[], most = Number.POSITIVE_INFINITY): readonly string[] {
  const pieces: string[] = []
  const writer = new LineWriter((lines) => pieces.push(Buffer.from(lines).toString()), most)
  for (const [index, json] of jsons.entries()) writer.entry(keyOf(index), json)
  writer.line(Buffer.from('a line\n'))
  writer.end()
  writer.end()
  return pieces
}

describe('the lines of the cache', () => {
  it('are handed on as they come, many at a time, whatever their letters', () => {
    const jsons = ['{}', '€'.repeat(400_000), 'x'.repeat(3_000_000), '\u{1f4a1}'.repeat(1000), 'é'.repeat(9)]
    const write = entryWriter()
    const lines = jsons.map((json, index) => Buffer.from(write(keyOf(index), json)).toString())
    const pieces = handedOn(jsons)
    assert.equal(pieces.join(''), `${lines.join('')}a line\n`)
    assert.ok(pieces.length > 1 && pieces.length < jsons.length, `${pieces.length}`)
    assert.equal(handedOn(Array(100).fill('{}')).length, 1)
  })

  it('are whole, and no more than there is room for', () => {
    const [one = ''] = handedOn(['{}'])
    const length = one.length - 'a line\n'.length
    assert.equal(handedOn(['{}', 'x'.repeat(99), '{}'], 2 * length).join('').length, 2 * length)
    assert.deepEqual(handedOn(['{}'], 0), [])
  })

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
