import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Git, gitOf } from '../../server/src/node/git.ts'
import { trackedBy } from '../../server/src/node/tracked.ts'
import { repository } from '../support/git-repository.ts'

describe('the pilots that a repository holds', () => {
  it('are asked for once for each state of its index, also in a second working tree', async () => {
    const files = { 'a.pilot.yaml': 'name: a\n' }
    const { root, git, remove } = repository([{ date: '2026-01-05', files }])
    git('reset', '--quiet', '--hard')
    const second = join(root, 'second')
    git('worktree', 'add', '--quiet', '--detach', second)
    for (const folder of [root, second]) {
      let asked = 0
      const counting: Git = {
        run(...call) {
          asked++
          return real.run(...call)
        },
      }
      const tracked = trackedBy(counting)
      const [a, b] = [join(folder, 'a.pilot.yaml'), join(folder, 'b.pilot.yaml')]
      for (let times = 0; times < 3; times++) assert.deepEqual([...(await tracked(folder))], [a])
      assert.equal(asked, 1)
      writeFileSync(b, 'name: b\n')
      git('-C', folder, 'add', b)
      for (let times = 0; times < 3; times++) assert.deepEqual([...(await tracked(folder))], [a, b])
      assert.equal(asked, 2)
    }
    remove()
  })
})

const real = gitOf(process.env)
