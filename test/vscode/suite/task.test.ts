import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { ProcessExecution, tasks } from 'vscode'

describe('the task', () => {
  it('pilots: check runs the command line of the extension in the folder', async () => {
    const found = await tasks.fetchTasks({ type: 'pilots' })
    assert.deepEqual(
      found.map(({ name, source }) => `${source}: ${name}`),
      ['pilots: check'],
    )
    const [task] = found
    const { execution } = task ?? {}
    assert.ok(execution instanceof ProcessExecution)
    assert.deepEqual(execution.args.slice(1), ['check', '.', '--format=concise'])
    const { cwd, env } = execution.options ?? {}
    const { status, stdout } = spawnSync(execution.process, [...execution.args, '--as-of=2026-11-20'], {
      cwd,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    })
    assert.equal(status, 1)
    assert.match(
      stdout,
      /^pilots\/shift-scheduling\.pilot\.yaml:\d+:\d+: error owners\/operator-not-a-person /m,
    )
    // The findings are among the problems already, from the server.
    assert.deepEqual(task?.problemMatchers, [])
  })
})
