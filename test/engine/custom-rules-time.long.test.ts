import assert from 'node:assert/strict'
import { analyze } from '../../server/src/engine/analyze.ts'
import { resolverOf } from '../../server/src/engine/config/resolve.ts'
import { nodeCustomChecks } from '../../server/src/node/custom-rules.ts'
import { complete, TODAY } from '../support/check.ts'
import { configured, ROOT } from '../support/config.ts'

describe('custom rules that take too long', () => {
  it('give up after their time, also inside of a regular expression', async () => {
    const configuration = await configured({
      'pilots.config.yaml':
        'customRules:\n  - { id: acme/a, at: title, require: { type: string }, message: A. }\n',
    })
    const [rule] = resolverOf(configuration).resolve(ROOT).customRules
    assert.ok(rule)
    // What the guard of the configuration would never let through.
    const slow = { ...rule, require: { pattern: '^(a+)+$' } }
    const { rules } = await nodeCustomChecks.compile([slow])
    const text = complete(`title: ${'a'.repeat(40)}!\n`)
    const { findings } = analyze(
      { text },
      { today: TODAY, settings: resolverOf(configuration).resolve(ROOT).settings, rules },
    )
    assert.match(findings[0]?.message ?? '', /takes too long/)
  })

  it('are given up as a whole when they take too long for a few parts', async () => {
    const configuration = await configured({
      'pilots.config.yaml':
        'customRules:\n  - { id: acme/a, at: "criteria.success[]", require: { type: object }, message: A. }\n',
    })
    const [rule] = resolverOf(configuration).resolve(ROOT).customRules
    assert.ok(rule)
    const slow = { ...rule, require: { properties: { metric: { pattern: '^(a+)+$' } } } }
    const { rules } = await nodeCustomChecks.compile([slow])
    const metrics = [...Array<string>(5).fill(`${'a'.repeat(40)}!`), 'aaa']
    const criteria = metrics.map((metric) => `    - metric: ${metric}\n`).join('')
    const { findings } = analyze(
      { text: complete(`criteria:\n  success:\n${criteria}`) },
      { today: TODAY, settings: resolverOf(configuration).resolve(ROOT).settings, rules },
    )
    // The last one would be right.
    assert.equal(findings.filter(({ message }) => /takes too long/.test(message)).length, metrics.length)
  })
})
