import assert from 'node:assert/strict'
import { analyze } from '../../server/src/engine/analyze.ts'
import { withRefusals } from '../../server/src/engine/config/custom.ts'
import { resolverOf } from '../../server/src/engine/config/resolve.ts'
import type { Finding } from '../../server/src/engine/finding.ts'
import { nodeCustomChecks } from '../../server/src/node/custom-rules.ts'
import { applyFix, complete, TODAY } from '../support/check.ts'
import { complaints, configured, ROOT } from '../support/config.ts'

describe('custom rules', () => {
  const pilot = complete(`criteria:
  success:
    - metric: Accuracy
      target: 82
    - { metric: Hours, source: tracker }
cost:
  software: 42000 # per year
  x-costCentre: 4711
`)

  async function checked(rule: string, text = pilot): Promise<readonly Finding[]> {
    const configuration = await configured({ 'pilots.config.yaml': `customRules:\n  - ${rule}\n` })
    assert.deepEqual(complaints(configuration), [])
    const { settings, customRules } = resolverOf(configuration).resolve(`${ROOT}/a.pilot.yaml`)
    const { rules, refused } = await nodeCustomChecks.compile(customRules)
    assert.deepEqual(refused, [])
    return analyze({ text }, { today: TODAY, settings, rules }).findings
  }
  const said = (findings: readonly Finding[]): readonly string[] =>
    findings.map(
      ({ rule, severity, span, message }) =>
        `${rule} ${severity} [${pilot.slice(span.start, span.end)}] ${message}`,
    )

  const centre = 'properties: { x-costCentre: { type: string, pattern: "^CC-[0-9]{4}$" } }'
  for (const [name, rule, expected] of [
    [
      'the value that is wrong',
      `{ id: acme/a, at: cost, require: { ${centre} }, message: Wrong. }`,
      ['acme/a warning [4711] Wrong.'],
    ],
    [
      'the key of a part that lacks something',
      '{ id: acme/a, severity: error, at: cost, require: { required: [x-owner] }, message: Wrong. }',
      ['acme/a error [cost] Wrong.'],
    ],
    [
      'each entry of a list',
      '{ id: acme/a, at: "criteria.success[]", require: { required: [source] }, message: Wrong. }',
      ['acme/a warning [metric] Wrong.'],
    ],
    [
      'a list as a whole',
      '{ id: acme/a, at: criteria.success, require: { minItems: 3 }, message: Wrong. }',
      ['acme/a warning [success] Wrong.'],
    ],
    [
      'the file',
      '{ id: acme/a, require: { required: [vendor] }, message: Wrong. }',
      ['acme/a warning [stage] Wrong.'],
    ],
    [
      'nothing where there is no such part',
      '{ id: acme/a, at: vendor, require: { required: [x-owner] }, message: Wrong. }',
      [],
    ],
    [
      'nothing before its stage',
      '{ id: acme/a, from: adoption, require: { required: [vendor] }, message: Wrong. }',
      [],
    ],
    [
      'what it cannot decide',
      '{ id: acme/a, require: { $ref: "#" }, message: Wrong. }',
      [
        'acme/a warning [stage] Not checked by acme/a: its requirement refers to itself too often here. Make it simpler.',
      ],
    ],
  ] as const) {
    it(`report ${name}`, async () => assert.deepEqual(said(await checked(rule)), expected))
  }

  it('insert what their fix has, and nothing that is there', async () => {
    const rule =
      '{ id: acme/a, at: cost, require: { required: [x-owner] }, message: A., fix: "x-owner: Dana\\nx-costCentre: CC-1" }'
    const [finding] = await checked(rule)
    const fixed = finding?.fixes.map((fix) => [fix.title, applyFix(pilot, fix)])
    assert.deepEqual(fixed, [
      [
        'Add x-owner as acme/a has it',
        pilot.replace('x-costCentre: 4711\n', 'x-costCentre: 4711\n  x-owner: Dana\n'),
      ],
    ])
  })

  it('are silenced like any other', async () => {
    const text = pilot.replace('cost:', '# pilots-ignore-next-line acme/a -- booked elsewhere\ncost:')
    const rule = '{ id: acme/a, at: cost, require: { required: [x-owner] }, message: A. }'
    assert.deepEqual(await checked(rule, text), [])
  })

  it('that ajv refuses are findings, and the others run', async () => {
    const configuration = await configured({
      'pilots.config.yaml':
        'customRules:\n  - { id: acme/a, require: { requred: [a] }, message: A. }\n  - { id: acme/b, require: {}, message: B. }\n  - { id: acme/c, require: { properties: { team: { minLength: a } } }, message: C. }\n',
    })
    const compiled = await nodeCustomChecks.compile(resolverOf(configuration).resolve(ROOT).customRules)
    assert.deepEqual(
      compiled.rules.map(({ id }) => id),
      ['acme/b'],
    )
    assert.deepEqual(complaints(withRefusals(configuration, compiled)), [
      'pilots.config.yaml [require] config/custom-rule: The requirement of "acme/a" cannot be used: "requred" is no keyword of JSON Schema. Did you mean "required"?',
      'pilots.config.yaml [require] config/custom-rule: The requirement of "acme/c" cannot be used: "properties.team.minLength" must be integer. Correct it.',
    ])
  })

  it('name types that there are', async () => {
    const refused = async (require: string): Promise<readonly string[]> =>
      complaints(
        await configured({
          'pilots.config.yaml': `customRules:\n  - { id: acme/a, require: ${require}, message: A. }\n`,
        }),
      )
    const named = 'pilots.config.yaml [objct] config/custom-rule: "objct" is no type of a value.'
    assert.deepEqual(await refused('{ type: objct }'), [`${named} Did you mean "object"?`])
    assert.deepEqual(await refused('{ properties: { team: { type: [string, objct] } } }'), [
      `${named} Did you mean "object"?`,
    ])
    assert.deepEqual(await refused('{ properties: { type: { type: string } } }'), [])
    assert.deepEqual(await refused('{ dependentRequired: { type: [team] }, enum: [{ type: rollout }] }'), [])
    assert.deepEqual(await refused('{ type: text }'), [
      'pilots.config.yaml [text] config/custom-rule: "text" is no type of a value. Use one of object, array, string, number, integer, boolean and null.',
    ])
  })

  it('that would answer later are findings, wherever they say so', async () => {
    const refused =
      'pilots.config.yaml [require] config/custom-rule: The requirement of "acme/a" cannot be used: '
    for (const [require, reason] of [
      ['{ $async: true, required: [x-costCentre] }', '"$async" has no use here'],
      ['{ $async: {}, required: [x-costCentre] }', '"$async" has no use here'],
      ['{ properties: { cost: { $async: true, type: object } } }', 'async schema in sync schema'],
      [
        '{ $ref: "#/$defs/a", $defs: { a: { $async: true, type: object } } }',
        'async schema referenced by sync schema',
      ],
    ] as const) {
      const configuration = await configured({
        'pilots.config.yaml': `customRules:\n  - { id: acme/a, require: ${require}, message: A. }\n`,
      })
      const { customRules } = resolverOf(configuration).resolve(ROOT)
      const compiled = await nodeCustomChecks.compile(customRules)
      assert.deepEqual(compiled.rules, [], require)
      assert.deepEqual(complaints(withRefusals(configuration, compiled)), [
        `${refused}${reason}. Correct it.`,
      ])
    }
  })

  it('match each of their patterns, and names of keys', async () => {
    const rule = (require: string): string => `{ id: acme/a, at: cost, require: ${require}, message: Wrong. }`
    const wrong = ['acme/a warning [4711] Wrong.']
    for (const [require, expected] of [
      ['{ patternProperties: { "^x-": { type: integer } } }', []],
      ['{ patternProperties: { "^x-": { type: string } } }', wrong],
      ['{ patternProperties: { "^software$": { type: integer }, "^(x-.*)+$": { type: string } } }', wrong],
      ['{ propertyNames: { pattern: "^(software|x-\\\\w+)$" } }', []],
      ['{ propertyNames: { pattern: "^(software|per)$" } }', ['acme/a warning [cost] Wrong.']],
    ] as const)
      assert.deepEqual(said(await checked(rule(require))), expected, require)
  })

  it('reach no prototype', async () => {
    const rule =
      '{ id: acme/a, require: { properties: { __proto__: { required: [polluted] }, constructor: false } }, message: A., fix: "__proto__: { polluted: 1 }" }'
    await checked(rule)
    assert.equal(Reflect.get({}, 'polluted'), undefined)
  })
})
