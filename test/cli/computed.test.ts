import assert from 'node:assert/strict'
import { computedJson, computedText } from '../../server/src/cli/computed.ts'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import { analysisOf } from '../support/check.ts'
import { pilots } from '../support/drafts.ts'

describe('what is computed of a pilot', () => {
  const analyses = pilots.map((text) => analysisOf(text)).filter(({ readable }) => readable)
  const shown = (analysis: Analysis): string =>
    JSON.stringify(computedJson(analysis, analysis.findings, 'EUR'))

  it('is shown as it was kept, without its tree', () => {
    assert.ok(analyses.length > 5)
    for (const analysis of analyses) {
      const { findings } = analysis
      const kept: Analysis = {
        ...{ ...analysis, computed: computedText(analysis, 'EUR') },
        get pilot(): never {
          throw new Error('The tree is read again.')
        },
      }
      assert.equal(JSON.stringify(computedJson(kept, findings, 'EUR')), shown(analysis))
    }
  })

  it('is worked out anew where what was kept is something else', () => {
    for (const computed of ['', '{}', 'null', '{"outlook":{"stage":"nowhere","reasoned":true,"signs":[]}}'])
      for (const analysis of analyses.slice(0, 2))
        assert.equal(shown({ ...analysis, computed }), shown(analysis))
  })
})
