import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bytesOf, nodeFiles } from '../../server/src/node/files.ts'
import { workspaceFiles } from '../../server/src/node/workspace-files.ts'

describe('files on disk', () => {
  let parent: string
  let root: string
  const uri = (...path: readonly string[]): string => pathToFileURL(join(root, ...path)).href
  const read = (...path: readonly string[]): ReturnType<typeof nodeFiles.read> =>
    nodeFiles.read(uri(...path), uri())

  before(() => {
    parent = mkdtempSync(join(tmpdir(), 'pilots-files-'))
    root = join(parent, 'root')
    for (const folder of ['a/b', '.git', 'node_modules/x', 'dir.pilot.yaml', '../outside']) {
      mkdirSync(join(root, folder), { recursive: true })
    }
    const files = [
      'one.pilot.yaml',
      'a/b/two.pilot.yml',
      'a/other.yaml',
      '.git/x.pilot.yaml',
      'node_modules/x/y.pilot.yaml',
    ]
    for (const file of [...files, '../outside/secret.pilot.yaml'])
      writeFileSync(join(root, file), `name: ${file}\n`)
    writeFileSync(join(root, 'a/latin.pilot.yaml'), Buffer.from('name: caf\xe9\n', 'latin1'))
    writeFileSync(join(root, 'a/mark.pilot.yaml'), '\uFEFFname: x\n')
    writeFileSync(join(root, 'a/large.pilot.yaml'), '')
    truncateSync(join(root, 'a/large.pilot.yaml'), 3_000_000_000)
    for (const [target, link] of [
      ['..', 'a/up'],
      ['self', 'a/self'],
      ['../outside', 'out'],
      ['one.pilot.yaml', 'link.pilot.yaml'],
      ['/dev/zero', 'zero.pilot.yaml'],
    ] as const) {
      symlinkSync(target, join(root, link))
    }
    execFileSync('mkfifo', [join(root, 'pipe.pilot.yaml')])
  })
  after(() => rmSync(parent, { recursive: true }))

  for (const address of [
    'vscode-vfs://github/a/b',
    'file://server/share',
    'file:///a%2Fb',
    'untitled:x',
    '',
  ]) {
    it(`are none where "${address}" names no place on this machine`, async () => {
      const { list, rootOf, read } = workspaceFiles()
      assert.deepEqual((await list(address)).uris, [])
      assert.deepEqual((await list(address, 'yaml')).uris, [])
      assert.deepEqual(await read(`${address}/a.pilot.yaml`, address), { kind: 'missing' })
      assert.equal(await rootOf?.(address), undefined)
    })
  }

  it('are the same where the address of the folder ends with a slash', async () => {
    const { list, read } = workspaceFiles()
    const folder = `${uri()}/`
    const { uris } = await list(folder)
    assert.deepEqual(uris, (await list(uri())).uris)
    assert.ok(uris.includes(uri('a/b/two.pilot.yml')))
    assert.deepEqual(await read(uri('a/b/two.pilot.yml'), folder), {
      kind: 'text',
      text: 'name: a/b/two.pilot.yml\n',
    })
  })

  it('are opened and looked at as one, so that none can turn into a link or a pipe in between', async () => {
    for (const name of ['pipe.pilot.yaml', 'link.pilot.yaml', 'zero.pilot.yaml', 'a', 'nothing'])
      assert.equal(await bytesOf(join(root, name), 100), 'missing', name)
    assert.equal(await bytesOf(join(root, 'a/large.pilot.yaml'), 100), 'too-large')
    assert.equal(String(await bytesOf(join(root, 'one.pilot.yaml'), 100)), 'name: one.pilot.yaml\n')
  })

  it('are listed without links, pipes and the folders of Git and of packages', async () => {
    const { uris, complete } = await nodeFiles.list(uri())
    const names = [
      'large.pilot.yaml',
      'latin.pilot.yaml',
      'mark.pilot.yaml',
      'one.pilot.yaml',
      'two.pilot.yml',
    ]
    assert.deepEqual(uris.map((each) => basename(each)).sort(), names)
    assert.equal(complete, true)
  })

  it('are named where they are none, as are links that lead in a circle', async () => {
    const { skipped = [] } = await nodeFiles.list(uri())
    assert.deepEqual(skipped.map(({ place, why }) => `${place.slice(uri().length + 1)} ${why}`).sort(), [
      'a/self loop',
      'a/up loop',
      'link.pilot.yaml link',
      'pipe.pilot.yaml special',
      'zero.pilot.yaml link',
    ])
  })

  it('are not listed behind a link that leads to a folder', async () => {
    const around = (path: string): ReturnType<typeof nodeFiles.list> =>
      nodeFiles.list(uri(path), 'pilots', uri())
    assert.deepEqual(await around('out'), { uris: [], complete: true })
    assert.deepEqual(
      (await around('a/b')).uris.map((each) => basename(each)),
      ['two.pilot.yml'],
    )
    assert.deepEqual((await around('one.pilot.yaml')).uris, [])
  })

  it('are read as they are, with their byte order mark', async () => {
    assert.deepEqual(await read('one.pilot.yaml'), { kind: 'text', text: 'name: one.pilot.yaml\n' })
    assert.deepEqual(await read('a', 'mark.pilot.yaml'), { kind: 'text', text: '\uFEFFname: x\n' })
  })

  it('are not read when they are too large, or no UTF-8', async () => {
    assert.deepEqual(await read('a', 'large.pilot.yaml'), { kind: 'too-large' })
    assert.deepEqual(await read('a', 'latin.pilot.yaml'), { kind: 'not-utf-8' })
  })

  for (const path of [
    ['gone.pilot.yaml'],
    ['dir.pilot.yaml'],
    ['pipe.pilot.yaml'],
    ['link.pilot.yaml'],
    ['zero.pilot.yaml'],
    ['out', 'secret.pilot.yaml'],
    ['..', 'outside', 'secret.pilot.yaml'],
    ['a', 'up', 'one.pilot.yaml'],
  ]) {
    it(`are not there: ${path.join('/')}`, async () =>
      assert.deepEqual(await read(...path), { kind: 'missing' }))
  }

  it('are nowhere behind an address that is no path', async () => {
    for (const address of ['', 'untitled:x', 'https://a.example/x', 'file:///%00', '%%%']) {
      assert.deepEqual(await nodeFiles.read(address, uri()), { kind: 'missing' })
      assert.deepEqual(await nodeFiles.list(address), { uris: [], complete: true })
    }
  })
})
