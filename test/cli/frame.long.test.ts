import assert from 'node:assert/strict'
import fc from 'fast-check'
import { frameOf } from '../../server/src/cli/report/frame.ts'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'

describe('code frames', () => {
  it('shows a plain line as it does the same one with an unusual letter', () => {
    const words = fc.array(fc.constantFrom(' ', 'b', 'c: ', '#', '- '), { maxLength: 40 })
    const line = words.map((parts) => parts.join(''))
    const place = fc.tuple(fc.nat(80), fc.nat(12))
    fc.assert(
      fc.property(
        line,
        line,
        place,
        fc.integer({ min: 20, max: 80 }),
        (above, here, [at, length], columns) => {
          const shown = (first: string): string => {
            const text = `${first}${above}\n${first}${here}`
            const start = above.length + 2 + Math.min(at, here.length + 1)
            const span = { start, end: Math.min(start + length, text.length) }
            return JSON.stringify(frameOf(text, lineIndex(text), span, columns)).replaceAll(first, '')
          }
          assert.equal(shown('a'), shown('é'))
        },
      ),
      { numRuns: 300 },
    )
  })
})
