import assert from 'node:assert/strict'
import { fingerprintsIn } from '../../server/src/engine/fingerprint.ts'

describe('the fingerprint of a finding', () => {
  it('does not repeat itself', () => {
    const findings = Array.from({ length: 20_000 }, (_, index) => {
      const rule = `k${index}: |${index % 7}|`
      const span = { start: 0, end: 0 }
      return { rule, severity: 'error', message: 'm', span, related: [], fixes: [] } as const
    })
    // Without a tree, in which each place would be looked for anew.
    const found = { text: '', syntax: { root: undefined }, findings, suppressed: [], covered: [] }
    assert.equal(new Set(fingerprintsIn('p', found).values()).size, 20_000)
  })
})
