import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { analyze } from '../../server/src/engine/analyze.ts'
import { isBroken } from '../../server/src/engine/config/load.ts'
import { configPathsFor, pathFrom } from '../../server/src/engine/config/paths.ts'
import { isOn, weigh } from '../../server/src/engine/config/presets.ts'
import { resolverOf } from '../../server/src/engine/config/resolve.ts'
import { recommended, type Settings } from '../../server/src/engine/config/settings.ts'
import { configWords } from '../../server/src/engine/config/vocabulary.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { applyEdits } from '../../server/src/engine/text/edit.ts'
import { complete, TODAY } from '../support/check.ts'
import { complaints, configured, ROOT } from '../support/config.ts'

/** Name, text, and the findings as `[text] rule: message`. */
const cases: readonly [string, string, readonly string[]][] = [
  ['an empty file', '', []],
  ['a comment alone', '# nothing decided\n', []],
  ['a key of the author', 'x-common: &all [a/**]\nexclude: *all\n', []],
  [
    'a misspelt key',
    'exten: strict\n',
    ['[exten] schema/unknown-key: "exten" is not a key of the configuration. Did you mean "extends"?'],
  ],
  [
    'a rule outside of the rules',
    'owners/it-late: off\n',
    [
      '[owners/it-late] schema/unknown-key: "owners/it-late" is not a key of the configuration. It belongs into "rules".',
    ],
  ],
  [
    'a severity of another linter',
    'rules: { owners/it-late: warn }\n',
    ['[warn] schema/word: "warn" is no severity that the format knows. Did you mean "warning"?'],
  ],
  ['a severity that YAML 1.1 takes for a boolean', 'rules: { owners/it-late: false }\n', []],
  [
    'a number for a severity',
    'rules: { owners/it-late: 2 }\n',
    ['[2] schema/kind: "owners/it-late" takes a severity, and this is the number 2. For example: off.'],
  ],
  [
    'a list for a rule without options',
    'rules: { owners/it-late: [error, {}] }\n',
    [
      '[owners/it-late] schema/kind: "owners/it-late" takes a severity, and this is a list. For example: off.',
    ],
  ],
  ['options', 'rules: { rollout/early-adopters: [warning, { min: 3, max: 8 }] }\n', []],
  ['a list of a severity alone', 'rules: { rollout/early-adopters: [warning] }\n', []],
  [
    'a misspelt option',
    'rules: { rollout/early-adopters: [warning, { mim: 3 }] }\n',
    ['[mim] schema/unknown-key: "mim" is not a key of "rollout/early-adopters". Did you mean "min"?'],
  ],
  [
    'an option of the wrong kind',
    'rules: { rollout/early-adopters: [warning, { min: "3" }] }\n',
    ['["3"] schema/kind: "min" takes a number, and this is a text. For example: 3.'],
  ],
  [
    'a block of options alone',
    'rules: { rollout/early-adopters: { min: 3 } }\n',
    [
      '[rollout/early-adopters] schema/kind: "rollout/early-adopters" takes a severity, or a list of a severity and options, and this is a block.',
    ],
  ],
  [
    'a misspelt rule',
    'rules: { owners/it-lat: off }\n',
    ['[owners/it-lat] config/unknown-rule: "owners/it-lat" is no rule. Did you mean "owners/it-late"?'],
  ],
  [
    'a rule without its group, in an override',
    'overrides: [{ files: [a/**], rules: { it-late: off } }]\n',
    ['[it-late] config/unknown-rule: "it-late" is no rule. Did you mean "owners/it-late"?'],
  ],
  [
    'what is always an error',
    'rules: { schema/date: off }\n',
    ['[schema/date] config/unknown-rule: "schema/date" is always an error. Mend the file instead.'],
  ],
  [
    'a misspelt preset',
    'extends: [strict, recomended]\n',
    ['[recomended] config/unknown-preset: "recomended" is no preset. Did you mean "recommended"?'],
  ],
  [
    'an address',
    'extends: https://example.com/pilots.config.yaml\n',
    [
      '[https://example.com/pilots.config.yaml] config/outside: "https://example.com/pilots.config.yaml" is outside of the repository. Copy what you need of it into the repository.',
    ],
  ],
  [
    'an absolute path',
    'extends: /etc/pilots.yaml\n',
    [
      '[/etc/pilots.yaml] config/outside: "/etc/pilots.yaml" is outside of the repository. Copy what you need of it into the repository.',
    ],
  ],
  [
    'a pattern that leaves the folder',
    'include: ["../**"]\n',
    [
      '["../**"] config/pattern: The pattern "../**" is not used. Write it relative to the folder of this file, with forward slashes and without "..".',
    ],
  ],
  [
    'a part of a pilot that there is not',
    'customRules: [{ id: acme/a, at: owners.opertor, require: {}, message: A. }]\n',
    ['[owners.opertor] config/unknown-path: "opertor" is not a key of "owners". Did you mean "operator"?'],
  ],
  ['a part of the author', 'customRules: [{ id: acme/a, at: cost.x-own, require: {}, message: A. }]\n', []],
  [
    'a custom rule in a group of ours',
    'customRules: [{ id: owners/a, require: {}, message: A. }]\n',
    [
      '[owners/a] config/custom-rule: "owners" is a group of the rules that come with the program. Use one of your own.',
    ],
  ],
  [
    'one name for two custom rules',
    'customRules:\n  - { id: acme/a, require: {}, message: A. }\n  - { id: acme/a, require: {}, message: B. }\n',
    ['[acme/a] config/custom-rule: "acme/a" is defined twice. Give each rule a name of its own.'],
  ],
  [
    'a schema that asks for another',
    'customRules: [{ id: acme/a, require: { $ref: "https://example.com/a.json" }, message: A. }]\n',
    [
      '["https://example.com/a.json"] config/custom-rule: "https://example.com/a.json" is outside of this requirement. A requirement stands alone: write out what it needs.',
    ],
  ],
  [
    'a pattern without end in a name of a property',
    'customRules: [{ id: acme/a, require: { patternProperties: { "^(a|a)+$": {} } }, message: A. }]\n',
    [
      '["^(a|a)+$"] config/unsafe-pattern: The pattern "^(a|a)+$" is not used: it repeats alternatives that begin alike. Write it more simply.',
    ],
  ],
  [
    'a fix that is no block',
    'customRules: [{ id: acme/a, require: {}, message: A., fix: none }]\n',
    [
      '[fix] config/custom-rule: The fix is not a block of keys and values. Write it like x-costCentre: CC-0000.',
    ],
  ],
  [
    'text that is no YAML',
    'extends: [strict\nrules:\n',
    ['[rules] yaml/bracket: "[" has no "]". Close the list.'],
  ],
]

