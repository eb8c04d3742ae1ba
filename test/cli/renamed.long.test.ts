import assert from 'node:assert/strict'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { localFiles } from '../../server/src/cli/local-files.ts'
import { historyGoalpostsMoved } from '../../server/src/engine/rules/history/goalposts-moved.ts'
import { type Git, gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { gitRevisions } from '../../server/src/node/revisions.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { type Outcome, pilots } from './memory-io.ts'

const pilot = (name: string, target: number): string => `apiVersion: pilot-as-code/v1
name: ${name}
title: Claims triage
stage: rollout
team: claims
useCase: triage
summary: A clerk confirms what the model proposes.
timeline: { start: 2026-01-30, end: 2026-12-31 }
criteria:
  success:
    - metric: Cases per day
      better: higher
      baseline: 40
      target: ${target}
`

describe('a pilot that was renamed since the last commit', () => {
  let repo: Repository
  let asked: string[]
  beforeEach(() => {
    asked = []
    const files = {
      'pilots/claims.pilot.yaml': pilot('claims', 70),
      'pilots/other.pilot.yaml': 'name: other\n',
    }
    repo = repository([{ date: '2026-01-15', files }])
    repo.git('reset', '--quiet', '--hard')
  })
  afterEach(() => repo.remove())

  const run = (...argv: readonly string[]): Promise<Outcome> => {
    const real = gitOf(process.env)
    const git: Git = {
      run(folder, call) {
        asked.push(call.command)
        return real.run(folder, call)
      },
    }
    const io = { cwd: repo.root, files: localFiles(), history: gitHistory(git), revisions: gitRevisions(git) }
    return pilots(['check', '-f', 'concise', ...argv], { rules: [historyGoalpostsMoved], io })
  }
  const rename = (path: string, text: string): void => {
    renameSync(join(repo.root, 'pilots/claims.pilot.yaml'), join(repo.root, path))
    repo.write(path, text)
  }
  const FOUND =
    /triage\.pilot\.yaml:14:15: error history\/goalposts-moved The target of "Cases per day" was 70/

  it('has its history, in the folder and in the index', async () => {
    rename('triage.pilot.yaml', pilot('triage', 55))
    for (const argv of [[], ['triage.pilot.yaml'], ['--since', 'HEAD']]) {
      const { out, code } = await run(...argv)
      assert.match(out, FOUND)
      assert.equal(code, 1)
    }
    repo.git('add', '--all')
    rmSync(join(repo.root, 'triage.pilot.yaml'))
    for (const argv of [[], ['triage.pilot.yaml']]) assert.match((await run('--staged', ...argv)).out, FOUND)
  })

  it('costs no process more than one that was not', async () => {
    await run()
    const before = asked.splice(0)
    rename('triage.pilot.yaml', pilot('triage', 55))
    await run()
    assert.deepEqual(asked, before)
  })

  it('is a pilot of its own while the other one is there', async () => {
    repo.write('triage.pilot.yaml', pilot('triage', 55))
    assert.doesNotMatch((await run()).out, /goalposts/)
    rmSync(join(repo.root, 'pilots/claims.pilot.yaml'))
    repo.write('triage.pilot.yaml', 'name: triage\ntitle: Another\nstage: rollout\n')
    assert.doesNotMatch((await run()).out, /goalposts/)
  })
})
