import assert from 'node:assert/strict'
import type { DocumentSymbol } from 'vscode-languageserver-types'
import { documentSymbols } from '../../server/src/features/document-symbols.ts'
import { folding } from '../../server/src/features/folding.ts'
import { analysisOf } from '../support/check.ts'

const cases: readonly { name: string; yaml: string; outline: string }[] = [
  {
    name: 'people by their names',
    yaml: 'owners:\n  operator: { name: Luis Ortega, title: Director }\n  it: { name: Hugo Lindner }\n',
    outline: 'owners\n  operator: Luis Ortega\n  it: Hugo Lindner\n',
  },
  {
    name: 'criteria by their metrics',
    yaml: 'criteria:\n  success:\n    - metric: Forecast accuracy\n      by: 2026-05-01\n',
    outline: 'criteria\n  success\n    Forecast accuracy: due 2026-05-01\n',
  },
  {
    name: 'gates by their stages and dates',
    yaml: 'gates:\n  - { stage: data, due: 2026-03-01, held: 2026-03-02 }\n  - { due: 2026-04-01 }\n',
    outline: 'gates\n  data: held 2026-03-02\n  due: due 2026-04-01\n',
  },
  {
    name: 'blocks behind anchors where they are written, and only there',
    yaml: 'a: &x\n  b: { c: 1 }\nd: *x\n',
    outline: 'a\n  b\nd\n',
  },
  {
    name: 'what stands below an item, and a text on one line',
    yaml: 'summary: |\n  one\n  two\ngates:\n  - stage: data\n    evidence: { users: 1 }\n',
    outline: 'summary: one two\ngates\n  data\n    evidence\n',
  },
  { name: 'keys without a name', yaml: '"": 1\n', outline: '"": 1\n' },
  { name: 'nothing in a file without keys', yaml: '- a\n', outline: '' },
]

describe('outline', () => {
  for (const { name, yaml, outline } of cases) {
    it(`shows ${name}`, () => assert.equal(render(documentSymbols(analysisOf(yaml))), outline))
  }

  it('has every selection inside its range', () => {
    const symbols = documentSymbols(
      analysisOf('owners: &o\n  it: { name: A }\nx: *o\ny:\n  - *o\n  - <<: *o\n'),
    )
    for (const { range, selectionRange } of everyOf(symbols)) {
      assert.ok(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line)
    }
  })
})

describe('folding', () => {
  for (const [name, yaml, expected] of [
    ['blocks', 'owners:\n  it:\n    name: A\n\nteam: x\n', ['0-2', '1-2']],
    ['items of lists', 'gates:\n  - stage: data\n    due: 2026-01-01\n', ['0-2', '1-2']],
    ['texts over several lines', 'summary: >\n  one\n  two\nteam: x\n', ['0-2']],
    [
      'blocks in items',
      'criteria:\n  success:\n    - metric: A\n      readings:\n        - date: 2026-01-01\n          value: 1\n',
      ['0-5', '1-5', '2-5', '3-5', '4-5'],
    ],
    ['aliases where they are written', 'a: &x\n  b: 1\n  c: 1\nd: *x\ne:\n  - *x\n', ['0-2', '4-5']],
    ['comments over several lines', '# one\n# two\nteam: x # three\n', ['0-1 comment']],
    [
      'comments apart from each other, in the order of the lines',
      'it:\n  a: 1\n  # one\n  # two\n  b: 1\n# three\n# four\nteam: x\n',
      ['0-4', '2-3 comment', '5-6 comment'],
    ],
    ['nothing on one line', 'owners: { it: { name: A } }\n', []],
    ['Windows line ends', 'owners:\r\n  it: x\r\n', ['0-1']],
  ] as const) {
    it(`of ${name}`, () => {
      const found = folding(analysisOf(yaml)).map(
        ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
      )
      assert.deepEqual(found, expected)
    })
  }
})

function render(symbols: readonly DocumentSymbol[], indent = ''): string {
  return symbols
    .map(
      ({ name, detail, children }) =>
        `${indent}${name}${detail ? `: ${detail}` : ''}\n${render(children ?? [], `${indent}  `)}`,
    )
    .join('')
}

function everyOf(symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...everyOf(symbol.children ?? [])])
}