describe('a configuration', () => {
  for (const [name, text, expected] of cases) {
    it(`is told of ${name}`, async () => {
      const said = complaints(await configured({ 'pilots.config.yaml': text }))
      const wanted = expected.map((each) => `pilots.config.yaml ${each}`)
      if (text.startsWith('extends: [strict\n')) assert.match(said.join(), / yaml\//)
      else assert.deepEqual(said, wanted)
    })
  }

  it('is mended by its fixes', async () => {
    const text = 'extends: recomended\nrules:\n  owners/it-lat: warn\n  "it-late": off\n'
    const { files } = await configured({ 'pilots.config.yaml': text })
    const edits = (files[0]?.findings ?? []).flatMap(({ fixes }) =>
      (fixes[0]?.changes ?? []).flatMap((change) => (change.do === 'replace' ? [change] : [])),
    )
    const mended = 'extends: recommended\nrules:\n  owners/it-late: warning\n  owners/it-late: off\n'
    assert.equal(applyEdits(text, edits), mended)
  })

  it('of the examples is right', async () => {
    const text = readFileSync(new URL('../../examples/pilots.config.yaml', import.meta.url), 'utf8')
    assert.deepEqual(complaints(await configured({ 'pilots.config.yaml': text })), [])
  })

  it('has a description and an example for every key', () => {
    for (const def of ['config', 'override', 'customRule', 'rules'])
      for (const key of configWords.keysOf(def)) {
        const property = configWords.propertyOf(def, key)
        assert.ok(property?.description && property.examples.length > 0, `${def} ${key}`)
      }
    const min = configWords.propertyAt(['rules', 'rollout/early-adopters', 1, 'min'])
    assert.deepEqual([min?.kind, min?.examples], ['number', [3]])
  })
})

describe('configurations that extend each other', () => {
  it('apply in order, and the later one wins', async () => {
    const configuration = await configured({
      'pilots.config.yaml': 'extends: [shared/a.yaml, strict]\nrules: { rollout/early-adopters: error }\n',
      'shared/a.yaml':
        'extends: [minimal, b.yaml]\njurisdictions: [EU]\nrules: { rollout/early-adopters: [info, { min: 2 }] }\n',
      'shared/b.yaml': 'currency: EUR\njurisdictions: [DE]\n',
    })
    assert.deepEqual(complaints(configuration), [])
    const { settings, ...resolved } = resolverOf(configuration).resolve(`${ROOT}/a.pilot.yaml`)
    assert.deepEqual(settings, {
      preset: 'strict',
      currency: 'EUR',
      jurisdictions: ['EU'],
      rules: new Map([['rollout/early-adopters', { severity: 'error', options: { min: 2 } }]]),
    })
    const [rule] = resolved.rules
    const files = [resolved.currency, resolved.jurisdictions, rule?.severity, rule?.options['min']]
    assert.deepEqual(
      files.map((each) => each?.from?.file.path.slice(ROOT.length + 1)),
      ['shared/b.yaml', 'shared/a.yaml', 'pilots.config.yaml', 'shared/a.yaml'],
    )
  })

  it('report what leads nowhere, and the rest holds', async () => {
    const configuration = await configured({
      'pilots.config.yaml': 'extends: [shared/a.yaml, strict]\n',
      'shared/a.yaml':
        'extends: [../pilots.config.yaml, ../../b.yaml, gone.yaml, huge.yaml]\ncurrency: EUR\n',
      'shared/huge.yaml': { kind: 'too-large' },
    })
    assert.deepEqual(complaints(configuration), [
      'shared/a.yaml [../pilots.config.yaml] config/cycle: This file extends itself: pilots.config.yaml, shared/a.yaml, pilots.config.yaml. Remove one of the steps.',
      'shared/a.yaml [../../b.yaml] config/outside: "../../b.yaml" is outside of the repository. Copy what you need of it into the repository.',
      'shared/a.yaml [gone.yaml] config/missing-file: There is no file "gone.yaml". Correct the path, or remove it.',
      'shared/a.yaml [huge.yaml] config/unreadable: "huge.yaml" is too large, or no UTF-8 text. Save it anew.',
    ])
    const { settings } = resolverOf(configuration).resolve(`${ROOT}/a.pilot.yaml`)
    assert.deepEqual([settings.preset, settings.currency], ['strict', 'EUR'])
  })

  it('end where the chain is too long, however it branches', async () => {
    const file = (index: number): [string, string] => [
      `c${index}.yaml`,
      `extends: [c${index + 1}.yaml, c${index + 1}.yaml, c${index + 2}.yaml]\n`,
    ]
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => file(index)))
    const configuration = await configured({ 'pilots.config.yaml': 'extends: c0.yaml\n', ...files })
    assert.ok(complaints(configuration).some((each) => each.includes('config/too-deep')))
    assert.ok(configuration.layers.length <= 200)
  })

  it('may name the same file twice without a cycle', async () => {
    const configuration = await configured({
      'pilots.config.yaml': 'extends: [a.yaml, b.yaml]\n',
      'a.yaml': 'extends: b.yaml\n',
      'b.yaml': 'currency: EUR\n',
    })
    assert.equal(isBroken(configuration), false)
  })
})

