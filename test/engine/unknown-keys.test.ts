import assert from 'node:assert/strict'
import { readConfig } from '../../server/src/engine/config/read.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { analyzeDraft } from '../../server/src/engine/draft.ts'
import { commitmentsReader } from '../../server/src/engine/history/read.ts'
import { filePlaceholder } from '../../server/src/engine/rules/file/placeholder.ts'
import { analysisOf, applyFix, complete, TODAY } from '../support/check.ts'

describe('keys behind which nothing is written', () => {
  it('are one finding each, and not empty and missing', () => {
    const yaml = `stage: criteria
timeline: { start: 2026-02-02, end: , productionBy: 2026-06-26 }
criteria:
  success:
    - { metric: Cost per case, baseline: , target: 5, by: 2026-06-26, source: erp }
summary:
`
    const { findings } = analysisOf(complete(yaml))
    const asked = ['stage/no-window', 'criteria/no-baseline', 'file/placeholder']
    assert.deepEqual(
      findings.filter(({ rule }) => asked.includes(rule)).map(({ message }) => message.split('. ')[0]),
      ['The pilot has no end', '"Cost per case" has no baseline', '"summary" is empty'],
    )
  })
})

describe('keys that nobody knows and behind which nothing is written', () => {
  it('are unknown before a value is typed, and not empty besides', () => {
    assert.deepEqual(said('owners:\n  opertor:\n  sponsor:\nonwers:\nx-colour:\n'), [
      'opertor schema/unknown-key "opertor" is not a key of "owners". Did you mean "operator"?',
      'sponsor file/placeholder "sponsor" is empty. Write what belongs there, or remove the key.',
      'onwers schema/unknown-key "onwers" is not a key of a pilot. Did you mean "owners"?',
    ])
  })

  it('are what is left of a sentence with commas in a block in braces', () => {
    assert.deepEqual(said('vendor: { support: Until 2026-06-30, not longer }\n'), [
      'not longer schema/unknown-key "not longer" is not a key of "vendor". In braces a comma ends the value in front: put one that holds a comma in quotes.',
    ])
  })

  it('are one finding for each value, however many commas it has, with the quotes to put around it', () => {
    const cases = [
      [
        'value: { statement: On 1,900 ha, at $61 each, per: month }',
        'value: { statement: "On 1,900 ha, at $61 each", per: month }',
      ],
      [
        'owners: { delivery: { mandate: Orders the scope, cover, dates, name: Priya Nair } }',
        'owners: { delivery: { mandate: "Orders the scope, cover, dates", name: Priya Nair } }',
      ],
    ]
    for (const [before, after] of cases) {
      const { findings, text } = analysisOf(complete(`${before}\n`), { rules: [] })
      assert.equal(findings.length, 1, before)
      const [fix] = findings[0]?.fixes ?? []
      assert.equal(fix?.safe, false)
      assert.equal(fix ? applyFix(text, fix) : '', complete(`${after}\n`))
    }
  })

  it('are put in no quotes where they have some of their own', () => {
    for (const part of ['"Ortega"', "'Ortega'"]) {
      const { findings } = analysisOf(complete(`owners: { operator: { name: Luis, ${part} } }\n`), {
        rules: [],
      })
      assert.deepEqual(
        findings.map(({ rule, fixes }) => [rule, fixes.length]),
        [['schema/unknown-key', 0]],
        part,
      )
    }
    const { findings, text } = analysisOf(complete("workflow: { roles: Planner, 'Buyer' }\n"), { rules: [] })
    const [fix] = findings[0]?.fixes ?? []
    assert.equal(fix ? applyFix(text, fix) : '', complete("workflow: { roles: [Planner, 'Buyer'] }\n"))
  })

  it('are left of a value of another kind, which is said once', () => {
    assert.deepEqual(said('rollout: { volume: 0,3, environment: production }\n'), [
      '3 schema/unknown-key "3" is not a key of "rollout". In braces a comma ends the value in front: write the number without one, and decimals behind a point.',
    ])
    const text = complete('rollout: { earlyAdopters: Ana Ruiz, Tom Becker, volume: 15% }\n')
    const { findings } = analysisOf(text, { rules: [] })
    assert.deepEqual(
      findings.map(({ message }) => message),
      [
        '"Tom Becker" is not a key of "rollout". In braces a comma ends the value in front: put a list in brackets.',
      ],
    )
    const [fix] = findings[0]?.fixes ?? []
    const right = complete('rollout: { earlyAdopters: [Ana Ruiz, Tom Becker], volume: 15% }\n')
    assert.equal(fix ? applyFix(text, fix) : '', right)
  })

  it('are left of a number with a comma, which no quotes make one', () => {
    assert.deepEqual(said('cost: { software: 42,500 }\n'), [
      '500 schema/unknown-key "500" is not a key of "cost". In braces a comma ends the value in front: write the number without one, and decimals behind a point.',
    ])
  })

  it('are said of a configuration too', () => {
    const { findings } = readConfig('overides:\n', 'pilots.config.yaml')
    assert.deepEqual(
      findings.map(({ message }) => message),
      ['"overides" is not a key of the configuration. Did you mean "overrides"?'],
    )
  })
})

