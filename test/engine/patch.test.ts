import assert from 'node:assert/strict'
import { applyEdits } from '../../server/src/engine/text/edit.ts'
import { entryOf, type Mapping } from '../../server/src/engine/yaml/node.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { appendItem, fillEntry, insertKey } from '../../server/src/engine/yaml/patch.ts'
import { choice, hole, sample, scalarText, type Template } from '../../server/src/engine/yaml/template.ts'

const order = ['first', 'second', 'third', 'block']

describe('insertKey', () => {
  const cases: readonly [name: string, before: string, key: string, value: Template, after: string][] = [
    ['behind its predecessor', 'first: 1\nthird: 3\n', 'second', 2, 'first: 1\nsecond: 2\nthird: 3\n'],
    [
      'behind the comment of its predecessor',
      'first: 1 # one\nthird: 3\n',
      'second',
      2,
      'first: 1 # one\nsecond: 2\nthird: 3\n',
    ],
    ['in front of the first key', '# top\nsecond: 2\n', 'first', 1, '# top\nfirst: 1\nsecond: 2\n'],
    ['at the end without a line break', 'first: 1', 'second', 2, 'first: 1\nsecond: 2'],
    [
      'as a block',
      'first: 1\n',
      'block',
      { a: 1, b: { c: 'x' } },
      'first: 1\nblock:\n  a: 1\n  b:\n    c: x\n',
    ],
    [
      'as a block with the blanks in use',
      'first:\n    a: 1\n',
      'block',
      { b: 1 },
      'first:\n    a: 1\nblock:\n    b: 1\n',
    ],
    [
      'with a blank line where blocks are parted by one',
      'first: 1\n\nthird: 3\n',
      'block',
      { b: 1 },
      'first: 1\n\nthird: 3\n\nblock:\n  b: 1\n',
    ],
    [
      'as a list of blocks',
      'first: 1\n',
      'block',
      [{ a: 1, b: 2 }],
      'first: 1\nblock:\n  - a: 1\n    b: 2\n',
    ],
    ['as a list of words', 'first: 1\n', 'block', ['a', 'b'], 'first: 1\nblock: [a, b]\n'],
    [
      'behind a block text',
      'first: |\n  one\n  two\n\nthird: 3\n',
      'second',
      2,
      'first: |\n  one\n  two\nsecond: 2\n\nthird: 3\n',
    ],
    [
      'with CR LF',
      'first: 1\r\nthird: 3\r\n',
      'block',
      { a: 1 },
      'first: 1\r\nthird: 3\r\nblock:\r\n  a: 1\r\n',
    ],
    [
      'where the key is still empty',
      'first: 1\nblock: # later\nthird: 3\n',
      'block',
      { a: 1 },
      'first: 1\nblock: # later\n  a: 1\nthird: 3\n',
    ],
    ['a plain value where the key is still empty', 'second: # later\n', 'second', 2, 'second: 2 # later\n'],
    ['in braces', '{ first: 1, third: 3 }\n', 'second', 2, '{ first: 1, third: 3, second: 2 }\n'],
    ['in empty braces', '{}\n', 'second', 2, '{ second: 2 }\n'],
    ['in braces with a last comma', '{ first: 1, }\n', 'second', 2, '{ first: 1, second: 2 }\n'],
    [
      'a marked number in braces',
      '{ first: 1 }\n',
      'second',
      sample(2),
      '{ first: 1, second: 2 # TODO yours\n     }\n',
    ],
    [
      'in braces behind a marked number, which keeps its mark',
      '{ first: 1 # TODO yours\n  }\n',
      'second',
      sample(2),
      '{ first: 1 # TODO yours\n  , second: 2 # TODO yours\n  }\n',
    ],
    [
      'in braces behind a last comma and a comment',
      '{\n  first: 1, # of the author\n}\n',
      'second',
      2,
      '{\n  first: 1, # of the author\n  second: 2\n}\n',
    ],
    [
      'a list where the key is still empty, in braces',
      '{ first: 1, block: }\n',
      'block',
      [{ a: 1 }],
      '{ first: 1, block: [{ a: 1 }] }\n',
    ],
    ['behind a byte order mark', '\uFEFFfirst: 1\n', 'second', 2, '\uFEFFfirst: 1\nsecond: 2\n'],
  ]
  for (const [name, before, key, value, after] of cases) {
    it(name, () => {
      const edit = insertKey(before, { block: mapping(before), order }, key, value)
      const result = applyEdits(before, [edit])
      assert.equal(result, after)
      assert.deepEqual(parse(result).problems, [])
    })
  }

  it('stays inside the item of a list', () => {
    const text = 'list:\n  - second: 2\n    third: 3\n'
    const list = entryOf(mapping(text), 'list')?.value
    const item = list?.kind === 'sequence' ? list.items[0] : undefined
    assert.ok(item?.kind === 'mapping')
    const edit = insertKey(text, { block: item, order }, 'first', 1)
    assert.equal(applyEdits(text, [edit]), 'list:\n  - first: 1\n    second: 2\n    third: 3\n')
  })

  it('offers tab stops for the holes and escapes what a snippet would read', () => {
    const edit = insertKey('first: 1\n', { block: mapping('first: 1\n'), order }, 'block', {
      name: hole('full name'),
      price: '$5 {a}',
      at: sample('2026-05-29'),
      word: choice('one', 'two'),
    })
    assert.equal(
      edit.text,
      '\nblock:\n  name: TODO full name\n  price: "$5 {a}"\n  at: 2026-05-29 # TODO yours\n  word: one',
    )
    assert.equal(
      edit.snippet,
      '\nblock:\n  name: ${1:TODO full name}\n  price: "\\$5 {a\\}"\n  at: ${2:2026-05-29 # TODO yours}\n  word: ${3|one,two|}',
    )
  })
})