describe('what a configuration decides', () => {
  it('about files is relative to the folder of the file that says it', async () => {
    const configuration = await configured({
      'pilots.config.yaml': 'extends: shared/a.yaml\ninclude: [pilots]\nexclude: ["pilots/**/old-*"]\n',
      'shared/a.yaml': 'overrides: [{ files: ["pilots/**"], rules: { owners/it-late: off } }]\n',
    })
    const { includes, resolve } = resolverOf(configuration)
    const paths = ['pilots/a', 'pilots/x/old-a', 'shared/pilots/a', 'a'].map(
      (path) => `${ROOT}/${path}.pilot.yaml`,
    )
    assert.deepEqual(paths.map(includes), [true, false, false, false])
    const off = paths.map((path) => resolve(path).settings.rules.get('owners/it-late')?.severity === 'off')
    assert.deepEqual(off, [false, false, true, false])
    assert.equal(resolve(paths[0] ?? ''), resolve(paths[3] ?? ''))
  })

  it('is not narrowed by a pattern that cannot be read', async () => {
    const { includes } = resolverOf(await configured({ 'pilots.config.yaml': 'include: [a/**, "(b)/**"]\n' }))
    assert.equal(includes(`${ROOT}/b/a.pilot.yaml`), true)
  })

  it('never counts while the text is broken', async () => {
    const text = 'rules:\n  owners/it-late: off\n  owners/it-missing: [\n'
    const { settings } = resolverOf(await configured({ 'pilots.config.yaml': text })).resolve(`${ROOT}/a`)
    assert.equal(settings.rules.size, 0)
  })

  it('without a configuration is nothing', () => {
    assert.equal(resolverOf(undefined).resolve('/x/a.pilot.yaml').settings, recommended)
  })
})