describe('keys that are misspelt', () => {
  /** A fragment with a misspelt key, and what is found in it beside what is found when it is spelled right. */
  const cases: readonly [string, string, string][] = [
    ['operater', 'operator', 'owners:\n  operater: { name: Luis Ortega, title: Director }\n'],
    ['onwers', 'owners', 'onwers:\n  operator: { name: TBD }\n  champion: *nobody\n'],
    [
      'tagret',
      'target',
      'criteria:\n  success:\n    - { metric: Cost per case, baseline: 9, tagret: 5, by: 2026-06-26, source: erp }\n',
    ],
    ['sytsem', 'system', 'integration: { systems: [{ owner: Mei Lin, sytsem: erp }] }\n'],
  ]

  for (const [wrong, right, yaml] of cases)
    it(`hold what they are meant to hold: ${wrong}`, () => {
      const [before, after] = [yaml, yaml.replace(wrong, right)].map((each) => complete(each))
      assert.deepEqual(
        placed(before ?? '').filter((each) => !each.startsWith(`${wrong} schema/unknown-key`)),
        placed(after ?? ''),
      )
      assert.equal(placed(before ?? '').length, placed(after ?? '').length + 1)
    })

  it('are one of the keys that every pilot has', () => {
    const text = 'apiVersion: pilot-as-code/v1\nnaem: demand\ntitle: Demand forecast\nstgae: criteria\n'
    const schema = analysisOf(text).findings.filter(({ rule }) => rule.startsWith('schema/'))
    assert.deepEqual(
      schema.map(({ message }) => message),
      [
        '"naem" is not a key of a pilot. Did you mean "name"?',
        '"stgae" is not a key of a pilot. Did you mean "stage"?',
      ],
    )
  })

  it('stand for nothing beside the right one, and where nothing is behind them', () => {
    const both = complete('owners: { operator: { name: Luis Ortega }, operater: { name: TBD } }\n')
    assert.equal(analysisOf(both).pilot.owners?.operator?.name?.value, 'Luis Ortega')
    assert.equal(analysisOf(complete('owners:\n  operater:\n')).pilot.owners?.operator, undefined)
  })
})

