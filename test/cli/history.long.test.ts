import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import schema from '../../schemas/report.schema.json' with { type: 'json' }
import { localFiles } from '../../server/src/cli/local-files.ts'
import { historyGoalpostsMoved } from '../../server/src/engine/rules/history/goalposts-moved.ts'
import { stageDormant } from '../../server/src/engine/rules/stage/dormant.ts'
import { stageOverstayed } from '../../server/src/engine/rules/stage/overstayed.ts'
import { gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { type Outcome, pilots } from './memory-io.ts'

function pilot(target: number): string {
  return `apiVersion: pilot-as-code/v1
name: claims
title: Claims triage
stage: rollout
timeline: { start: 2026-02-02, end: 2026-09-30 }
criteria:
  success:
    - metric: Cases per day
      baseline: 40
      target: ${target}
`
}

describe('pilots and their history', () => {
  let repo: Repository
  const rules = [historyGoalpostsMoved, stageDormant]
  const run = (argv: readonly string[], cwd = repo.root): Promise<Outcome> => {
    const history = gitHistory(gitOf(process.env))
    return pilots(argv, { rules, io: { cwd, files: localFiles(), history } })
  }

  before(() => {
    repo = repository([
      { date: '2026-01-15', files: { 'pilots/claims.pilot.yaml': pilot(70) } },
      {
        date: '2026-04-20',
        mark: 'lower',
        author: 'Luis \x1b[2J Ortega',
        files: { 'pilots/claims.pilot.yaml': pilot(55) },
      },
      {
        date: '2026-04-22',
        files: { 'pilots/other.pilot.yaml': 'apiVersion: pilot-as-code/v1\nname: other\n' },
      },
    ])
    repo.write('pilots/claims.pilot.yaml', pilot(55))
  })
  after(() => repo.remove())

  it('are told in a finding, and where the commit is to be seen', async () => {
    const { out, err, code } = await run(['check'])
    const commit = repo.hash('lower').slice(0, 7)
    assert.equal(
      out,
      `pilots/claims.pilot.yaml

  10:15 error history/goalposts-moved
    The target of "Cases per day" was 70 at the start and became 55 on 2026-04-20 by Luis \\u{1b}[2J Ortega (commit ${commit}). Restore it, or let the notes of a gate say why.

        9 |       baseline: 40
       10 |       target: 55
          |               ^^

    fix: Restore the target 70
    diff: git show ${commit}
    why: pilots explain history/goalposts-moved

1 error in 1 file.
`,
    )
    assert.deepEqual({ err, code }, { err: '', code: 1 })
  })

  it('are told to programs', async () => {
    const { out } = await run(['check', '-f', 'json'])
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)
    assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors))
    const [{ past }] = JSON.parse(out).files[0].findings
    const author = 'Luis \x1b[2J Ortega'
    assert.deepEqual(past, {
      commit: repo.hash('lower'),
      date: '2026-04-20',
      author,
      before: '70',
      after: '55',
    })
  })

  it('are left out on request, or where there are none, with the reason', async () => {
    const said = async (argv: readonly string[], cwd?: string): Promise<string> =>
      (await run(['check', ...argv], cwd)).out.replace(/^No findings in 1 file\. /, '')
    assert.equal(
      await said(['--no-history']),
      '2 rules not run for lack of Git history: it is switched off.\n',
    )
    repo.write('pilots/new.pilot.yaml', pilot(1))
    assert.equal(
      await said(['pilots/new.pilot.yaml']),
      '2 rules not run for lack of Git history: the file is in no commit yet.\n',
    )
    const { out } = await run(['check', '-f', 'json', 'pilots/new.pilot.yaml'])
    assert.equal(JSON.parse(out).files[0].notRun[0].because, 'uncommitted')
    rmSync(join(repo.root, 'pilots/new.pilot.yaml'))
    const empty = repository([])
    empty.write('x.pilot.yaml', pilot(1))
    assert.equal(
      await said([], empty.root),
      '2 rules not run for lack of Git history: the repository has no commits yet.\n',
    )
    rmSync(join(empty.root, '.git'), { recursive: true })
    assert.equal(
      await said([], empty.root),
      '2 rules not run for lack of Git history: this is not a Git repository.\n',
    )
    empty.remove()
    const hidden = repository([{ date: '2026-01-15', files: { 'x.pilot.yaml': '\0GITCRYPT\0 sealed' } }])
    hidden.write('x.pilot.yaml', pilot(1))
    assert.equal(
      await said([], hidden.root),
      '2 rules not run for lack of Git history: no commit holds a readable text of it.\n',
    )
    hidden.remove()
  })

  it('are missed in GitHub Actions where only the last commit was checked out, unless that is on purpose', async () => {
    const clone = `${repo.root}-clone`
    repo.git('clone', '--quiet', '--depth=1', `file://${repo.root}`, clone)
    const said = async (...more: readonly string[]): Promise<readonly string[]> =>
      (await run(['check', '-f', 'github', ...more], clone)).out.match(/^::.*title=history.*$/gm) ?? []
    assert.deepEqual(await said(), [
      '::warning title=history::Nobody looked at the history: this is a shallow clone (git fetch --unshallow makes it whole). Give actions/checkout fetch-depth: 0 and no filter, or pass --no-history.',
    ])
    assert.deepEqual(await said('--no-history'), [])
    repo.git('-C', clone, 'fetch', '--quiet', '--unshallow')
    const [moved, ...others] = await said()
    assert.match(moved ?? '', /^::error .*title=history\/goalposts-moved/)
    assert.deepEqual(others, [])
    rmSync(clone, { recursive: true })
  })

  it('are those of a day of the past, with the files of then', async () => {
    const then = await run(['check', 'pilots', '--as-of', '2026-04-21', '-f', 'json'])
    assert.match(then.err, /^pilots: The files are those of commit [0-9a-f]{7} of 2026-04-20\./)
    assert.deepEqual(
      JSON.parse(then.out).files.map(({ path }: { path: string }) => path),
      ['pilots/claims.pilot.yaml'],
    )
    const before = await run(['check', '--as-of', '2026-03-01'])
    assert.match(before.out, /^No findings in 1 file\.\n/)
    const deleted = await run(['check', 'pilots/other.pilot.yaml', '--as-of', '2026-05-31'])
    assert.match(deleted.out, /^pilots\/other\.pilot\.yaml\n/)
    const missing = await run(['check', 'pilots', 'pilots/other.pilot.yaml', '--as-of', '2026-04-21'])
    assert.match(missing.err, /There is no file or folder "pilots\/other\.pilot\.yaml"/)
  })

  it('are the present files on another day without Git, or where the repository begins later', async () => {
    const dormant = await run(['check', '--as-of', '2026-08-01'])
    assert.match(dormant.out, /stage\/dormant/)
    assert.equal(dormant.err, '')
    const early = await run(['check', 'pilots', '--as-of', '2025-12-01'])
    assert.match(
      early.err,
      /^pilots: There were no such pilots in the repository by 2025-12-01\. The files are the present/,
    )
    assert.match(
      early.out,
      /^No findings in 1 file\. 2 rules not run for lack of Git history: it begins after/,
    )
    const present = await run(['check', '--as-of', '2026-03-01', '--no-history'])
    assert.equal(present.err, '')
  })

  it('are touched by nobody who moves their folder', async () => {
    const moved = repository([
      { date: '2026-01-15', author: 'Luis Ortega', files: { 'pilots/claims.pilot.yaml': pilot(70) } },
      { date: '2026-05-20', renames: { 'pilots/claims.pilot.yaml': 'teams/claims.pilot.yaml' } },
    ])
    moved.write('teams/claims.pilot.yaml', pilot(70))
    const { out } = await run(['check', '-f', 'concise'], moved.root)
    moved.remove()
    assert.match(out, /stage\/dormant Nobody has touched the pilot since 2026-01-15, .* when Luis Ortega did/)
  })

  it('are not looked at in a clone without them, so that nothing in the baseline counts as fixed', async () => {
    const text = 'apiVersion: pilot-as-code/v1\nname: a\ntitle: Bot\nstage: criteria\n'
    const written = new Map<string, string>()
    const old = repository([{ date: '2025-06-02', files: { 'a.pilot.yaml': text } }])
    old.write('a.pilot.yaml', text)
    const here = async (...argv: string[]): Promise<Outcome> => {
      const io = { cwd: old.root, files: localFiles(), history: gitHistory(gitOf(process.env)) }
      return pilots(argv, { rules: [stageOverstayed], portfolioRules: [], io, written })
    }
    assert.match((await here('baseline', 'create')).out, /with 1 finding /)
    old.write('pilots.baseline.json', [...written.values()].join(''))
    const { out, err, code } = await here('check', '--no-history')
    assert.deepEqual([out, err, code], ['No new findings in 1 file.\n', '', 0])
    rmSync(join(old.root, '.git'), { recursive: true })
    assert.match((await here('baseline', 'prune')).out, /^Nothing of pilots\.baseline\.json is fixed/)
    old.remove()
  })

  it('are foreseen', async () => {
    const { out, code } = await run(['forecast', '--until', '90d'])
    assert.equal(
      out
        .split('\n')
        .slice(0, 2)
        .join('\n')
        .replace(/ +\(?Nobody.*/, ''),
      'Day         Pilot   Severity  Rule           Finding\n2026-06-20  claims  error     stage/dormant',
    )
    assert.equal(code, 0)
  })
})