describe('settings', () => {
  const text = complete('stage: rollout\n')
  const found = (settings: Settings, own = text): readonly string[] => {
    const { findings } = analyze(
      { text: own, name: 'demand-forecast.pilot.yaml' },
      { today: TODAY, settings, rules },
    )
    return findings.map(({ rule, severity }) => `${rule} ${severity}`)
  }
  const usual = found(recommended)

  it('of the strict preset raise everything by one', () => {
    const raised = usual.map((each) => each.replace(/ warning$/, ' error').replace(/ info$/, ' warning'))
    assert.deepEqual(new Set(found({ ...recommended, preset: 'strict' })), new Set(raised))
  })

  it('of the minimal preset keep the errors of five groups', () => {
    const kept = usual.filter((each) => /^(?:owners|criteria|integration|gates|stage)\/.* error$/.test(each))
    assert.deepEqual(found({ ...recommended, preset: 'minimal' }), kept)
    assert.ok(kept.length > 0 && kept.length < usual.length)
  })

  it('of no preset silence the parser', () => {
    for (const preset of ['minimal', 'strict'] as const)
      assert.deepEqual(
        found({ ...recommended, preset }, 'name: [\n').filter((each) => each.startsWith('yaml/')).length > 0,
        true,
      )
    const conflict = '<<<<<<< a\nname: a\n=======\nname: b\n>>>>>>> b\n'
    const off = new Map([['file/conflict-markers', { severity: 'off', options: {} } as const]])
    assert.match(found({ ...recommended, preset: 'minimal' }, conflict).join(), /file\/conflict-markers/)
    assert.match(found({ ...recommended, rules: off }, conflict).join(), /yaml\//)
  })

  it('of a rule outweigh the preset', () => {
    const set = (severity: 'info' | 'off' | undefined): Settings => {
      return {
        ...recommended,
        preset: 'minimal',
        rules: new Map([['kpis/undefined', { severity, options: {} }]]),
      }
    }
    assert.equal(weigh(set('info'), 'kpis/undefined', 'error'), 'info')
    assert.deepEqual(
      [set('info'), set('off'), set(undefined)].map((settings) => isOn(settings, 'kpis/undefined')),
      [true, false, false],
    )
  })
})

describe('paths of configurations', () => {
  it('lead from the file to the root and no further', () => {
    assert.deepEqual(configPathsFor('/r/a/b/x.pilot.yaml', '/r'), [
      '/r/a/b/pilots.config.yaml',
      '/r/a/pilots.config.yaml',
      '/r/pilots.config.yaml',
    ])
    assert.deepEqual(configPathsFor('/other/x.pilot.yaml', '/r'), [])
    assert.deepEqual(configPathsFor('/x.pilot.yaml', ''), ['/pilots.config.yaml'])
  })

  for (const [relative, expected] of [
    ['b.yaml', '/r/a/b.yaml'],
    ['./../b.yaml', '/r/b.yaml'],
    ['../../b.yaml', undefined],
    ['x/../../../b.yaml', undefined],
    ['..\\b.yaml', undefined],
    ['~/b.yaml', undefined],
    ['file:///b.yaml', undefined],
    ['a\0.yaml', undefined],
  ] as const) {
    it(`mean ${expected} by ${JSON.stringify(relative)}`, () =>
      assert.equal(pathFrom('/r/a', relative, '/r'), expected))
  }
})
