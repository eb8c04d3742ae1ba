import assert from 'node:assert/strict'
import { analyze } from '../../server/src/engine/analyze.ts'
import type { Patterns } from '../../server/src/engine/config/config-file.ts'
import { isBroken } from '../../server/src/engine/config/load.ts'
import { configPathsFor, pathFrom } from '../../server/src/engine/config/paths.ts'
import { isOn, weigh } from '../../server/src/engine/config/presets.ts'
import { resolverOf } from '../../server/src/engine/config/resolve.ts'
import { recommended, type Settings } from '../../server/src/engine/config/settings.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { complete, TODAY } from '../support/check.ts'
import { complaints, configured, ROOT } from '../support/config.ts'

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

  it('name no registry where the list of its files is empty', async () => {
    const configuration = await configured({
      'pilots.config.yaml': 'extends: shared/a.yaml\nregistry: []\n',
      'shared/a.yaml': 'registry: [catalog/**]\n',
    })
    assert.equal(resolverOf(configuration).resolve(`${ROOT}/a.pilot.yaml`).settings.hasRegistry, undefined)
    const named = await configured({ 'pilots.config.yaml': 'registry: [catalog/**]\n' })
    assert.equal(resolverOf(named).resolve(`${ROOT}/a.pilot.yaml`).settings.hasRegistry, true)
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

  it('end with the last of a list that is not too long', async () => {
    const names = Array.from({ length: 3_000 }, (_, index) => `c${index}.yaml`)
    const text = `extends: [${names.join(', ')}]\n`
    const configuration = await configured({ 'pilots.config.yaml': text, 'c20.yaml': 'currency: EUR\n' })
    const [first, ...others] = complaints(configuration)
    assert.match(first ?? '', /"extends" has more than 20 entries\. Shorten it\.$/)
    assert.equal(others.length, 20)
    assert.equal(resolverOf(configuration).resolve(`${ROOT}/a.pilot.yaml`).settings.currency, 'USD')
  })

  it('ask the patterns of a file once, however often it is extended', async () => {
    const loaded = await configured({
      'pilots.config.yaml': `extends: [${Array(20).fill('a.yaml').join(', ')}]\n`,
      'a.yaml': 'overrides: [{ files: [a.pilot.yaml], rules: { owners/it-late: off } }]\n',
    })
    let asked = 0
    const counting = (patterns: Patterns): Patterns => ({
      value: patterns.value,
      span: patterns.span,
      matches: (path) => {
        asked++
        return patterns.matches(path)
      },
    })
    const counted = new Map(
      loaded.files.map((file) => {
        const overrides = file.overrides.map(({ files, rules }) => ({ files: counting(files), rules }))
        return [file.path, { ...file, overrides }]
      }),
    )
    const layers = loaded.layers.map((layer) => {
      return layer.is === 'file' ? { ...layer, file: counted.get(layer.file.path) ?? layer.file } : layer
    })
    const { settings } = resolverOf({ ...loaded, layers }).resolve(`${ROOT}/a.pilot.yaml`)
    assert.equal(settings.rules.get('owners/it-late')?.severity, 'off')
    assert.equal(layers.length, 21)
    assert.equal(asked, 1)
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

  it('holds for every pilot, in whatever letters its ending is written', async () => {
    const text = 'include: ["**/*.pilot.{yaml,yml}"]\nexclude: [old/*.pilot.yaml]\n'
    const { includes } = resolverOf(await configured({ 'pilots.config.yaml': text }))
    const paths = ['A.PILOT.YAML', 'B.Pilot.yml', 'old/A.PILOT.YAML', 'a.yaml'].map(
      (path) => `${ROOT}/${path}`,
    )
    assert.deepEqual(paths.map(includes), [true, true, false, false])
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
  const text = complete('stage: ownership\n')
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
