import assert from 'node:assert/strict'
import { analysisOf, complete } from '../support/check.ts'

describe('what nobody named', () => {
  it('is not quoted as if the author had written it', () => {
    const text = complete(`stage: adoption
conditions: [{ kind: process, decision: undecided }]
workflow: { workarounds: [{ involved: false }] }
`)
    const about = ['conditions/undecided', 'workflow/workaround-ignored']
    const found = analysisOf(text).findings.filter(({ rule }) => about.includes(rule))
    assert.deepEqual(found.map(({ message }) => message).sort(), [
      "A workaround carries today's work. Whoever keeps it alive should take part in the pilot.",
      'Nobody decided what becomes of this condition. Make it permanent, or withdraw it.',
    ])
  })
})
