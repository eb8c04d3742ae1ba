import assert from 'node:assert/strict'
import { fingerprintsOf } from '../../server/src/engine/fingerprint.ts'

describe('the fingerprint of a finding', () => {
  it('does not repeat itself', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: |${index % 7}|\n`).join('')
    assert.equal(new Set(fingerprintsOfKeys(keys)).size, 20_000)
  })
})

/** Without a tree, in which each place would be looked for anew. */
function fingerprintsOfKeys(marked: string): readonly string[] {
  const rules = marked.split('\n').slice(0, -1)
  return fingerprintsOf(
    { path: 'p', text: '', root: undefined },
    rules.map((rule) => ({ rule, span: { start: 0, end: 0 } })),
  )
}
