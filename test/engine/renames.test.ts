import assert from 'node:assert/strict'
import { renamesOf } from '../../server/src/engine/history/renames.ts'

const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `line: ${from + index + 10}\n`).join('')

describe('files that have another name', () => {
  const renames = (added: Record<string, string>, gone: Record<string, string>): Record<string, string> =>
    Object.fromEntries(renamesOf(new Map(Object.entries(added)), new Map(Object.entries(gone))))

  it('are known by seven tenths of their text', () => {
    assert.deepEqual(renames({ new: lines(3, 10) }, { old: lines(0, 10) }), { new: 'old' })
    assert.deepEqual(renames({ new: lines(0, 10) }, { old: lines(3, 10) }), { new: 'old' })
    assert.deepEqual(renames({ new: lines(4, 10) }, { old: lines(0, 10) }), {})
    assert.deepEqual(renames({ new: lines(4, 14) }, { old: lines(0, 10) }), {})
  })

  it('are known whatever the order and the ends of their lines are', () => {
    const turned = lines(0, 10).split('\n').reverse().join('\n')
    assert.deepEqual(renames({ new: turned }, { old: lines(0, 10) }), { new: 'old' })
    assert.deepEqual(renames({ new: lines(0, 10).replaceAll('\n', '\r\n') }, { old: lines(0, 10) }), {
      new: 'old',
    })
  })

  it('are each the one that is most like them', () => {
    const gone = { a: lines(0, 10), b: lines(1, 11), c: lines(2, 12) }
    assert.deepEqual(renames({ x: lines(2, 11), y: lines(0, 10) }, gone), { x: 'b', y: 'a' })
    assert.deepEqual(renames({ x: lines(0, 10), y: lines(0, 10) }, { a: lines(0, 10) }), { x: 'a' })
  })

  it('are not known where there is no text', () => {
    assert.deepEqual(renames({ new: '' }, { old: '' }), {})
  })

  it('are known by their texts alone where there are very many', () => {
    const many = (prefix: string): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: 1_000 }, (_, index) => [`${prefix}${index}`, `name: ${index}\n`]),
      )
    assert.equal(Object.keys(renames(many('new'), many('old'))).length, 1_000)
    const changed = Object.fromEntries(Object.entries(many('new')).map(([path, text]) => [path, `${text}#`]))
    assert.deepEqual(renames(changed, many('old')), {})
  })
})
