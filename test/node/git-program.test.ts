import assert from 'node:assert/strict'
import { posix, win32 } from 'node:path'
import { foldersOf } from '../../server/src/node/git-program.ts'

describe('where Git is looked for', () => {
  it('is in the folders of the PATH, and never where the program runs', () => {
    const env = { PATH: '/usr/bin:.::bin:"/opt/x"' }
    assert.deepEqual(foldersOf(env, posix), ['/usr/bin'])
  })

  it('is also in folders that stand in quotes on Windows', () => {
    const env = { Path: String.raw`C:\Windows;"C:\Program Files\Git\cmd";.;bin;` }
    assert.deepEqual(foldersOf(env, win32), [String.raw`C:\Windows`, String.raw`C:\Program Files\Git\cmd`])
  })
})
