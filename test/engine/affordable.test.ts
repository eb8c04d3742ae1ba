import assert from 'node:assert/strict'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import { affordable } from '../../server/src/engine/sound-edit.ts'
import { analysisOf } from '../support/check.ts'

describe('the texts that are tried for one request', () => {
  const analysis = analysisOf('title: Demand\n')
  const tried = (...texts: readonly string[]): number => {
    let count = 0
    const recheck = affordable((): Analysis => {
      count += 1
      return analysis
    })
    for (const text of texts) recheck(text)
    return count
  }
  const long = (item: string): string => `title: Demand\nsummary: [${item.repeat(60_000)}x]\n`

  it('are so many characters, and one text at least', () => {
    assert.equal(tried(long('who, '), long('who, '), long('who, ')), 2)
    assert.equal(tried(...Array.from({ length: 50 }, () => 'title: Demand\n')), 50)
  })

  it('are none that take long to read', () => {
    assert.equal(tried(long('who,\n# and\n ')), 0)
    assert.equal(tried('title: Demand\nsummary: [who,\n# and\n x]\n'), 1)
  })
})