describe("keys that a comment calls the author's own", () => {
  const COMMENT = '# pilots-ignore-next-line schema/unknown-key'
  const owner = (comment: string): string =>
    complete(`owners:\n  ${comment}\n  operater: { name: Luis Ortega }\n`)

  it('are taken for no other one', () => {
    const analysis = analysisOf(owner(`${COMMENT} -- Who sits at the console`), { rules: [] })
    assert.equal(analysis.pilot.owners?.operator, undefined)
    assert.deepEqual([analysis.findings.length, analysis.suppressed.length], [0, 1])
    const whole = `# pilots-ignore-file schema/unknown-key -- We have many\n${owner('')}`
    assert.equal(analysisOf(whole).pilot.owners?.operator, undefined)
  })

  it('do not stand for one that every pilot has', () => {
    const text = `apiVersion: pilot-as-code/v1\nname: demand\nstage: criteria\n${COMMENT} -- The German one\ntitel: Bedarf\n`
    const missing = analysisOf(text, { rules: [] }).findings.map(({ message }) => message.split('. ')[0])
    assert.deepEqual(missing, ['"title" is missing'])
  })

  it('are what they are taken for where the comment silences nothing, or not for good', () => {
    for (const comment of [COMMENT, `${COMMENT} until 2026-12-31 -- Renamed with the next gate`])
      assert.equal(
        analysisOf(owner(comment), { rules: [] }).pilot.owners?.operator?.name?.value,
        'Luis Ortega',
      )
  })

  it('are so while they are typed, and in the past', () => {
    const reason = ' -- Who sits at the console'
    const circumstances = { today: TODAY, settings: recommended, rules: [] }
    const { memory } = analyzeDraft({ text: owner(COMMENT) }, circumstances)
    const { pilot } = analyzeDraft({ text: owner(COMMENT + reason) }, circumstances, memory).analysis
    assert.equal(pilot.owners?.operator, undefined)
    const read = commitmentsReader()
    const names = [COMMENT, COMMENT + reason].map((each) => read(owner(each))?.operator)
    assert.deepEqual(names, ['Luis Ortega', undefined])
  })
})

/** What is found in a text, at which words. */
function placed(text: string): readonly string[] {
  return analysisOf(text).findings.map(
    ({ rule, span, message }) => `${text.slice(span.start, span.end)} ${rule} ${message}`,
  )
}

describe('keys that an alias or a merge repeats where they do not belong', () => {
  const boss = '{ name: Dana Whitfield, title: COO, budgetAuthority: true }'

  it('are right where they are written', () => {
    assert.deepEqual(said(`owners:\n  sponsor: &boss ${boss}\n  champion: *boss\n`), [])
    assert.deepEqual(
      said(`owners:\n  sponsor: &boss ${boss}\n  champion:\n    <<: *boss\n    until: 2027-01-31\n`),
      [],
    )
  })

  it('may be written among the keys of the author', () => {
    assert.deepEqual(
      said(`x-people:\n  dana: &boss ${boss}\nowners:\n  sponsor: *boss\n  champion: *boss\n`),
      [],
    )
  })

  it('are unknown where no place knows them, and said once', () => {
    assert.deepEqual(
      said('owners:\n  sponsor: &boss { name: Dana Whitfield, shoeSize: 43 }\n  champion: *boss\n'),
      [
        'shoeSize schema/unknown-key "shoeSize" is not a key of "sponsor". Remove it, or name it "x-shoeSize" if it is your own.',
      ],
    )
    assert.deepEqual(said(`x-people:\n  dana: &boss ${boss}\nowners:\n  champion: *boss\n`).length, 1)
  })
})

describe('keys that mean the same one', () => {
  const ownersOf = (text: string) => analysisOf(text, { rules: [] }).pilot.owners

  it('stand for it once: the first of them, which the fix writes right', () => {
    const text = complete('owners:\n  operater: { name: Ann Lee }\n  operatr: { name: Bob Ray }\n')
    const [fix] = analysisOf(text, { rules: [] }).findings[0]?.fixes ?? []
    assert.ok(fix)
    for (const each of [text, applyFix(text, fix)])
      assert.equal(ownersOf(each)?.operator?.name?.value, 'Ann Lee', each)
  })

  it('do not replace the right one of a block into which a merge brings another', () => {
    const text = complete(
      'x-a: &a { nmae: Ann Lee }\nowners:\n  operator: { <<: *a }\n  it: { <<: *a, name: Bob Ray }\n',
    )
    const { operator, it } = ownersOf(text) ?? {}
    assert.deepEqual([operator?.name?.value, it?.name?.value], ['Ann Lee', 'Bob Ray'])
  })
})

function said(yaml: string): readonly string[] {
  const text = complete(yaml)
  const { findings } = analysisOf(text, { rules: [filePlaceholder] })
  return findings.map(({ rule, span, message }) => `${text.slice(span.start, span.end)} ${rule} ${message}`)
}
