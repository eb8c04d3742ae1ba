import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import schema from '../../schemas/report.schema.json' with { type: 'json' }
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
    const format = more.includes('json') ? 'json' : 'concise'
    const options = more.filter((each) => each !== 'json')
    return pilots(['check', '--since', 'HEAD', '-f', format, ...options], { rules, io })
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

  it('is named where only what it extends has changed, however that file is called', async () => {
    const main = {
      'pilots.config.yaml': 'extends: [recommended, shared/weights]\n',
      'shared/weights': '{}\n',
    }
    branch(main, { 'claims.pilot.yaml': pilot('claims', early), 'shared/weights': off })
    assert.match(
      (await run()).out,
      / both: shared\/weights\. As it was, there would be 1 warning more: stage\/no-window\.\n$/,
    )
  })

  it('is named where what it extends lies in a submodule with another commit', async () => {
    const main = { 'pilots.config.yaml': 'extends: [recommended, shared/weights.yaml]\n' }
    branch(main, { 'claims.pilot.yaml': pilot('claims', early), 'shared/weights.yaml': '{}\n' })
    const inner = (...args: readonly string[]): string => repo.git('-C', 'shared', ...args)
    const commit = (): void => {
      inner('add', '-A')
      inner('-c', 'user.name=Dana', '-c', 'user.email=dana@example.com', 'commit', '--quiet', '-m', 'x')
    }
    repo.git('rm', '--quiet', '--cached', '-r', 'shared')
    repo.git('init', '--quiet', 'shared')
    commit()
    repo.git('add', 'shared')
    repo.git('-c', 'user.name=Dana', '-c', 'user.email=dana@example.com', 'commit', '--quiet', '-m', 'x')
    assert.doesNotMatch((await run()).out, /Changed since/)
    repo.write('shared/weights.yaml', off)
    commit()
    repo.git('add', 'shared')
    repo.write('.gitmodules', '[submodule "x"]\n  path = shared\n  url = ./x\n  ignore = all\n')
    repo.git('add', '.gitmodules')
    assert.match((await run()).out, / applied to both: shared\/weights\.yaml\.\n$/)
  })

  it('of another folder hides what would be reported where the pilot was', async () => {
    const overrides = 'overrides: [{ files: ["lab/**"], rules: { stage/no-window: off } }]\n'
    branch({ 'pilots.config.yaml': overrides }, {})
    rmSync(join(repo.root, 'claims.pilot.yaml'))
    const moved = async (end: string): Promise<string> => {
      repo.write('lab/claims.pilot.yaml', pilot('claims', end))
      repo.git('add', '-A')
      return (await run()).out
    }
    assert.match(await moved('2026-09-30'), / 0 new\.\n$/)
    const out = await moved(early)
    assert.match(
      out,
      / 0 new\. Where the pilots were before, there would be 1 warning more: stage\/no-window\.\n$/,
    )
    const json = JSON.parse((await run('json')).out)
    assert.deepEqual(json.comparisons[0].moved, [
      { path: 'lab/claims.pilot.yaml', from: 'claims.pilot.yaml' },
    ])
    assert.equal(json.comparisons[0].hidden[0].path, 'lab/claims.pilot.yaml')
    assert.ok(new Ajv2020().validate(schema, json))
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
