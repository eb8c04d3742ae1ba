import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entriesIn } from '../../server/src/node/entries.ts'

describe('what stands in a folder', () => {
  let folder = ''
  const decomposed = 'Pru\u0308fung.pilot.yaml'

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilots-entries-'))
    writeFileSync(join(folder, decomposed), '')
    mkdirSync(join(folder, 'b'))
    symlinkSync('b', join(folder, 'c'))
  })
  after(() => rmSync(folder, { recursive: true }))

  const namesOn = async (
    platform: string,
    look: (path: string) => ReturnType<typeof lstat> = (path) => lstat(path),
  ): Promise<readonly string[]> =>
    (await entriesIn(folder, { platform, look })).map(({ name, kind }) => `${kind} ${name}`).sort()

  it('has on macOS the names that editors and Git have for it', async () => {
    assert.deepEqual(await namesOn('darwin'), ['file Pr\u00fcfung.pilot.yaml', 'folder b', 'link c'])
  })

  it('is on Windows no link only because it is kept elsewhere', async () => {
    const inCloud = (): ReturnType<typeof lstat> => lstat(join(folder, decomposed))
    assert.ok((await namesOn('win32', inCloud)).includes('file c'))
    const gone = (): ReturnType<typeof lstat> => lstat(join(folder, 'gone'))
    assert.ok((await namesOn('win32', gone)).includes('link c'))
  })

  it('has on other systems the names that it was given', async () => {
    for (const platform of ['linux', 'win32'])
      assert.deepEqual(await namesOn(platform), [`file ${decomposed}`, 'folder b', 'link c'])
  })
})
