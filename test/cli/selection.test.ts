import assert from 'node:assert/strict'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { pilots } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

const head = 'apiVersion: pilot-as-code/v1\n'
const files = {
  'a.pilot.yaml': `${head}name: a\ntitle: Bot\nstage: criteria\nowners: { operator: { name: Dana Whitfield } }\n`,
  'b.pilot.yaml': `${head}name: b\ntitle: Bot\nstage: ownership\nowners: { sponsor: { name: "Ortega, Luis" } }\n`,
  'c.pilot.yaml': `${head}name: c\ntitle: [Half\n`,
}

/** What is found, as `file rule severity`. */
async function found(
  argv: readonly string[],
  world: { readonly files?: Readonly<Record<string, string>>; readonly rules?: typeof rules } = {},
): Promise<readonly string[]> {
  const { out, err } = await pilots(['check', '-f', 'json', ...argv], { files, ...world })
  assert.equal(err, '')
  return JSON.parse(out).files.flatMap(
    ({ path, findings }: { path: string; findings: { rule: string; severity: string }[] }) =>
      findings.map(({ rule, severity }) => `${path[0]} ${rule} ${severity}`),
  )
}

const all = [
  'a sample/title-short info',
  'a sample/team-missing warning',
  'b sample/title-short info',
  'b sample/team-missing error',
]
const broken = 'c yaml/syntax error'

