import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import schema from '../../schemas/report.schema.json' with { type: 'json' }
import { localFiles } from '../../server/src/cli/local-files.ts'
import { gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { gitRevisions } from '../../server/src/node/revisions.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { type Outcome, pilots } from './memory-io.ts'
import { sampleRules } from './sample-rules.ts'

/** It ends before it starts. */
const early = (name: string): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: Triage\nstage: criteria\ntimeline: { start: 2026-02-02, end: 2026-01-30 }\n`
const silenced = (name: string): string =>
  early(name).replace(
    'timeline',
    '# pilots-ignore-next-line sample/ends-early -- the days are swapped\ntimeline',
  )

describe('check --since', () => {
  let repo: Repository
  afterEach(() => repo.remove())

  const run = (...more: readonly string[]): Promise<Outcome> => {
    const git = gitOf(process.env)
    const io = {
      cwd: repo.root,
      files: localFiles(),
      history: gitHistory(git),
      revisions: gitRevisions(git),
    }
    const rules = sampleRules.filter(({ id }) => id === 'sample/ends-early')
    return pilots(['check', '--since', 'HEAD', ...more], { rules, io })
  }

  it('does not take a tag for the branch of its name, which would be the present commit', async () => {
    const files = { 'old.pilot.yaml': early('old') }
    repo = repository([{ date: '2026-03-02' }, { date: '2026-03-03', files }])
    repo.write('old.pilot.yaml', early('old'))
    repo.git('update-ref', 'refs/remotes/origin/main', 'HEAD~1')
    assert.equal((await run('--since', 'origin/main')).code, 1)
    repo.git('tag', 'origin/main')
    repo.git('config', 'core.warnAmbiguousRefs', 'false')
    for (const ref of ['origin/main', 'origin/main~0']) {
      const { code, out, err } = await run('--since', ref)
      assert.deepEqual([code, out], [2, ''])
      assert.match(
        err,
        /^pilots: "origin\/main(~0)?" is the name of several things here, such as a branch and a tag\./,
      )
    }
    assert.equal((await run('--since', 'refs/remotes/origin/main')).code, 1)
    repo.git('tag', repo.head)
    assert.equal((await run('--since', repo.head)).code, 0)
  })

  it('counts what a comment silences now and did not then, be it new or not', async () => {
    const files = { 'known.pilot.yaml': silenced('known'), 'old.pilot.yaml': early('old') }
    repo = repository([{ date: '2026-03-02', files }])
    for (const name of ['old', 'new']) repo.write(`${name}.pilot.yaml`, silenced(name))
    repo.write('known.pilot.yaml', `# moved\n${silenced('known')}`)
    const { out, code } = await run()
    assert.match(
      out,
      /^No new findings in 3 files\. Since HEAD \(\w+\): 0 new, 2 suppressed\. 3 suppressed\./,
    )
    assert.equal(code, 0)
    assert.equal(JSON.parse((await run('-f', 'json')).out).comparisons[0].suppressed, 2)
  })
  it('names a pilot that was moved to where no check takes it', async () => {
    const files = { 'known.pilot.yaml': early('known'), 'other.pilot.yaml': early('other') }
    repo = repository([{ date: '2026-03-02', files }])
    repo.write('other.pilot.yaml', early('other'))
    repo.write('node_modules/known.pilot.yaml', early('known'))
    const { out, code } = await run()
    assert.match(out, /: 0 new, 1 unchanged, 1 gone\. No longer checked: known\.pilot\.yaml\.$/m)
    assert.equal(code, 0)
    const json = JSON.parse((await run('-f', 'json')).out)
    assert.deepEqual(json.comparisons[0].unchecked, ['known.pilot.yaml'])
    assert.ok(new Ajv2020().validate(schema, json))
    assert.doesNotMatch((await run('other.pilot.yaml')).out, /No longer checked/)
  })
  it('names no configuration of which only the rights have changed', async () => {
    const files = { 'known.pilot.yaml': early('known'), 'pilots.config.yaml': 'extends: minimal\n' }
    repo = repository([{ date: '2026-03-02', files }])
    for (const [path, text] of Object.entries(files)) repo.write(path, text)
    repo.git('add', '-A')
    repo.git('update-index', '--chmod=+x', 'pilots.config.yaml')
    assert.doesNotMatch((await run()).out, /Changed since then/)
  })
})
