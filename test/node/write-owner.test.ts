import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localDisk } from '../../server/src/node/disk.ts'
import { writesOn } from '../../server/src/node/write.ts'

describe('a file that is replaced', () => {
  let folder = ''
  const writes = writesOn()
  const at = (name: string): string => join(folder, name)

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilots-write-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('keeps its mode, whatever that of new files is', async () => {
    await mkdir(at('c'))
    for (const mode of [0o640, 0o666]) {
      await writeFile(at('c/a'), 'old')
      chmodSync(at('c/a'), mode)
      const result = await writes.replace(at('c/a'), { before: 'old', after: 'new' }, folder)
      assert.deepEqual(result, { kind: 'written' })
      assert.equal(await readFile(at('c/a'), 'utf8'), 'new')
      assert.equal(statSync(at('c/a')).mode & 0o777, mode)
      assert.deepEqual(await readdir(at('c')), ['a'])
    }
  })

  it('goes to its group and owner, where that is allowed', async () => {
    await writeFile(at('a'), 'old')
    const { uid, gid } = statSync(at('a'))
    for (const mine of [{ uid }, { gid }, { uid, gid }]) {
      const given: unknown[] = []
      const shared = writesOn({
        ...localDisk,
        async open(path, flags, mode) {
          const file = await open(path, flags, mode)
          const other = {
            stat: async () => ({ uid: uid + 1, gid: gid + 1, ...mine }),
            chown: async (...owner: readonly unknown[]) => {
              given.push(owner)
              throw Object.assign(new Error(), { code: 'EPERM' })
            },
          }
          return handleWith(file, other)
        },
      })
      const result = await shared.replace(at('a'), { before: 'old', after: 'old' }, folder)
      assert.deepEqual(result, { kind: 'written' })
      assert.deepEqual(given, 'uid' in mine && 'gid' in mine ? [] : [[uid, gid]])
    }
  })
})

/** An open file, some of whose operations are others. */
function handleWith(file: FileHandle, others: object): FileHandle {
  return new Proxy(file, {
    get(target, key) {
      const value: unknown = Reflect.get(key in others ? others : target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
