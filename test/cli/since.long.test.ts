import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import schema from '../../schemas/report.schema.json' with { type: 'json' }
import { localFiles } from '../../server/src/cli/local-files.ts'
import { formats } from '../../server/src/cli/report/formats.ts'
import { historyGoalpostsMoved } from '../../server/src/engine/rules/history/goalposts-moved.ts'
import { gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { gitRevisions } from '../../server/src/node/revisions.ts'
import { type Commit, type Repository, repository } from '../support/git-repository.ts'
import { assertSarif } from '../support/report-schemas.ts'
import { matchesGolden } from './golden.ts'
import { memoryOutputs, type Outcome, pilots, type World } from './memory-io.ts'
import { sampleRules } from './sample-rules.ts'

/** It has one error that was always there: it ends before it starts. */
const claims = (target: number): string => `apiVersion: pilot-as-code/v1
name: claims
title: Claims triage
stage: rollout
team: claims
timeline: { start: 2026-02-02, end: 2026-01-30 }
criteria:
  success:
    - metric: Cases per day
      better: higher
      baseline: 40
      target: ${target}
`
const other = (stage: string): string =>
  `apiVersion: pilot-as-code/v1\nname: other\ntitle: Bot\nstage: ${stage}\n`

const onMain: readonly Commit[] = [
  { date: '2026-01-15', files: { 'claims.pilot.yaml': claims(70), 'other.pilot.yaml': other('criteria') } },
  { date: '2026-03-01', mark: 'base', files: { 'note.md': 'x' } },
]

const rules = [...sampleRules.filter(({ needs }) => !needs?.includes('history')), historyGoalpostsMoved]

describe('check --since', () => {
  let repo: Repository
  afterEach(() => repo.remove())

  const run = (argv: readonly string[], cwd = repo.root, world: World = {}): Promise<Outcome> => {
    const git = gitOf(process.env)
    const io = { cwd, files: localFiles(), history: gitHistory(git), revisions: gitRevisions(git) }
    return pilots(argv, { rules, io, ...world })
  }
  /** A branch of these commits, of which the last one is checked out; main has gone on since. */
  const branch = (commits: readonly Commit[], files: Readonly<Record<string, string>>): void => {
    const later = { date: '2026-05-05', from: 'base', files: { 'claims.pilot.yaml': claims(10) } }
    repo = repository([...onMain, { ...later, mark: 'main' }, ...commits])
    repo.git('branch', 'target', repo.hash('main'))
    for (const [path, text] of Object.entries(files)) repo.write(path, text)
  }
  const present = { 'claims.pilot.yaml': claims(70), 'other.pilot.yaml': other('criteria') }
  const first = { date: '2026-05-01', from: 'base' }
  const tail = (out: string): string => out.trimEnd().split('\n').at(-1) ?? ''

  it('passes where lines have moved and a pilot has another path, whatever main became', async () => {
    const moved = `# above\n\n${claims(70)}`
    const files = { 'claims.pilot.yaml': undefined, 'emea/claims.pilot.yaml': moved }
    branch([{ ...first, files }], { 'emea/claims.pilot.yaml': moved, 'other.pilot.yaml': other('criteria') })
    const { out, err, code } = await run(['check', '--since', 'target'])
    const base = repo.hash('base').slice(0, 7)
    assert.equal(out.trimEnd(), `No new findings in 2 files. Since target (${base}): 0 new, 3 unchanged.`)
    assert.deepEqual([err, code], ['', 0])
    const one = await run(['check', 'emea/claims.pilot.yaml', '--since', 'target'])
    assert.match(one.out, /: 0 new, 1 unchanged\./)
  })

  for (const [name, commits] of [
    ['in a commit of the branch', [{ ...first, files: { 'claims.pilot.yaml': claims(55) } }]],
    ['in the text that is not committed yet', [{ ...first, files: { 'note.md': 'y' } }]],
  ] as const) {
    it(`fails on a weakened target alone, ${name}`, async () => {
      branch(commits, { ...present, 'claims.pilot.yaml': claims(55) })
      const { out, code } = await run(['check', '--since', 'target', '-f', 'concise'])
      const lines = out.trimEnd().split('\n')
      assert.match(
        lines[0] ?? '',
        /^claims\.pilot\.yaml:12:15: error history\/goalposts-moved The target of "Cases/,
      )
      assert.match(
        lines[1] ?? '',
        /^1 error in 1 of 2 files\. Since target \([0-9a-f]{7}\): 1 new, 3 unchanged\./,
      )
      assert.equal(lines.length, 2)
      assert.equal(code, 1)
    })
  }

  it('fails on a target that was weakened before, and now once more', async () => {
    repo = repository([
      ...onMain,
      { date: '2026-04-01', mark: 'low', files: { 'claims.pilot.yaml': claims(55) } },
    ])
    for (const [path, text] of Object.entries(present)) repo.write(path, text)
    repo.write('claims.pilot.yaml', claims(55))
    assert.equal((await run(['check', '--since', 'main'])).code, 0)
    repo.write('claims.pilot.yaml', claims(40))
    assert.equal((await run(['check', '--since', 'main'])).code, 1)
  })

  it('fails on what weighs more than before, and counts what is gone', async () => {
    const staged = other('ownership')
    const fixed = claims(70).replace('2026-01-30', '2026-09-30')
    branch([first], { 'claims.pilot.yaml': fixed, 'other.pilot.yaml': staged })
    const { out, code } = await run(['check', '--since', 'target'])
    assert.match(out, /^ {2}4:1 error \(was warning\) sample\/team-missing$/m)
    assert.match(tail(out), /^1 error in 1 of 2 files\. .*: 0 new, 1 worse, 1 unchanged, 1 gone\./)
    assert.equal(code, 1)
  })

  it('says in every format what became of each finding', async () => {
    branch([first], { 'claims.pilot.yaml': claims(55), 'other.pilot.yaml': other('ownership') })
    repo.write('new.pilot.yaml', other('criteria').replace('other', 'new').replace('Bot', 'Pricing'))
    repo.write('claims.pilot.yaml', claims(55).replace('2026-01-30', '2026-09-30'))
    const reports = new Map<string, string>()
    const targets = [...formats.keys()].flatMap((format) => ['-f', `${format}=${format}`])
    const outputs = memoryOutputs(reports, repo.root)
    await run(['check', '--since', 'target', ...targets], repo.root, { outputs })
    for (const [format, text] of reports) {
      matchesGolden(`since.${format}.txt`, text)
      assert.ok(formats.get(format)?.wrote(text), format)
    }
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)
    assert.ok(validate(JSON.parse(reports.get('json') ?? '')), JSON.stringify(validate.errors))
    const sarif = JSON.parse(reports.get('sarif') ?? '')
    assertSarif(sarif)
    const states = sarif.runs[0].results.map((each: { baselineState?: string }) => each.baselineState)
    assert.deepEqual([...new Set(states)].sort(), ['absent', 'new', 'unchanged', 'updated'])
  })

  it('passes where all pilots are gone, and not where the configuration leaves out all that are there', async () => {
    branch([first], { 'pilots.config.yaml': 'exclude: ["**"]\n', ...present })
    const { code, err } = await run(['check', '--since', 'target'])
    assert.equal(code, 2)
    assert.match(err, /^pilots: The configuration leaves out every pilot in this folder\./)
    for (const path of Object.keys(present)) rmSync(join(repo.root, path))
    const { code: gone, out } = await run(['check', '--since', 'target', '--no-config'])
    assert.equal(gone, 0)
    assert.match(tail(out), / 0 new, \d gone\. No longer checked: claims\.pilot\.yaml and other\./)
  })

  it('does not take what is in another repository below for new', async () => {
    branch([first], present)
    const inner = join(repo.root, 'module')
    repo.git('clone', '--quiet', `file://${repo.root}`, inner)
    repo.write('eu/a b/deep/x.pilot.yaml', '{}')
    const { code, err } = await run(['check', '--since', 'target'])
    assert.equal(code, 2)
    const [, own, other] =
      /: pilots (check [^.].*) --since target\. .*: pilots check (.*) --since COMMIT\.\n$/.exec(err) ?? []
    assert.deepEqual([own, other], ['check claims.pilot.yaml eu other.pilot.yaml', 'module'])
    assert.match(
      err,
      /^pilots: --since compares one repository, and "module" is another one, such as a submodule,/,
    )
    rmSync(join(repo.root, 'eu'), { recursive: true })
    assert.equal((await run(['check', 'claims.pilot.yaml', '--since', 'target'])).code, 0)
  })

  it('knows a pilot again that came from outside of the folders of the run', async () => {
    branch([first], present)
    repo.write('b/moved.pilot.yaml', claims(70))
    rmSync(join(repo.root, 'claims.pilot.yaml'))
    const { code, out } = await run(['check', 'b', '--since', 'target'])
    assert.match(tail(out), /^No new findings in 1 file\. .*: 0 new, 1 unchanged\.$/)
    assert.equal(code, 0)
    repo.write('claims.pilot.yaml', claims(70))
    assert.equal((await run(['check', 'b', '--since', 'target'])).code, 1)
  })

  it('names the configurations that have changed since', async () => {
    branch([first], present)
    repo.write('pilots.config.yaml', 'extends: minimal\n')
    repo.git('add', '-A')
    const { out } = await run(['check', '--since', 'target'])
    assert.match(
      out.replace(/\s+/g, ' '),
      / 0 new\. Changed since then, and applied to both: pilots\.config\.yaml\./,
    )
    const { out: none } = await run(['check', '--since', 'target', '--no-config'])
    assert.doesNotMatch(none, /Changed since then/)
    const json = JSON.parse((await run(['check', '--since', 'target', '-f', 'json'])).out)
    assert.deepEqual(json.comparisons[0].configs, ['pilots.config.yaml'])
  })

  it('tells what the configurations would report if they were as they were', async () => {
    branch([{ ...first, files: { 'claims.pilot.yaml': claims(55) } }], {
      ...present,
      'claims.pilot.yaml': claims(55),
    })
    const under = async (config: string): Promise<Outcome> => {
      repo.write('pilots.config.yaml', config)
      repo.git('add', '-A')
      const { out, ...rest } = await run(['check', '--since', 'target', '-f', 'concise'])
      return { ...rest, out: tail(out) }
    }
    const off = await under('rules: { history/goalposts-moved: off }\n')
    const told =
      /both: pilots\.config\.yaml\. As it was, there would be 1 error more: history\/goalposts-moved\.$/
    assert.match(off.out, told)
    assert.deepEqual([off.code, off.err], [0, ''])
    const json = JSON.parse((await run(['check', '--since', 'target', '-f', 'json'])).out)
    const [{ path, rule, severity }] = json.comparisons[0].hidden
    assert.deepEqual([path, rule, severity], ['claims.pilot.yaml', 'history/goalposts-moved', 'error'])
    assert.ok(new Ajv2020().compile(schema)(json))
    assert.match((await under('rules: { history/goalposts-moved: info }\n')).out, told)
    assert.match((await under('exclude: [claims.pilot.yaml]\n')).out, told)
    assert.match((await under('currency: EUR\n')).out, /both: pilots\.config\.yaml\.$/)
  })

  it('takes the place of a baseline', async () => {
    branch([first], { ...present, 'claims.pilot.yaml': claims(55) })
    await run(['baseline', 'create'])
    repo.write('pilots.baseline.json', '{}')
    assert.equal((await run(['check', '--since', 'target'])).code, 1)
  })

  it('says what to do where there is nothing to compare with', async () => {
    branch([{ ...first, files: { 'claims.pilot.yaml': claims(55) } }], present)
    const complaint = async (argv: readonly string[], cwd?: string): Promise<string> => {
      const { out, err, code } = await run(['check', ...argv], cwd)
      assert.deepEqual([out, code], ['', 2])
      return err
    }
    const unknown =
      /^pilots: There is no commit "[^"]*" here\. Correct it, or fetch it: in GitHub Actions, give actions\/checkout fetch-depth: 0\.\n$/
    for (const ref of ['origin/nope', '--output=x', 'HEAD:claims.pilot.yaml', 'a\nb', '-n1'])
      assert.match(await complaint([`--since=${ref}`]), unknown)
    assert.match(
      await complaint(['--since', 'target', '--no-history']),
      /^pilots: --since needs the history\./,
    )
    assert.match(await complaint(['--since', 'target', '-']), /^pilots: --since compares files,/)
    assert.match(await complaint(['--since', 'target', '--as-of', '2026-05-01']), /name two states/)
    const clone = join(repo.root, 'clone')
    repo.git('clone', '--quiet', '--depth=1', `file://${repo.root}`, clone)
    assert.match(
      await complaint(['--since', 'HEAD'], clone),
      /this is a shallow clone\. Run git fetch --unshallow;/,
    )
    rmSync(join(clone, '.git'), { recursive: true })
    repo.git('symbolic-ref', 'HEAD', 'refs/heads/apart')
    const person = ['-c', 'user.name=x', '-c', 'user.email=x@example.com']
    repo.git(...person, 'commit', '--quiet', '--allow-empty', '-m', 'x')
    assert.match(await complaint(['--since', 'target']), /have no commit in common\. Name the branch/)
  })
})
