import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { localFiles } from '../../server/src/cli/local-files.ts'
import { stageNoWindow } from '../../server/src/engine/rules/stage/no-window.ts'
import { gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { gitRevisions } from '../../server/src/node/revisions.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { type Outcome, pilots } from './memory-io.ts'

const pilot = (name: string, end: string): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: Triage\nstage: criteria\nowners: { operator: { name: Luis Ortega } }\ntimeline: { start: 2026-02-02, end: ${end} }\n`
const early = '2026-01-30'
const off = 'rules: { stage/no-window: off }\n'

describe('a configuration that a branch changes', () => {
  let repo: Repository
  afterEach(() => repo.remove())

  /** Main has these files; those that are written over them afterwards are in the index. */
  const branch = (main: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): void => {
    const files = { 'claims.pilot.yaml': pilot('claims', '2026-09-30'), ...main }
    repo = repository([{ date: '2026-03-02', files }])
    for (const [path, text] of Object.entries({ ...files, ...now })) repo.write(path, text)
    repo.git('add', '-A')
  }
  const run = (...more: readonly string[]): Promise<Outcome> => {
    const git = gitOf(process.env)
    const sources = { history: gitHistory(git), revisions: gitRevisions(git) }
    const rules = [stageNoWindow]
    const io = { cwd: repo.root, files: localFiles(), ...sources }
    return pilots(['check', '--since', 'HEAD', '-f', 'concise', ...more], { rules, io })
  }

  it('hides what it would report as it was, also where what it extended has changed or is gone', async () => {
    const main = {
      'pilots.config.yaml': 'extends: shared/weights.yaml\n',
      'shared/weights.yaml': 'rules: { stage/no-window: warning }\n',
    }
    const now = { 'pilots.config.yaml': off, 'claims.pilot.yaml': pilot('claims', early) }
    branch(main, { ...now, 'shared/weights.yaml': off })
    const told = /As it was, there would be 1 warning more: stage\/no-window\.\n$/
    assert.match((await run()).out, told)
    rmSync(join(repo.root, 'shared'), { recursive: true })
    repo.git('add', '-A')
    const { out, code } = await run()
    assert.match(out, told)
    assert.equal(code, 0)
  })

  it('hides nothing that could be told where it was named and not there before', async () => {
    branch({}, { 'strict.yaml': 'extends: strict\n' })
    const { out, err, code } = await run('--config', 'strict.yaml')
    assert.match(out, /applied to both: strict\.yaml\.\n$/)
    assert.deepEqual([err, code], ['', 0])
  })

  it('hides nothing that could be told for an owner whose pilots it left out', async () => {
    const mine = { 'other.pilot.yaml': pilot('other', '2026-09-30') }
    const main = {
      ...mine,
      'claims.pilot.yaml': pilot('claims', early).replace(/owners.*\n/, ''),
      'pilots.config.yaml': 'include: [claims.pilot.yaml]\n',
    }
    branch(main, { 'pilots.config.yaml': 'currency: EUR\n' })
    const { err, code } = await run('--owner', 'Luis Ortega')
    assert.deepEqual([err, code], ['', 0])
  })
})
