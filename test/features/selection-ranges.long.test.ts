import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { SelectionRange } from 'vscode-languageserver-types'
import { selectionRanges } from '../../server/src/features/selection-ranges.ts'
import { analysisOf } from '../support/check.ts'
import { readCursor } from '../support/cursor.ts'

const growing = (text: string, offset: number): readonly string[] => {
  const analysis = analysisOf(text)
  const { lines } = analysis
  const selections: string[] = []
  let next: SelectionRange | undefined = selectionRanges(analysis, [lines.positionAt(offset)])[0]
  for (; next; next = next.parent) {
    selections.push(text.slice(lines.offsetAt(next.range.start), lines.offsetAt(next.range.end)))
  }
  return selections
}

const cases: readonly { name: string; yaml: string; grows: readonly string[] }[] = [
  {
    name: 'a value by its entry, its block and the entry around it',
    yaml: 'name: x\nowners:\n  it:\n    name: Hugo Lin|dner\n    title: CIO\n\n',
    grows: [
      'Lindner',
      'Hugo Lindner',
      'name: Hugo Lindner',
      'name: Hugo Lindner\n    title: CIO',
      'it:\n    name: Hugo Lindner\n    title: CIO',
      'owners:\n  it:\n    name: Hugo Lindner\n    title: CIO',
      'name: x\nowners:\n  it:\n    name: Hugo Lindner\n    title: CIO',
      'name: x\nowners:\n  it:\n    name: Hugo Lindner\n    title: CIO\n\n',
    ],
  },
  {
    name: 'a key, and an item with its dash',
    yaml: 'gates:\n  - sta|ge: data\n    due: x\n  - stage: b\n',
    grows: [
      'stage',
      'stage: data',
      'stage: data\n    due: x',
      '- stage: data\n    due: x',
      '- stage: data\n    due: x\n  - stage: b',
      'gates:\n  - stage: data\n    due: x\n  - stage: b',
      'gates:\n  - stage: data\n    due: x\n  - stage: b\n',
    ],
  },
  {
    name: 'a quoted text by its quotes, and flow style by its braces',
    yaml: 'a: { b: "c d|e" }',
    grows: ['de', 'c de', '"c de"', 'b: "c de"', '{ b: "c de" }', 'a: { b: "c de" }'],
  },
  {
    name: 'a place between words by all around it',
    yaml: 'a: x\n|\nb: y\n',
    grows: ['a: x\n\nb: y', 'a: x\n\nb: y\n'],
  },
]

describe('selections', () => {
  for (const { name, yaml, grows } of cases) {
    it(`extend ${name}`, () => {
      const { text, offset } = readCursor(yaml)
      const found = growing(text, offset)
      // A selection that is empty to begin with says nothing.
      assert.deepEqual(found[0] === '' ? found.slice(1) : found, grows)
    })
  }

  it('always grow, and hold the cursor', () => {
    const yaml = fc.array(
      fc.constantFrom('a', ': ', '\n', '  ', '- ', '{', '}', '"', '&x ', '*x', '# c', '🚀'),
    )
    fc.assert(
      fc.property(yaml, fc.nat(60), (parts, offset) => {
        const text = parts.join('')
        const lengths = growing(text, Math.min(offset, text.length)).map(({ length }) => length)
        assert.ok(lengths.every((length, index) => index === 0 || length > (lengths[index - 1] ?? 0)))
        assert.equal(lengths.at(-1), text.length)
      }),
      { numRuns: 200 },
    )
  })
})
