import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../server/src/cli/main.ts', import.meta.url))

describe('the program', () => {
  it('says that a full disk takes no report, and ends with 2', function () {
    if (!existsSync('/dev/full')) this.skip()
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, 'rules'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    })
    assert.deepEqual([status, stderr], [2, 'pilots: standard output cannot be written (ENOSPC).\n'])
  })

  it('ends as it would where nothing can be said', function () {
    if (!existsSync('/dev/full')) this.skip()
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', main, 'check', 'nowhere'], {
      stdio: ['ignore', 'pipe', openSync('/dev/full', 'w')],
    })
    assert.equal(status, 2)
  })

  it('reads standard input', () => {
    const options = { input: '# ü'.repeat(1_000_000), encoding: 'utf8' } as const
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', main, 'check', '-'], options)
    assert.match(stdout, /Not checked: the file is larger than 2 MB/)
    assert.equal(status, 1)
  })
})
