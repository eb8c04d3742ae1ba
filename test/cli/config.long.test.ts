import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import schema from '../../schemas/report.schema.json' with { type: 'json' }
import { localFiles } from '../../server/src/cli/local-files.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { writeIn } from '../support/write-in.ts'
import { type Outcome, pilots, type World } from './memory-io.ts'

const pilot = (name: string): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: ${name}\nstage: criteria\nowners: { it: {} }\n`

const run = (argv: readonly string[], files: NonNullable<World['files']>): Promise<Outcome> =>
  pilots(argv, { files, rules })

interface Report {
  readonly files: readonly { path: string; findings: readonly { rule: string; severity: string }[] }[]
  readonly configs: readonly { path: string; findings: readonly { rule: string }[] }[]
}

const report = async (argv: readonly string[], files: NonNullable<World['files']>): Promise<Report> => {
  const { out } = await run(['check', ...argv, '-f', 'json'], files)
  return JSON.parse(out)
}

const severityOf = (rule: string, path: string, { files }: Report): string | undefined =>
  files.find((each) => each.path === path)?.findings.find((each) => each.rule === rule)?.severity

describe('configurations on the command line', () => {
  const files = {
    'pilots.config.yaml': 'rules: { owners/it-missing: error }\n',
    'team/pilots.config.yaml': 'rules: { owners/it-missing: off }\n',
    'a.pilot.yaml': pilot('a'),
    'team/deep/b.pilot.yaml': pilot('b'),
  }

  it('are the nearest upwards from each file', async () => {
    const found = await report([], files)
    assert.equal(severityOf('owners/it-missing', 'a.pilot.yaml', found), 'error')
    assert.equal(severityOf('owners/it-missing', 'team/deep/b.pilot.yaml', found), undefined)
    assert.deepEqual(found.configs, [
      { path: 'pilots.config.yaml', findings: [] },
      { path: 'team/pilots.config.yaml', findings: [] },
    ])
  })

  it('are none, or one for all, when that is asked for', async () => {
    const none = await report(['--no-config'], files)
    assert.equal(severityOf('owners/it-missing', 'a.pilot.yaml', none), 'info')
    assert.deepEqual(none.configs, [])
    const one = await report(['--config', 'team/pilots.config.yaml'], files)
    assert.equal(severityOf('owners/it-missing', 'a.pilot.yaml', one), undefined)
    const { code, err } = await run(['check', '--config', 'gone.yaml'], files)
    assert.deepEqual(
      { code, err },
      {
        code: 2,
        err: 'pilots: There is no configuration "gone.yaml". Correct the path behind --config.\n',
      },
    )
  })

  it('choose the files of a folder, and never those that are named', async () => {
    const chosen = { ...files, 'pilots.config.yaml': 'include: ["*.pilot.yaml"]\nexclude: [a.pilot.yaml]\n' }
    const paths = async (...argv: string[]): Promise<readonly string[]> =>
      (await report(argv, chosen)).files.map(({ path }) => path)
    assert.deepEqual(await paths(), ['team/deep/b.pilot.yaml'])
    assert.deepEqual(await paths('a.pilot.yaml'), ['a.pilot.yaml'])
    const { code, err } = await run(['check'], {
      'pilots.config.yaml': 'exclude: ["**"]\n',
      'a.pilot.yaml': pilot('a'),
    })
    assert.equal(code, 2)
    assert.match(err, /The configuration leaves out every pilot in this folder\./)
  })

  it('decide for standard input by its name', async () => {
    const { out } = await pilots(
      ['check', '--stdin', '--stdin-filename', 'team/x.pilot.yaml', '-f', 'json'],
      {
        files,
        rules,
        stdin: pilot('x'),
      },
    )
    assert.equal(severityOf('owners/it-missing', 'team/x.pilot.yaml', JSON.parse(out)), undefined)
  })

  it('that are broken fail the run, and silence nothing', async () => {
    const broken = {
      ...files,
      'pilots.config.yaml': 'extends: strikt\nrules:\n  owners/it-missing: warning\n  owners/it-lat: off\n',
    }
    const { out, err, code } = await run(['check', 'a.pilot.yaml'], broken)
    assert.equal(code, 2)
    assert.equal(err, 'pilots: pilots.config.yaml has errors. What can be read of it was applied.\n')
    assert.match(
      out,
      /^pilots\.config\.yaml\n\n {2}1:10 error config\/unknown-preset\n {4}"strikt" is no preset\. Did you mean "strict"\?/,
    )
    assert.match(out, /4:3 error config\/unknown-rule/)
    const found = await report(['a.pilot.yaml'], broken)
    assert.equal(severityOf('owners/it-missing', 'a.pilot.yaml', found), 'warning')
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)
    assert.ok(validate(found), JSON.stringify(validate.errors))
    assert.equal((await run(['status', 'a.pilot.yaml'], broken)).code, 2)
  })

  it('that are too large or a folder are said to be unused', async () => {
    const { out, code } = await run(['check', 'a.pilot.yaml'], {
      ...files,
      'pilots.config.yaml': { kind: 'too-large' },
    })
    assert.equal(code, 2)
    assert.match(out, /config\/unreadable\n {4}This configuration is not used: it is larger than 2 MB\./)
    assert.match(out, /owners\/it-missing/)
  })

  it('may hold rules of their own', async () => {
    const own =
      'customRules:\n  - { id: acme/team, require: { required: [team] }, message: A team is named. }\n'
    const { out, code } = await run(['check', 'a.pilot.yaml', '--fail-on', 'never'], {
      ...files,
      'pilots.config.yaml': own,
    })
    assert.equal(code, 0)
    assert.match(out, /warning acme\/team\n {4}A team is named\./)
    const explained = await run(['explain', 'acme/team'], { 'pilots.config.yaml': own })
    assert.match(
      explained.out,
      /^acme\/team\nA team is named\.[\s\S]*"team"[\s\S]*\n\npilots\.config\.yaml\n$/,
    )
  })
})

describe('pilots config print', () => {
  const files = {
    'pilots.config.yaml': `extends: [shared/a.yaml, strict]
