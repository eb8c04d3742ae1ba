import assert from 'node:assert/strict'
import { applyEdits } from '../../server/src/engine/text/edit.ts'
import { type Entry, entryOf } from '../../server/src/engine/yaml/node.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { appendItem, fillEntry } from '../../server/src/engine/yaml/patch.ts'
import { sample } from '../../server/src/engine/yaml/template.ts'

describe('what is put between brackets, or in their place', () => {
  for (const [before, after] of [
    ['list: [a, c]\n', 'list: [a, b, c]\n'],
    ['list: [\n  a, # one\n  c,\n]\n', 'list: [\n  a, # one\n  b,\n  c,\n]\n'],
  ] as const)
    it(`stands between two items of ${JSON.stringify(before)}`, () => {
      const list = entryIn(before).value
      assert.ok(list.kind === 'sequence')
      assert.equal(applyEdits(before, [appendItem(before, list, 'b', 1)]), after)
      assert.deepEqual(parse(after).problems, [])
    })

  it('leaves the comment behind them on the line of the key', () => {
    const text = 'list: {} # why\nnext: 2\n'
    assert.equal(
      applyEdits(text, [fillEntry(text, entryIn(text), { value: { a: sample(1) }, flow: false })]),
      'list: # why\n  a: 1 # TODO yours\nnext: 2\n',
    )
  })
})

function entryIn(text: string): Entry {
  const { root } = parse(text)
  const entry = root?.kind === 'mapping' ? entryOf(root, 'list') : undefined
  assert.ok(entry)
  return entry
}
