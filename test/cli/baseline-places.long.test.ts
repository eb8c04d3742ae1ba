import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { localFiles } from '../../server/src/cli/local-files.ts'
import { portfolioCopied } from '../../server/src/engine/rules/portfolio/copied.ts'
import { gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { writesOn } from '../../server/src/node/write.ts'
import { complete } from '../support/check.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { type Outcome, pilots } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

const FILE = 'pilots.baseline.json'
const stuck = sampleFiles['pilots/b-stuck.pilot.yaml'] ?? ''

describe('the baselines of a repository', () => {
  let repo: Repository
  beforeEach(() => {
    repo = repository([{ date: '2026-01-15', files: { 'note.md': 'x' } }])
  })
  afterEach(() => repo.remove())

  const run = (argv: readonly string[], folder = ''): Promise<Outcome> => {
    const io = { files: localFiles(), history: gitHistory(gitOf(process.env)), writes: writesOn() }
    return pilots(argv, { portfolioRules: [portfolioCopied], io: { ...io, cwd: join(repo.root, folder) } })
  }
  const read = (path: string): string => readFileSync(join(repo.root, path), 'utf8')

  it('are all pruned, wherever that is asked for', async () => {
    repo.write('eu/pilots.config.yaml', '{}\n')
    repo.write('eu/a.pilot.yaml', stuck.replace('b-stuck', 'a'))
    repo.write('us/b-stuck.pilot.yaml', stuck)
    repo.write('us/fine.pilot.yaml', sampleFiles['pilots/a-healthy.pilot.yaml'] ?? '')
    const made = await run(['baseline', 'create'], 'eu')
    assert.match(made.out, /^Wrote pilots\.baseline\.json with 3 /)
    assert.equal(
      made.err,
      'pilots: 1 other pilot has no baseline, ../us/b-stuck.pilot.yaml. Run pilots baseline create in its folder, too.\n',
    )
    repo.write('eu/a.pilot.yaml', stuck.replace('b-stuck', 'a').replace('2026-01-30', '2026-05-30'))
    assert.match((await run(['check'])).err, /^pilots: eu\/pilots\.baseline\.json: .* baseline prune and /)
    const { out, code } = await run(['baseline', 'prune'])
    assert.equal(out, 'Took 1 fixed finding out of eu/pilots.baseline.json: 2 findings are left.\n')
    assert.equal(code, 0)
    assert.equal((await run(['check'])).err, '')
    assert.equal((await run(['baseline', 'create'], 'us')).err, '')
    assert.deepEqual(Object.keys(JSON.parse(read(FILE)).files), ['us/b-stuck.pilot.yaml'])
    repo.write('us/b-stuck.pilot.yaml', stuck.replace('2026-01-30', '2026-05-30'))
    const pruned = await run(['baseline', 'prune'], 'eu')
    assert.equal(
      pruned.out,
      'Nothing of pilots.baseline.json is fixed: 2 findings are left.\nTook 1 fixed finding out of ../pilots.baseline.json: 2 findings are left.\n',
    )
  })

  it('stay where they are when the configuration is another one', async () => {
    repo.write('eu/pilots.config.yaml', '{}\n')
    repo.write('eu/a.pilot.yaml', stuck.replace('b-stuck', 'a'))
    await run(['baseline', 'create'], 'eu')
    rmSync(join(repo.root, 'eu/pilots.config.yaml'))
    repo.write('pilots.config.yaml', '{}\n')
    assert.match(
      (await run(['baseline', 'create'], 'eu')).err,
      /^pilots: There is a pilots\.baseline\.json already/,
    )
  })

  it('are all shown, wherever that is asked for', async () => {
    repo.write('eu/pilots.config.yaml', '{}\n')
    repo.write('eu/a.pilot.yaml', stuck.replace('b-stuck', 'a'))
    repo.write('us/b-stuck.pilot.yaml', stuck)
    await run(['baseline', 'create'], 'eu')
    await run(['baseline', 'create'], 'us')
    const said = async (folder: string): Promise<readonly string[]> =>
      (await run(['baseline', 'show'], folder)).out.split('\n').filter((line) => line.includes(' hold'))
    const each = 'holds 3 findings in 1 file.'
    const sum = '2 baselines hold 6 findings in 2 files.'
    assert.deepEqual(await said(''), [`eu/${FILE} ${each}`, `${FILE} ${each}`, sum])
    assert.deepEqual(await said('us'), [`../eu/${FILE} ${each}`, `../${FILE} ${each}`, sum])
    const { findings, baselines } = JSON.parse((await run(['baseline', 'show', '-f', 'json'], 'eu')).out)
    const paths = baselines.map(({ path }: { readonly path: string }) => path)
    assert.deepEqual([findings, paths], [6, [FILE, `../${FILE}`]])
  })

  it('count nothing as fixed that they do not hold for where there is no repository', async () => {
    rmSync(join(repo.root, '.git'), { recursive: true })
    repo.write('eu/b-stuck.pilot.yaml', stuck)
    assert.match((await run(['baseline', 'create'])).out, / with 3 findings in 1 of 1 file\./)
    assert.match((await run(['check'])).out, /^No new findings/)
    // The search for what holds for a file ends at the folder of the run.
    const { out, err } = await run(['check', '..', '-f', 'concise'], 'eu')
    assert.match(out, /\n3 errors in 1 file\. 1 suppressed\./)
    assert.doesNotMatch(out, /fixed/)
    assert.equal(err, '')
    // What is gone is.
    rmSync(join(repo.root, 'eu/b-stuck.pilot.yaml'))
    repo.write('eu/c.pilot.yaml', stuck.replace('b-stuck', 'c').replace('title: ', 'title: Another '))
    assert.match((await run(['check', '..', '-f', 'concise'], 'eu')).err, /3 findings of it are fixed/)
  })

  it('are found by whatever asks for them when all of their pilots are gone', async () => {
    repo.write('eu/pilots.config.yaml', '{}\n')
    repo.write('eu/a.pilot.yaml', stuck.replace('b-stuck', 'a'))
    repo.write('us/b-stuck.pilot.yaml', stuck)
    await run(['baseline', 'create'], 'eu')
    await run(['baseline', 'create'])
    rmSync(join(repo.root, 'eu/a.pilot.yaml'))
    assert.match((await run(['baseline', 'show'])).out, /^eu\/pilots\.baseline\.json holds 3 /m)
    assert.match((await run(['doctor'])).out, /eu\/pilots\.baseline\.json, 3 findings/)
    const checked = await run(['check'])
    assert.match(checked.err, /^pilots: eu\/pilots\.baseline\.json: 3 findings of it are fixed\./)
    assert.equal(checked.code, 1)
    const chosen = await run(['check', '--ignore', 'sample/team-missing'])
    assert.deepEqual([chosen.err, chosen.code], ['', 0])
    const { out } = await run(['baseline', 'prune'])
    assert.match(out, /^Took 3 fixed findings out of eu\/pilots\.baseline\.json: 0 findings are left\.$/m)
    assert.equal((await run(['check'])).err, '')
  })

  it('count for nothing where Git ignores them', async () => {
    repo.write('eu/pilots.config.yaml', '{}\n')
    repo.write('eu/a.pilot.yaml', stuck.replace('b-stuck', 'a'))
    await run(['baseline', 'create'], 'eu')
    rmSync(join(repo.root, 'eu/a.pilot.yaml'))
    repo.write('b-stuck.pilot.yaml', stuck)
    repo.write('.gitignore', 'eu/\n')
    await run(['baseline', 'create'])
    assert.equal((await run(['check'])).err, '')
    assert.doesNotMatch((await run(['baseline', 'show'])).out, /eu\//)
  })

  it('hold what is found among all pilots, also where a folder has its own', async () => {
    const numbers = '[{ metric: A, baseline: 9.2 }, { metric: B, baseline: 31 }, { metric: C, baseline: 14 }]'
    const pilot = (name: string): string => complete(`name: ${name}\ncriteria: { success: ${numbers} }\n`)
    repo.write('eu/a.pilot.yaml', pilot('a'))
    repo.write('us/pilots.config.yaml', '{}\n')
    repo.write('us/b.pilot.yaml', pilot('b'))
    const found = /b\.pilot\.yaml.* portfolio\/copied/
    assert.match((await run(['check', '-f', 'concise'])).out, found)
    await run(['baseline', 'create'], 'us')
    assert.doesNotMatch((await run(['check', '-f', 'concise'])).out, found)
    assert.deepEqual(Object.keys(JSON.parse(read(`us/${FILE}`)).files), ['b.pilot.yaml'])
    assert.equal((await run(['check', '.'], 'us')).err, '')
    await run(['baseline', 'prune'], 'us')
    assert.doesNotMatch((await run(['check', '-f', 'concise'])).out, found)
  })

  it('hold nothing of a repository below, for which they do not hold', async () => {
    repo.write('b-stuck.pilot.yaml', stuck)
    repo.write('module/a.pilot.yaml', stuck.replace('b-stuck', 'a'))
    repo.git('init', '--quiet', 'module')
    const { out } = await run(['baseline', 'create'])
    assert.match(out, /^Wrote pilots\.baseline\.json with 3 findings in 1 of 1 file\./)
    const checked = await run(['check', '-f', 'concise'])
    assert.equal(checked.err, '')
    assert.match(checked.out, /^module\/a\.pilot/)
    await run(['baseline', 'create'], 'module')
    assert.match((await run(['check', '-f', 'concise'])).out, /^No new findings in 2 files\./)
  })
})