overrides:
  - files: ["team/**"]
    rules: { rollout/early-adopters: [info, { max: 8 }] }
`,
    'shared/a.yaml': 'currency: EUR\nrules: { owners/it-late: off }\n',
    'team/b.pilot.yaml': pilot('b'),
  }

  it('shows what holds and which line says so', async () => {
    const { out, err, code } = await run(['config', 'print', 'team/b.pilot.yaml'], files)
    assert.deepEqual({ err, code }, { err: '', code: 0 })
    const rows = out.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' | '))
    assert.deepEqual(rows, [
      'team/b.pilot.yaml',
      '',
      'Its configuration is pilots.config.yaml. A check of its folder takes it.',
      '',
      'Setting | Value | Decided by',
      'preset | strict | pilots.config.yaml:1:26',
      'currency | EUR | shared/a.yaml:1:1',
      'jurisdictions | none | by itself',
      'include | every pilot | by itself',
      'exclude | none | by itself',
      'registry | none | by itself',
      'owners/it-late | off | shared/a.yaml:2:10',
      'rollout/early-adopters | info | pilots.config.yaml:4:14, for team/**',
      'rollout/early-adopters max | 8 | pilots.config.yaml:4:14, for team/**',
      '',
    ])
  })

  it('does so for programs', async () => {
    const { out } = await run(['config', 'print', 'team/b.pilot.yaml', '-f', 'json'], files)
    const { config, included, preset, rules: decided } = JSON.parse(out)
    assert.deepEqual(
      { config, included, preset },
      {
        config: 'pilots.config.yaml',
        included: true,
        preset: { value: 'strict', from: { path: 'pilots.config.yaml', line: 1, column: 26 } },
      },
    )
    assert.deepEqual(decided[1].options.max, {
      value: 8,
      from: { path: 'pilots.config.yaml', line: 4, column: 14, files: ['team/**'] },
    })
  })

  it('says what it cannot use', async () => {
    const pattern = 'properties: { x-centre: { pattern: "^(?=a)" } }'
    const own = `customRules:\n  - { id: acme/centre, require: { ${pattern} }, message: Book it. }\n`
    const world = { 'pilots.config.yaml': own, 'a.pilot.yaml': pilot('a') }
    const { err, code } = await run(['config', 'print', 'a.pilot.yaml'], world)
    assert.equal(code, 2)
    assert.match(
      err,
      /^pilots: pilots\.config\.yaml has errors\. .*\npilots: pilots\.config\.yaml:2:\d+: .*\^\(\?=a\)/,
    )
  })

  it('asks for a file that is there', async () => {
    assert.equal((await run(['config', 'print', 'gone.pilot.yaml'], files)).code, 2)
    assert.equal((await run(['config', 'show', 'a'], files)).code, 2)
  })
})

describe('pilots schema', () => {
  for (const name of ['pilot', 'config', 'report'])
    it(`prints that of ${name}`, async () => {
      const { out, code } = await pilots(['schema', name])
      assert.equal(code, 0)
      assert.match(JSON.parse(out).$id, new RegExp(`/${name}\\.schema\\.json$`))
    })
})

describe('the files of a configuration', () => {
  let root = ''
  const write = (path: string, text: string): void => writeIn(root, path, text)
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pilots-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('lie in the repository, whose folder is found without Git', async () => {
    mkdirSync(join(root, 'repo/.git'), { recursive: true })
    mkdirSync(join(root, 'repo/a/b'), { recursive: true })
    assert.equal(await localFiles().rootOf(join(root, 'repo/a/b')), join(root, 'repo'))
    assert.equal(await localFiles().rootOf(root), undefined)
  })

  it('are never links out of it', async () => {
    write('outside.yaml', 'currency: EUR\n')
    mkdirSync(join(root, 'repo'))
    symlinkSync(join(root, 'outside.yaml'), join(root, 'repo/base.yaml'))
    assert.deepEqual(await localFiles().read(join(root, 'repo/base.yaml'), join(root, 'repo')), {
      kind: 'missing',
    })
  })

  it('are asked for the people who exist also by one that lies elsewhere', async () => {
    write('given/pilots.config.yaml', 'registry: ["catalog/*.yaml"]\n')
    write(
      'repo/catalog/people.yaml',
      'apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: { name: ana.ruiz }\nspec: { profile: { displayName: Ana Ruiz } }\n',
    )
    write('repo/a.pilot.yaml', `${pilot('a')}team: Dispatch\n`.replace('it: {}', 'it: { name: Ana Riuz }'))
    const argv = ['check', '.', '--config', '../given/pilots.config.yaml', '-f', 'concise']
    const io = { cwd: join(root, 'repo'), files: localFiles() }
    const { out } = await pilots(argv, { rules, portfolioRules, io })
    assert.match(out, /The registry does not know the person "Ana Riuz"\. Did you mean "Ana Ruiz"\?/)
  })
})