describe('what is reported', () => {
  it('is everything at first', async () => {
    assert.deepEqual(
      (await found([])).filter((each) => !each.startsWith('c')),
      all,
    )
  })

  for (const [argv, expected] of [
    [
      ['--rule', 'sample/title-short'],
      [all[0], all[2]],
    ],
    [
      ['--rule', 'sample/title-short', '--rule', 'sample/ends-early'],
      [all[0], all[2]],
    ],
    [['--rule', 'sample'], all],
    [['--rule', 'schema'], []],
    [
      ['--ignore', 'sample/title-short'],
      [all[1], all[3]],
    ],
    [['--ignore', 'sample'], []],
    [
      ['--rule', 'sample', '--ignore', 'sample/team-missing'],
      [all[0], all[2]],
    ],
    [
      ['--severity', 'sample/title-short=error', '--rule', 'sample/title-short'],
      ['a sample/title-short error', 'b sample/title-short error'],
    ],
    [
      ['--severity', 'sample=warning', '--severity', 'sample/title-short=off'],
      [all[1], 'b sample/team-missing warning'],
    ],
    [
      ['--stage', 'criteria'],
      [all[0], all[1]],
    ],
    [['--stage', 'criteria', '--stage', 'ownership'], all],
    [
      ['--owner', 'dana whitfield'],
      [all[0], all[1]],
    ],
    [
      ['--owner', 'Luis Ortega'],
      [all[2], all[3]],
    ],
  ] as const) {
    it(argv.join(' '), async () => {
      const said = await found(argv)
      assert.deepEqual(
        said.filter((each) => !each.startsWith('c')),
        expected,
      )
      assert.ok(
        said.some((each) => each.startsWith('c yaml/')),
        `What cannot be read may be one of them: ${broken}`,
      )
    })
  }

  it('is of one person, however the name is written, and of nobody who may be another', async () => {
    const owned = (name: string, owner: string): string =>
      `${head}name: ${name}\ntitle: Bot\nstage: criteria\nowners: { operator: ${owner} }\n`
    const files = {
      'a.pilot.yaml': owned('a', '{ name: Luis Ortega }'),
      'b.pilot.yaml': owned('b', '{ name: L. Ortega }'),
      'c.pilot.yaml': owned('c', '{ name: Luis M. Ortega }'),
      'd.pilot.yaml': owned('d', '{ name: Ana Ruiz }'),
      'e.pilot.yaml': owned('e', '{ team: planning-systems-emea }'),
      'f.pilot.yaml': owned('f', '{ team: planning-services-emea }'),
    }
    const of = async (owner: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
      [
        ...new Set(
          (await found(['--owner', owner], { files: { ...files, ...more } })).map((each) => each[0]),
        ),
      ].join('')
    assert.equal(await of('Luis Ortega'), 'abc')
    assert.equal(await of('L. Ortega'), 'abc')
    assert.equal(await of('Planning systems EMEA'), 'e')
    assert.equal(await of('Luis Ortega', { 'g.pilot.yaml': owned('g', '{ name: Lena Ortega }') }), 'ac')
  })

  it('is of a pilot at another stage what cannot be read of it, and not what the rules say', async () => {
    const text = `stage: rollout\nowners: { operator: { name: Luis Ortega } }\nsummary: "open\n`
    const world = { files: { ...files, 'd.pilot.yaml': text }, rules }
    const of = async (...argv: readonly string[]): Promise<readonly string[]> => {
      const { out } = await pilots(['check', ...argv, '-f', 'concise'], world)
      return out.split('\n').flatMap((line) => /^d\S+ \w+ (\S+\/\S+)/.exec(line)?.[1] ?? [])
    }
    for (const argv of [
      ['--stage', 'criteria'],
      ['--owner', 'Dana Whitfield'],
    ])
      assert.deepEqual(await of(...argv), ['yaml/syntax'], argv.join(' '))
    for (const argv of [
      ['--stage', 'rollout'],
      ['--owner', 'Luis Ortega'],
    ])
      assert.ok((await of(...argv)).length > 1, argv.join(' '))
  })

  it('is of a pilot at another stage that Git could not merge it', async () => {
    const text = `${head}name: d\n<<<<<<< HEAD\nstage: criteria\n=======\nstage: data\n>>>>>>> other\n`
    const world = { files: { 'a.pilot.yaml': files['a.pilot.yaml'], 'd.pilot.yaml': text }, rules }
    const { code, out } = await pilots(
      ['check', '--owner', 'Dana Whitfield', '--rule', 'file', '-f', 'concise'],
      world,
    )
    assert.match(out, /^d\.pilot\.yaml:3:1: error file\/conflict-markers/m)
    assert.equal(code, 1)
  })

  it('is of a pilot that several people own, for each of them', async () => {
    const text = files['a.pilot.yaml'].replace('} }', '}, sponsor: { name: Luis Ortega } }')
    for (const owner of ['Dana Whitfield', 'Luis Ortega'])
      assert.notDeepEqual(await found(['--owner', owner], { files: { 'a.pilot.yaml': text } }), [], owner)
  })

  it('is still decided by the exit code', async () => {
    const code = async (...argv: readonly string[]): Promise<number> =>
      (await pilots(['check', 'b.pilot.yaml', ...argv], { files })).code
    assert.equal(await code('--ignore', 'sample/team-missing'), 0)
    assert.equal(await code('--severity', 'sample/team-missing=warning'), 0)
    assert.equal(await code('--severity', 'sample/team-missing=warning', '--max-warnings', '0'), 1)
    assert.equal(await code('--ignore', 'sample/team-missing', '--severity', 'sample/title-short=error'), 1)
  })

  it('is a rule that was named, whatever the configuration says', async () => {
    for (const config of ['rules: { value/missing: off }\n', 'extends: minimal\n']) {
      const world = { files: { ...files, 'pilots.config.yaml': config }, rules }
      const { out } = await pilots(
        ['check', 'b.pilot.yaml', '-f', 'concise', '--rule', 'value/missing'],
        world,
      )
      assert.match(out, /^b\.pilot\.yaml:\d+:\d+: \w+ value\/missing [^\n]*\n1 /, config)
      const group = await pilots(['check', 'b.pilot.yaml', '-f', 'concise', '--rule', 'value'], world)
      assert.doesNotMatch(group.out, /value\/missing/, config)
    }
  })

  it('leaves suppressions of what was left out alone', async () => {
    const text = `${head}name: a\ntitle: Bot\nstage: criteria\n# pilots-ignore-next-line owners/operator-missing -- she starts in May\nowners: {}\n`
    const said = await found(['--rule', 'suppression'], { files: { 'a.pilot.yaml': text }, rules })
    assert.deepEqual(said, [])
  })

  it('is with --no-suppressions what they silence', async () => {
    const silenced = async (...argv: readonly string[]): Promise<string> =>
      (await pilots(['check', 'pilots/b-stuck.pilot.yaml', '-f', 'concise', ...argv], { files: sampleFiles }))
        .out
    assert.doesNotMatch(await silenced(), /schema\/unknown-key/)
    const out = await silenced('--no-suppressions')
    assert.match(out, /:14:1: error schema\/unknown-key/)
    assert.doesNotMatch(out, / suppressed/)
  })
})

describe('what cannot be selected', () => {
  for (const [argv, message] of [
    [
      ['--rule', 'sample/team-mising'],
      'There is no rule or group "sample/team-mising". Did you mean "sample/team-missing"?',
    ],
    [
      ['--rule', 'team-missing'],
      'There is no rule or group "team-missing". Did you mean "sample/team-missing"?',
    ],
    [['--ignore', 'smaple'], 'There is no rule or group "smaple". Did you mean "sample"?'],
    [
      ['--ignore', 'zzzzzzzzzzzz'],
      'There is no rule or group "zzzzzzzzzzzz". See pilots rules for all of them.',
    ],
    [['--ignore', 'schema/date'], '"schema/date" is always an error. Mend the file instead.'],
    [
      ['--rule', 'sample/team-missing', '--ignore', 'sample'],
      '--ignore leaves out all that --rule asks for. Take one of the two out.',
    ],
    [['--severity', 'yaml=off'], '"yaml" is always an error. Mend the file instead.'],
    [
      ['--severity', 'sample/title-short=eror'],
      '--severity cannot be "sample/title-short=eror". Did you mean sample/title-short=error?',
    ],
    [
      ['--severity', 'sample'],
      '--severity cannot be "sample". Write it as RULE=LEVEL, with one of error, warning, info, off.',
    ],
    [['--severity', 'smaple=off'], 'There is no rule or group "smaple". Did you mean "sample"?'],
    [['--stage', 'rolout'], 'There is no stage "rolout". Did you mean rollout?'],
    [
      ['--owner', 'Dana Whitfeld'],
      'No pilot here is owned by "Dana Whitfeld". Did you mean "Dana Whitfield"?',
    ],
    [
      ['--owner', 'Nobody at all'],
      'No pilot here is owned by "Nobody at all". Write the name as the pilots do.',
    ],
  ] as const) {
    it(argv.join(' '), async () => {
      const outcome = await pilots(['check', ...argv], { files })
      assert.deepEqual(outcome, { code: 2, out: '', err: `pilots: ${message}\n` })
    })
  }

  it('is nothing at all, unless that is allowed', async () => {
    const one = { 'a.pilot.yaml': files['a.pilot.yaml'] }
    const { code, err } = await pilots(['check', '--stage', 'rollout'], { files: one })
    assert.deepEqual(
      { code, err },
      { code: 2, err: 'pilots: There is no pilot at stage rollout. Choose others, or pass --allow-empty.\n' },
    )
    assert.equal((await pilots(['check', '--stage', 'rollout', '--allow-empty'], { files: one })).code, 0)
  })
})
