import assert from 'node:assert/strict'
import { posix, win32 } from 'node:path'
import { joined, native, pathOf, slashed, uriOf } from '../../server/src/cli/paths.ts'

describe('paths of the command line', () => {
  it('have forward slashes and one spelling of a drive', () => {
    for (const [path, expected] of [
      [String.raw`C:\work\a.pilot.yaml`, 'C:/work/a.pilot.yaml'],
      [String.raw`c:\work`, 'C:/work'],
      ['c:/work/a', 'C:/work/a'],
      [String.raw`\\server\share\work`, '//server/share/work'],
      ['pilots/a.pilot.yaml', 'pilots/a.pilot.yaml'],
    ] as const)
      assert.equal(slashed(path, win32), expected)
    assert.equal(slashed(String.raw`/work/c:\a`, posix), String.raw`/work/c:\a`)
  })

  it('have one spelling of a letter on macOS', () => {
    assert.equal(slashed('/work/Pru\u0308fung', posix, 'darwin'), '/work/Pr\u00fcfung')
    assert.equal(slashed('/work/Pru\u0308fung', posix, 'linux'), '/work/Pru\u0308fung')
  })

  it('become those of the system, also the root of a drive and a folder of another computer', () => {
    for (const [path, expected] of [
      ['C:/work/a', String.raw`C:\work\a`],
      ['P:', 'P:\\'],
      ['P:/', 'P:\\'],
      ['//server/share/work', String.raw`\\server\share\work`],
    ] as const)
      assert.equal(native(path, win32), expected)
    assert.equal(native('/work/a', posix), '/work/a')
    assert.equal(native('/', posix), '/')
  })

  it('stay on another computer when they are put together', () => {
    assert.equal(joined('//server/share', 'a/../b'), '//server/share/b')
    assert.equal(joined('/work', 'a'), '/work/a')
    assert.equal(joined('', 'a'), 'a')
  })

  it('are found again by their addresses', () => {
    for (const path of ['/work/ä b#1%.pilot.yaml', '/']) assert.equal(pathOf(uriOf(path)), path)
  })
})
