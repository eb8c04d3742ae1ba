import assert from 'node:assert/strict'
import { resolverOf } from '../../server/src/engine/config/resolve.ts'
import { configured } from '../support/config.ts'

describe('a configuration', () => {
  it('is read to its end, wherever it breaks off', async () => {
    const text = `extends: [strict, a.yaml]
include: ["a/**", &x b]
rules: &rules { rollout/early-adopters: [warning, { min: 3 }], constructor: off, __proto__: error }
overrides: [{ files: [*x], rules: *rules }, 3, null, []]
customRules:
  - { id: acme/a, at: "criteria.success[]", require: { not: { pattern: "[a-" } }, message: "A\\u0000", fix: "a: [" }
`
    for (let end = 0; end <= text.length; end += 11) {
      const configuration = await configured({ 'pilots.config.yaml': text.slice(0, end) })
      assert.equal(resolverOf(configuration).includes('/repo/a/x'), true)
    }
  })
})
