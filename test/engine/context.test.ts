import assert from 'node:assert/strict'
import { contextAt } from '../../server/src/engine/yaml/context.ts'
import { readCursor } from '../support/cursor.ts'

/** `path@where/form column [keys] "typed" -> "span" lead`, as far as they differ from what is usual. */
const cases: readonly (readonly [name: string, yaml: string, expected: string | undefined])[] = [
  ['an empty file', '|', '@line/- 0 [] ""'],
  ['a half-typed key of the file', 'name: a\nsta|', '@line/mapping 0 [name] "sta"'],
  ['the keys below as well', 'name: a\n|\nstage: data\n', '@line/mapping 0 [name,stage] ""'],
  [
    'a key in a block',
    'owners:\n  operator:\n    na|\n    title: X\nnext:\n',
    'owners.operator@line/mapping 4 [title] "na"',
  ],
  [
    'a block by its column',
    'owners:\n  operator:\n    name: X\n  |\n',
    'owners@line/mapping 2 [operator] ""',
  ],
  ['the file by its column', 'owners:\n  operator:\n    name: X\n|\n', '@line/mapping 0 [owners] ""'],
  ['the first key below another', 'owners:\n  |', 'owners@line/- 2 [] ""'],
  [
    'the only block that fits between two lines',
    'owners:\n  it:\n    name: X\n|\n    title: Y\n',
    'owners.it@line/mapping 4 [name,title] "" -> "" "    "',
  ],
  [
    'the next deeper block at an odd column',
    'owners:\n  it:\n    name: X\n na|',
    'owners@line/mapping 2 [it] "na" -> " na" "  "',
  ],
  [
    'blanks for tabs',
    'owners:\n  it:\n    name: X\n\t\tna|',
    'owners.it@line/mapping 4 [name] "na" -> "\t\tna" "    "',
  ],
  ['nothing behind a text', 'summary: long\n  and lo|', undefined],
  ['nothing in a text that looks like a list', 'team: procurement\n    - |', undefined],
  ['nothing in a text that looks like a key', 'team: procurement\n    name: |', undefined],
  ['nothing before a text', 'summary:\n|\n  and long', undefined],
  ['nothing in a block text', 'summary: |-\n  and lo^', undefined],
  ['nothing in an open quotation', 'summary: "a\n  sta|"\n', undefined],
  ['a key that has its colon', 'name: a\nti|tle: X\n', '@line/mapping 0 [name] "title":'],
  ['a value', 'stage: da|\nnext: x', 'stage@colon/- 2 [] "da"'],
  ['the middle of a value', 'stage: da|ta # now\n', 'stage@colon/- 2 [] "data"'],
  ['a value without a blank', 'stage:|', 'stage@colon/- 2 [] "" -> "" " "'],
  ['a value before a comment', 'stage: | # now', 'stage@colon/- 2 [] ""'],
  ['nothing before a value', 'stage: | data', undefined],
  ['a value of two words', 'owners:\n  it:\n    name: Sam |\n', 'owners.it.name@colon/- 6 [] "Sam "'],
  ['a quoted value', 'team: "sup|"\n', 'team@colon/- 2 [] ""sup""'],
  ['behind a block', 'owners: |\n   it:\n', 'owners@colon/mapping 3 [it] ""'],
  ['behind a list', 'gates:|\n- stage: data\n', 'gates@colon/sequence 0 [] "" -> "" " "'],
  ['the next item', 'gates:\n  - stage: data\n    due: x\n  |', 'gates@line/sequence 2 [] ""'],
  [
    'the next item at the column of its key',
    'criteria:\n  go:\n  - a\n  - b\n  - |',
    'criteria.go.2@dash/- 4 [] ""',
  ],
  ['the first item', 'gates:\n  - |', 'gates.0@dash/- 4 [] ""'],
  ['an item without a blank', 'gates:\n  -|', 'gates.0@dash/- 4 [] "" -> "" " "'],
  [
    'a key behind a dash',
    'gates:\n  - stage: data\n  - st|\n    due: x\n',
    'gates.1@dash/mapping 4 [due] "st"',
  ],
  ['nothing behind a dash whose keys stand too near', 'gates:\n   - |\n    due: x\n', undefined],
  [
    'a key behind a dash with its colon',
    'gates:\n  - st|age: data\n    due: x\n',
    'gates.0@dash/mapping 4 [due] "stage":',
  ],
  [
    'a key of an item',
    'gates:\n  - stage: data\n    d|\n  - stage: x\n',
    'gates.0@line/mapping 4 [stage] "d"',
  ],
  ['a value in an item', 'gates:\n  - stage: |\n', 'gates.0.stage@colon/- 6 [] ""'],
  [
    'a list in a list',
    'data:\n  sources:\n    - system: a\n      issues:\n        - wh|',
    'data.sources.0.issues.0@dash/- 10 [] "wh"',
  ],
  ['braces', 'next: { wh| }', 'next@brackets/mapping 0 [] "wh"'],
  ['braces with keys around', 'next: { what: x, |, by: y }', 'next@brackets/mapping 0 [what,by] ""'],
  ['a value in braces', 'gates:\n  - { stage: da|, due: x }', 'gates.0.stage@brackets/- 2 [] "da"'],
  ['a value in braces without a blank', 'next: {by:|}', 'next.by@brackets/- 0 [] "" -> "" " "'],
  ['brackets', 'comparedWith: [a, |]', 'comparedWith.1@brackets/- 0 [] ""'],
  ['brackets in braces in brackets', 'gates: [{ stage: data }, { d| }]', 'gates.1@brackets/mapping 0 [] "d"'],
  [
    'brackets over lines',
    'gates: [\n  { stage: data },\n  { st| }\n]\n',
    'gates.1@brackets/mapping 0 [] "st"',
  ],
  ['brackets without their end', 'next: { wh|\nstage: data\n', 'next@brackets/mapping 0 [] "wh"'],
  ['the line below brackets without their end', 'next: { what\nsta|', '@line/mapping 0 [next] "sta"'],
  ['nothing where a comma is missing', 'next: { what: [a] | }', undefined],
  ['nothing before a key in braces', 'next: { | by: x }', undefined],
  ['nothing behind brackets', 'next: { by: x } |', undefined],
  ['a comment', 'owners:\n  # pilots-ig|', 'owners@comment/- 2 [] "# pilots-ig"'],
  ['a file of braces', '{ na| }', '@brackets/mapping 0 [] "na"'],
  [
    'a byte order mark, and lines that end as on Windows',
    '\uFEFFname: a\r\nowners:\r\n  it:\r\n    na|\r\n    title: x\r\n',
    'owners.it@line/mapping 4 [title] "na"',
  ],
  [
    'characters of two units',
    'title: 🚀 🎉\nowners:\n  it: { name: 🚀, te| }\n',
    'owners.it@brackets/mapping 2 [name] "te"',
  ],
  ['anchors', 'owners: &o\n  it: &x\n    na|', 'owners.it@line/- 4 [] "na"'],
]

