import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import {
  access,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Disk, localDisk } from '../../server/src/node/disk.ts'
import { writesOn } from '../../server/src/node/write.ts'

describe('writing files', () => {
  let folder = ''
  const writes = writesOn()
  const at = (name: string): string => join(folder, name)
  const text = (name: string): Promise<string> => readFile(at(name), 'utf8')
  const names = async (): Promise<string[]> => (await readdir(folder)).sort()

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilots-write-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  describe('replaces a file', () => {
    it('byte for byte, with byte order mark, line ends and without a last one', async () => {
      const before = '\uFEFFa: ä\r\nb: 🚀'
      await writeFile(at('a'), before)
      await writes.replace(at('a'), { before, after: `${before}\r\nc: 1` }, folder)
      assert.equal(await text('a'), `${before}\r\nc: 1`)
    })

    it('not when it changed since it was read', async () => {
      await writeFile(at('a'), 'edited')
      const result = await writes.replace(at('a'), { before: 'old', after: 'new' }, folder)
      assert.deepEqual(result, { kind: 'changed' })
      assert.equal(await text('a'), 'edited')
    })

    it('not when it changes while the new text is written', async () => {
      await writeFile(at('a'), 'old')
      const slow = writesOn({
        ...localDisk,
        async open(path, flags, mode) {
          if (flags === 'wx') await writeFile(at('a'), 'late')
          return open(path, flags, mode)
        },
      })
      const result = await slow.replace(at('a'), { before: 'old', after: 'new' }, folder)
      assert.deepEqual(result, { kind: 'changed' })
      assert.equal(await text('a'), 'late')
      assert.deepEqual(await names(), ['a'])
    })

    it('not through a link', async () => {
      await writeFile(at('a'), 'old')
      await symlink('a', at('b'))
      await mkdir(at('c'))
      await writeFile(at('c/d'), 'old')
      await symlink('c', at('e'))
      for (const name of ['b', 'e/d']) {
        const result = await writes.replace(at(name), { before: 'old', after: 'new' }, folder)
        assert.equal(result.kind, 'blocked', name)
      }
      assert.equal(await text('a'), 'old')
      assert.equal(await text('c/d'), 'old')
    })

    it('not when it is gone', async () => {
      const result = await writes.replace(at('a'), { before: '', after: 'new' }, folder)
      assert.deepEqual(result, { kind: 'failed', reason: 'it is gone' })
      assert.deepEqual(await names(), [])
    })

    it('not when the user may not write it', async () => {
      await writeFile(at('a'), 'old')
      const guarded = writesOn({ ...localDisk, access: () => Promise.reject(failure('EACCES')) })
      const result = await guarded.replace(at('a'), { before: 'old', after: 'new' }, folder)
      assert.deepEqual(result, { kind: 'failed', reason: 'writing there is not allowed' })
      assert.equal(await text('a'), 'old')
    })
  })

  describe('creates a file', () => {
    it('with the folders above it', async () => {
      assert.deepEqual(await writes.create(at('b/c/a'), 'new', folder), { kind: 'written' })
      assert.equal(await text('b/c/a'), 'new')
      assert.deepEqual(await readdir(at('b/c')), ['a'])
    })

    it('and leaves no folder behind where it cannot be written', async () => {
      const full = writesOn({
        ...localDisk,
        open: (path, flags, mode) =>
          flags === 'wx' ? Promise.reject(failure('ENOSPC')) : open(path, flags, mode),
      })
      const refused = { kind: 'failed', reason: 'the disk is full' }
      for (const name of ['empty', 'kept']) await mkdir(at(name))
      assert.deepEqual(await full.create(at('b/c/a'), 'new', folder), refused)
      assert.deepEqual(await full.create(at('kept/c/a'), 'new', folder), refused)
      assert.deepEqual(await full.create(at('d/e/a'), 'new', at('kept')), refused)
      assert.deepEqual(await full.create(at('empty/e/a'), 'new', at('kept')), refused)
      assert.deepEqual(await names(), ['empty', 'kept'])
      assert.deepEqual(await readdir(at('kept')), [])
    })

    it('outside of the folder', async () => {
      assert.deepEqual(await writes.create(at('b/c/a'), 'new', at('z')), { kind: 'written' })
      assert.equal(await text('b/c/a'), 'new')
    })

    it('never over another, not even one that appears meanwhile', async () => {
      await writeFile(at('a'), 'old')
      assert.deepEqual(await writes.create(at('a'), 'new', folder), { kind: 'exists' })
      for (const links of [localDisk, { link: () => Promise.reject(failure('ENOTSUP')) }]) {
        const slow = writesOn({
          ...localDisk,
          ...links,
          async open(path, flags, mode) {
            if (flags === 'wx') await writeFile(at('b'), 'other')
            return open(path, flags, mode)
          },
        })
        assert.deepEqual(await slow.create(at('b'), 'new', folder), { kind: 'exists' })
        assert.deepEqual([await text('a'), await text('b')], ['old', 'other'])
        assert.deepEqual(await names(), ['a', 'b'])
        await unlink(at('b'))
      }
    })

    it('not through a link that leads to nothing, or to a folder', async () => {
      await symlink('nowhere', at('a'))
      await mkdir(at('c'))
      await symlink('c', at('d'))
      assert.deepEqual(await writes.create(at('a'), 'new', folder), { kind: 'exists' })
      assert.equal((await writes.create(at('d/a'), 'new', folder)).kind, 'blocked')
      assert.deepEqual(await readdir(at('c')), [])
      await writeFile(at('f'), 'old')
      const below = await writes.create(at('f/b'), 'new', folder)
      assert.deepEqual(below, { kind: 'blocked', reason: 'f is a link, or no folder' })
    })

    it('on a disk without links', async () => {
      const plain = writesOn({ ...localDisk, link: () => Promise.reject(failure('ENOTSUP')) })
      assert.deepEqual(await plain.create(at('a'), 'new', folder), { kind: 'written' })
      assert.deepEqual(await plain.create(at('a'), 'newer', folder), { kind: 'exists' })
      assert.equal(await text('a'), 'new')
      assert.deepEqual(await names(), ['a'])
    })
  })

  it('says in words what the system refuses', async () => {
    await writeFile(at('a'), 'old')
    const said: string[] = []
    for (const code of ['ENOSPC', 'EROFS', 'EACCES', 'EIO']) {
      const full = writesOn({ ...localDisk, open: () => Promise.reject(failure(code)) })
      const result = await full.create(at('b'), 'new', folder)
      said.push(result.kind === 'failed' ? result.reason : result.kind)
    }
    assert.deepEqual(said, [
      'the disk is full',
      'the disk is read-only',
      'writing there is not allowed',
      'the system says EIO',
    ])
  })

  it('loses nothing, at whichever step the disk stops working', async () => {
    let steps = 0
    for (let stop = 1; stop < 40; stop++) {
      await writeFile(at('a'), 'old')
      const failing = failingAt(stop)
      const result = await writesOn(failing.disk).replace(at('a'), { before: 'old', after: 'new' }, folder)
      assert.equal(
        await text('a'),
        result.kind === 'written' ? 'new' : 'old',
        `step ${stop}: ${JSON.stringify(result)}`,
      )
      steps = failing.steps()
      if (steps < stop) break
    }
    assert.ok(steps > 8 && steps < 39, `${steps} steps`)
  })

  it('leaves the old or the new file behind when the process ends at any step', async () => {
    const ends = new Set<string>()
    for (let stop = 1; stop < 40; stop++) {
      await writeFile(at('a'), 'old')
      const dying = failingAt(stop, Number.POSITIVE_INFINITY)
      await writesOn(dying.disk).replace(at('a'), { before: 'old', after: 'new' }, folder)
      ends.add(await text('a'))
      if (dying.steps() < stop) break
    }
    assert.deepEqual([...ends], ['old', 'new'])
  })
})

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** A disk that fails in one of its operations, or in several from there on, and how many there were. */
function failingAt(stop: number, failures = 1): { readonly disk: Disk; steps(): number } {
  let count = 0
  const step = <Args extends readonly unknown[], Result>(
    run: (...args: Args) => Promise<Result>,
  ): ((...args: Args) => Promise<Result>) => {
    return async (...args) => {
      count++
      if (count >= stop && count < stop + failures) throw failure('ENOSPC')
      return run(...args)
    }
  }
  const opened: Disk['open'] = async (path, flags, mode) => {
    const file = await open(path, flags, mode)
    return new Proxy(file, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        const bound = value.bind(target)
        return key === 'close' ? bound : step(bound)
      },
    })
  }
  const disk: Disk = {
    access: step(access),
    link: step(link),
    lstat: step(localDisk.lstat),
    mkdir: step(localDisk.mkdir),
    open: step(opened),
    rename: step(rename),
    rmdir: step(localDisk.rmdir),
    unlink: step(unlink),
    waits: [],
  }
  return { disk, steps: () => count }
}