describe('appendItem', () => {
  const cases: readonly [string, string, Template, string][] = [
    ['a block', 'list:\n  - a: 1 # one\n', { a: 2, b: 3 }, 'list:\n  - a: 1 # one\n  - a: 2\n    b: 3\n'],
    ['without indentation', 'list:\n- a\nnext: 1\n', 'b', 'list:\n- a\n- b\nnext: 1\n'],
    ['in brackets', 'list: [a, b]\n', 'c', 'list: [a, b, c]\n'],
    ['in brackets over lines', 'list: [\n  a,\n]\n', 'c', 'list: [\n  a, c\n]\n'],
    [
      'in braces behind items in braces',
      'list:\n  - { a: 1 }\n',
      { a: 2, b: ['x'] },
      'list:\n  - { a: 1 }\n  - { a: 2, b: [x] }\n',
    ],
    [
      'as lines behind items in braces where something is left to fill in',
      'list:\n  - { a: 1 }\n',
      { a: sample(2) },
      'list:\n  - { a: 1 }\n  - a: 2 # TODO yours\n',
    ],
  ]
  for (const [name, before, value, after] of cases) {
    it(name, () => {
      const list = entryOf(mapping(before), 'list')?.value
      assert.ok(list?.kind === 'sequence')
      assert.equal(applyEdits(before, [appendItem(before, list, value)]), after)
      assert.deepEqual(parse(after).problems, [])
    })
  }
})

describe('fillEntry', () => {
  it('replaces a value and keeps the comment, wherever the colon stands', () => {
    for (const key of ['first:', 'first :', '"first" :']) {
      const text = `${key} old # why\n`
      const entry = entryOf(mapping(text), 'first')
      assert.ok(entry)
      const edits = [fillEntry(text, entry, { value: 'new', flow: false })]
      assert.equal(applyEdits(text, edits), `${key} new # why\n`)
    }
  })
})

describe('scalarText', () => {
  it('quotes whatever a YAML reader would take for something else', () => {
    const values = [
      'plain words',
      'yes',
      'Off',
      '12',
      '1e3',
      '0x1F',
      'a: b',
      'a #b',
      '- x',
      '[x]',
      '*x',
      '',
      ' x',
      'x:',
      "don't",
      '2026-05-29',
      '15%',
      'null',
      '~',
      'é🚀',
      '60 days',
      '"q"',
      'a\tb',
      'a\nb',
    ]
    for (const value of values) {
      const { root } = parse(`key: ${scalarText(value)}\n`)
      assert.ok(root?.kind === 'mapping')
      const read = root.entries[0]?.value
      assert.equal(read?.kind === 'scalar' ? read.value : undefined, value, scalarText(value))
    }
    assert.equal(scalarText('Luis Ortega'), 'Luis Ortega')
    assert.equal(scalarText('yes'), '"yes"')
  })
})

function mapping(text: string): Mapping {
  const { root } = parse(text)
  assert.ok(root?.kind === 'mapping')
  return root
}
