import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Disk, localDisk, waitsOn } from '../../server/src/node/disk.ts'
import { writesOn } from '../../server/src/node/write.ts'

describe('writing files as Windows lets us', () => {
  let folder = ''
  const at = (name: string): string => join(folder, name)
  const text = (name: string): Promise<string> => readFile(at(name), 'utf8')
  const names = async (): Promise<string[]> => (await readdir(folder)).sort()

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilots-write-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('replaces a file that another program holds for a moment', async () => {
    await writeFile(at('a'), 'old')
    const codes = ['EPERM', 'EBUSY', 'EACCES']
    const held = writesOn({
      ...localDisk,
      waits: [1, 1, 1],
      async rename(from, to) {
        const code = codes.pop()
        if (code) throw failure(code)
        await rename(from, to)
      },
    })
    assert.deepEqual(await held.replace(at('a'), { before: 'old', after: 'new' }, folder), {
      kind: 'written',
    })
    assert.equal(await text('a'), 'new')
    assert.ok(waitsOn('win32').length > 3)
    assert.deepEqual(waitsOn('linux'), [])
  })

  it('replaces none that is changed meanwhile, or is never let go', async () => {
    for (const [name, held, expected] of [
      ['a', () => writeFile(at('a'), 'edited'), { kind: 'changed' }],
      ['b', async () => undefined, { kind: 'failed', reason: 'another program holds it' }],
    ] as const) {
      await writeFile(at(name), 'old')
      const disk: Disk = {
        ...localDisk,
        waits: [1],
        async rename() {
          await held()
          throw failure('EBUSY')
        },
      }
      const result = await writesOn(disk).replace(at(name), { before: 'old', after: 'new' }, folder)
      assert.deepEqual(result, expected)
    }
    assert.deepEqual([await text('a'), await text('b')], ['edited', 'old'])
    assert.deepEqual(await names(), ['a', 'b'])
  })

  it('creates a file on a stick, of which it says that it is a folder, and in a drive of a cloud', async () => {
    for (const code of ['EISDIR', 'UNKNOWN']) {
      const writes = writesOn({ ...localDisk, link: () => Promise.reject(failure(code)) })
      assert.deepEqual(await writes.create(at(code), 'new', folder), { kind: 'written' })
      assert.deepEqual(await writes.create(at(code), 'newer', folder), { kind: 'exists' })
      assert.equal(await text(code), 'new')
    }
    assert.deepEqual(await names(), ['EISDIR', 'UNKNOWN'])
  })
})

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}
