import assert from 'node:assert/strict'
import { analyze } from '../../server/src/engine/analyze.ts'
import { resolverOf } from '../../server/src/engine/config/resolve.ts'
import { nodeCustomChecks } from '../../server/src/node/custom-rules.ts'
import { Patience } from '../../server/src/node/patience.ts'
import { complete, TODAY } from '../support/check.ts'
import { configured, ROOT } from '../support/config.ts'

/** Asks for the next one twice: what it would take grows to more than anybody can wait for. */
const $defs = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => {
    const next = { $ref: `#/$defs/a${index + 1}` }
    return [`a${index}`, index < 39 ? { allOf: [next, next] } : true]
  }),
)
const endless = { $ref: '#/$defs/a0' }

describe('custom rules that take long', () => {
  it('give up after their time', async () => {
    const configuration = await configured({
      'pilots.config.yaml':
        'customRules:\n  - { id: acme/a, at: title, require: { type: string }, message: A. }\n',
    })
    const [rule] = resolverOf(configuration).resolve(ROOT).customRules
    assert.ok(rule)
    const slow = { ...rule, require: { $defs, ...endless } }
    const { rules } = await nodeCustomChecks.compile([slow])
    const text = complete(`title: ${'a'.repeat(40)}!\n`)
    const { findings } = analyze(
      { text },
      { today: TODAY, settings: resolverOf(configuration).resolve(ROOT).settings, rules },
    )
    const message =
      'Not checked by acme/a: its requirement takes too long here, more than 100 ms. Make it simpler.'
    assert.equal(findings[0]?.message, message)
  })

  it('are given up as a whole when they take too long for a few parts', async () => {
    const configuration = await configured({
      'pilots.config.yaml':
        'customRules:\n  - { id: acme/a, at: "criteria.success[]", require: { type: object }, message: A. }\n',
    })
    const [rule] = resolverOf(configuration).resolve(ROOT).customRules
    assert.ok(rule)
    const slow = {
      ...rule,
      require: { $defs, if: { properties: { metric: { maxLength: 3 } } }, else: endless },
    }
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

  it('have a limit together for a file, and it is said which one takes most', async () => {
    const ids = Array.from({ length: 15 }, (_, index) => `acme/a${index}`)
    const configuration = await configured({
      'pilots.config.yaml': `customRules:\n${ids.map((id) => `  - { id: ${id}, at: title, require: { type: string }, message: A. }\n`).join('')}`,
    })
    const { settings, customRules } = resolverOf(configuration).resolve(ROOT)
    const { rules } = await nodeCustomChecks.compile(
      customRules.map((rule) => ({ ...rule, require: { $defs, ...endless } })),
    )
    const { findings } = analyze({ text: complete('title: A\n') }, { today: TODAY, settings, rules })
    const said = findings.filter(({ rule }) => ids.includes(rule)).map(({ message }) => message)
    assert.equal(said.length, ids.length)
    const together =
      /^Not checked by acme\/a\d+: the custom rules take too long together for this file, more than 1000 ms, most of it acme\/a\d+\. Make that simpler\.$/
    // Each takes a tenth of it, or more where it is begun again since it did not have the processor.
    assert.ok(said.filter((message) => together.test(message)).length >= 4, said.join('\n'))
  })
})

describe('custom rules that take long to read', () => {
  it('are refused, and those behind them as well where all take too long', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `acme/a${index}`)
    const configuration = await configured({
      'pilots.config.yaml': `customRules:\n${names.map((id) => `  - { id: ${id}, require: {}, message: A. }\n`).join('')}`,
    })
    const { customRules } = resolverOf(configuration).resolve(ROOT)
    const anyOf = Array.from({ length: 1500 }, (_, index) => ({ pattern: `a${index}`, minLength: 3 }))
    const { refused } = await nodeCustomChecks.compile(
      customRules.map((rule) => ({ ...rule, require: { anyOf } })),
    )
    const reasons = refused.map(({ reason }) => reason)
    assert.equal(reasons.at(-1), 'reading those before it took more than 5000 ms')
  }).timeout(40_000)
})

describe('the patience with custom rules', () => {
  it('has an end for a file, and begins anew with the next one', () => {
    const patience = new Patience()
    patience.begin({}, 'acme/a')
    for (let part = 0; part < 2; part++) patience.took('acme/a', 400, false)
    assert.equal(patience.next(), 100)
    patience.took('acme/a', 400, false)
    assert.match(String(patience.next()), /more than 1000 ms, most of it acme\/a/)
    const file = {}
    patience.begin(file, 'acme/a')
    assert.equal(patience.next(), 100)
  })

  it('counts what all rules take for a file, but not when it is checked again', () => {
    const [patience, file] = [new Patience(), {}]
    for (const id of ['acme/a', 'acme/b', 'acme/c']) {
      patience.begin(file, id)
      assert.equal(patience.next(), 100, id)
      patience.took(id, 400, false)
    }
    patience.begin(file, 'acme/d')
    assert.match(String(patience.next()), /more than 1000 ms/)
    patience.begin(file, 'acme/a')
    assert.equal(patience.next(), 100)
  })

  it('is less for each part when much was waited for in vain', () => {
    const patience = new Patience()
    for (let part = 0; part < 8; part++) {
      patience.begin({}, 'acme/a')
      assert.equal(patience.next(), 100)
      patience.took('acme/a', 400, true)
    }
    patience.begin({}, 'acme/a')
    assert.equal(patience.next(), 10)
  })
})
