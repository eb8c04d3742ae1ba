import assert from 'node:assert/strict'
import { lineBreaks } from '../../server/src/engine/text/line-breaks.ts'

/** All that the function gives until it is at the end. */
function startsIn(text: string): number[] {
  const starts: number[] = []
  const next = lineBreaks(text)
  for (let start = next(); start >= 0; start = next()) starts.push(start)
  return starts
}

/** What LSP says of lines, as a pattern. */
function byPattern(text: string): number[] {
  return Array.from(text.matchAll(/\r\n?|\n/g), (found) => found.index + found[0].length)
}

describe('where lines begin', () => {
  it('tells LF, CR LF and a lone CR apart in every order', () => {
    const signs = ['a', '\n', '\r']
    let texts = ['']
    for (let length = 0; length < 7; length++) {
      texts = texts.flatMap((text) => signs.map((sign) => text + sign))
      for (const text of texts) assert.deepEqual(startsIn(text), byPattern(text), JSON.stringify(text))
    }
  })

  it('stays at the end of a text', () => {
    const next = lineBreaks('a\n')
    assert.deepEqual([next(), next(), next()], [2, -1, -1])
  })
})