describe('the context of a cursor', () => {
  for (const [name, yaml, expected] of cases) {
    it(`knows ${name}`, () => assert.equal(shown(yaml), expected))
  }

  it('is never slow or thrown', () => {
    const hostile = [
      `${'- '.repeat(4000)}`,
      `a: ${'['.repeat(90)}`,
      `a: "${'\n'.repeat(2_000)}`,
      `${'a:\n'.repeat(1_000)}`,
      `a: { ${'b: 1, '.repeat(20_000)}`,
    ]
    for (const text of hostile) for (const at of [0, text.length >> 1, text.length]) contextAt(text, at)
  })
})

function shown(yaml: string): string | undefined {
  const { text, offset } = yaml.includes('^')
    ? { text: yaml.replace('^', ''), offset: yaml.indexOf('^') }
    : readCursor(yaml)
  const found = contextAt(text, offset)
  if (!found) return undefined
  const { path, where, form, column, keys, typed, span, lead, hasColon } = found
  const from = text.slice(span.start, span.end)
  const word = text.slice(typed.start, typed.end)
  const change = lead === '' && span === typed ? '' : ` -> "${from}" "${lead}"`
  return `${path.join('.')}@${where}/${form ?? '-'} ${column} [${keys.join(',')}] "${word}"${hasColon ? ':' : ''}${change}`
}
