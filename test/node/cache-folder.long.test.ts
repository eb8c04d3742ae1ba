import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CacheFolder, cacheFolderAt, cachePlace } from '../../server/src/node/cache-folder.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text)
const text = (found: Uint8Array | undefined): string | undefined => found && Buffer.from(found).toString()

describe('the place of the cache', () => {
  const home = '/home/me'
  const cases: readonly (readonly [string, Parameters<typeof cachePlace>[0], string | undefined])[] = [
    ['Linux', { env: {}, platform: 'linux', home }, '/home/me/.cache/pilot-as-code'],
    ['macOS', { env: {}, platform: 'darwin', home }, '/home/me/Library/Caches/pilot-as-code'],
    ['XDG', { env: { XDG_CACHE_HOME: '/var/c' }, platform: 'linux', home }, '/var/c/pilot-as-code'],
    [
      'a relative XDG',
      { env: { XDG_CACHE_HOME: 'c' }, platform: 'linux', home },
      '/home/me/.cache/pilot-as-code',
    ],
    ['no home', { env: {}, platform: 'linux', home: '' }, undefined],
    ['Windows without a folder of its own', { env: {}, platform: 'win32', home }, undefined],
  ]
  for (const [where, surroundings, place] of cases)
    it(`is the one of the user's system: ${where}`, () => assert.equal(cachePlace(surroundings), place))
})

describe('the folder of the cache', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilots-cache-'))
  })
  afterEach(() => {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true })
  })

  async function write(cache: CacheFolder, name: string, parts: readonly Uint8Array[]): Promise<void> {
    const draft = cache.begin(name)
    for (const part of parts) draft.append(part)
    await draft.finish()
  }

  it('gives back what was written, and leaves nothing else behind', async () => {
    const cache = cacheFolderAt(join(folder, 'a', 'b'), import.meta.filename)
    await write(cache, 'check-1', [bytes('one '), bytes('two')])
    await write(cache, 'check-1', [bytes('three')])
    assert.equal(text(await cache.read('check-1')), 'three')
    assert.deepEqual(readdirSync(join(folder, 'a', 'b')), ['check-1'])
    assert.deepEqual(await cache.state(), { files: 1, bytes: 5, writable: true })
  })

  it('changes nothing before all is written', async () => {
    const cache = cacheFolderAt(folder, import.meta.filename)
    await write(cache, 'check-1', [bytes('old')])
    const draft = cache.begin('check-1')
    const room = Buffer.from('new')
    draft.append(room)
    room.fill('x')
    assert.equal(text(await cache.read('check-1')), 'old')
    await draft.finish()
    assert.equal(text(await cache.read('check-1')), 'new')
  })

  it('throws out what is a month old, and what was left half written', async () => {
    const cache = cacheFolderAt(folder, import.meta.filename)
    const old = new Date(Date.now() - 40 * 86_400_000)
    for (const name of ['check-old', 'check-x.tmp', 'mine.txt']) {
      writeFileSync(join(folder, name), '')
      utimesSync(join(folder, name), old, old)
    }
    await write(cache, 'check-new', [bytes('')])
    assert.deepEqual(readdirSync(folder).sort(), ['check-new', 'mine.txt'])
  })

  it('throws out what a process was writing that has ended, and leaves it to one that has not', async () => {
    const cache = cacheFolderAt(folder, import.meta.filename)
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    for (const writer of [pid, process.pid, process.ppid])
      writeFileSync(join(folder, `check-1.${writer}.0123456789ab.tmp`), '')
    const draft = cache.begin('check-2')
    draft.append(bytes('x'))
    await write(cache, 'check-3', [bytes('y')])
    const left = readdirSync(folder).filter((name) => name.startsWith('check-1.'))
    const running = [process.pid, process.ppid].map((id) => `check-1.${id}.0123456789ab.tmp`)
    assert.deepEqual(left.sort(), running.sort())
    await draft.finish()
    assert.equal(text(await cache.read('check-2')), 'x')
  })

  it('follows no link, and reads no folder', async () => {
    const cache = cacheFolderAt(folder, import.meta.filename)
    writeFileSync(join(folder, 'secret'), 'secret')
    symlinkSync(join(folder, 'secret'), join(folder, 'check-1'))
    mkdirSync(join(folder, 'check-2'))
    assert.equal(await cache.read('check-1'), undefined)
    assert.equal(await cache.read('check-2'), undefined)
    await write(cache, 'check-1', [bytes('mine')])
    assert.equal(text(await cache.read('check-1')), 'mine')
    await write(cache, 'check-2', [bytes('mine')])
    assert.deepEqual(readdirSync(folder).sort(), ['check-1', 'check-2', 'secret'])
  })

  it('is done without where there is none, or a file is in its place', async () => {
    writeFileSync(join(folder, 'file'), '')
    for (const path of [undefined, join(folder, 'file'), join(folder, 'file', 'below'), '/dev/full/x']) {
      const cache = cacheFolderAt(path, import.meta.filename)
      await write(cache, 'check-1', [bytes('x')])
      assert.equal(await cache.read('check-1'), undefined)
    }
    assert.equal((await cacheFolderAt(join(folder, 'file', 'below'), '').state()).writable, false)
    assert.ok(existsSync(join(folder, 'file')))
  })

  it('knows the program by what it is made of', async () => {
    writeFileSync(join(folder, 'cli.js'), 'one')
    const program = (): Promise<string> => cacheFolderAt(undefined, join(folder, 'cli.js')).program()
    const one = await program()
    assert.equal(await program(), one)
    mkdirSync(join(folder, 'later'))
    writeFileSync(join(folder, 'later', 'rules.json'), '{}')
    const two = await program()
    assert.notEqual(two, one)
    writeFileSync(join(folder, 'cli.js'), 'two')
    assert.notEqual(await program(), two)
  })
})
