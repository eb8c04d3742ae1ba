import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localOutputs } from '../../server/src/cli/local-outputs.ts'

describe('reports on this machine', () => {
  let root = ''
  const at = (path: string): string => join(root, path)
  const write = (path: string, text = 'new'): Promise<string | undefined> =>
    localOutputs.write(at(path), [text], { folder: root, replaceable: (old) => old === 'report' })

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pilots-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('are written where nothing was, or nothing yet, or such a report', async () => {
    writeFileSync(at('old'), 'report')
    writeFileSync(at('empty'), '')
    for (const path of ['none', 'old', 'empty']) {
      assert.equal(await write(path), undefined)
      assert.equal(readFileSync(at(path), 'utf8'), 'new')
    }
    assert.deepEqual(readdirSync(root).sort(), ['empty', 'none', 'old'])
  })

  it('are written from pieces, of which nothing stays where making one fails', async () => {
    const rules = { folder: root, replaceable: (old: string) => old === 'report' }
    assert.equal(await localOutputs.write(at('whole'), ['é', 'n', 'd'], rules), undefined)
    assert.equal(readFileSync(at('whole'), 'utf8'), 'énd')
    writeFileSync(at('old'), 'report')
    function* half(): Generator<string, void> {
      yield 'half'
      throw new Error('no more')
    }
    for (const path of ['old', 'none'])
      assert.match((await localOutputs.write(at(path), half(), rules)) ?? '', /no more/)
    assert.deepEqual(readdirSync(root).sort(), ['old', 'whole'])
    assert.equal(readFileSync(at('old'), 'utf8'), 'report')
  })

  it('leave nothing behind when a signal ends the program meanwhile', () => {
    const outputs = new URL('../../server/src/cli/local-outputs.ts', import.meta.url).href
    const script = `
      import { localOutputs } from ${JSON.stringify(outputs)}
      function* endless() {
        yield 'one'
        process.kill(process.pid, 'SIGTERM')
        for (;;) yield 'more'
      }
      const folder = ${JSON.stringify(root)}
      await localOutputs.write(folder + '/report', endless(), { folder, replaceable: () => true })`
    const { signal } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
    assert.equal(signal, 'SIGTERM')
    assert.deepEqual(readdirSync(root), [])
  })

  it('leave alone what changes while they are made', async () => {
    writeFileSync(at('old'), 'report')
    function* slow(): Generator<string, void> {
      yield 'one'
      writeFileSync(at('old'), 'my own notes')
      yield 'two'
    }
    const obstacle = await localOutputs.write(at('old'), slow(), {
      folder: root,
      replaceable: (old) => old === 'report',
    })
    assert.match(obstacle ?? '', /^it changed/)
    assert.deepEqual(readdirSync(root), ['old'])
    assert.equal(readFileSync(at('old'), 'utf8'), 'my own notes')
  })

  it('replace a long one by its beginning and its end', async () => {
    const long = `head${'.'.repeat(3_000_000)}tail`
    writeFileSync(at('old'), long)
    const seen: string[] = []
    const replaceable = (old: string): boolean => {
      seen.push(old)
      return /^head.*tail$/.test(old)
    }
    assert.equal(await localOutputs.write(at('old'), ['new'], { folder: root, replaceable }), undefined)
    assert.equal(readFileSync(at('old'), 'utf8'), 'new')
    assert.ok(seen.every(({ length }) => length < 2_000_000))
    writeFileSync(at('old'), `${long} of something else`)
    assert.match(
      (await localOutputs.write(at('old'), ['new'], { folder: root, replaceable })) ?? '',
      /no report/,
    )
  })

  it('replace nothing else', async () => {
    writeFileSync(at('notes'), 'mine')
    mkdirSync(at('folder'))
    execFileSync('mkfifo', [at('pipe')])
    for (const [path, obstacle] of [
      ['notes', 'it is there and is no report of this format'],
      ['folder', 'it is no regular file'],
      ['pipe', 'it is no regular file'],
      ['gone/report', 'its folder does not exist'],
    ] as const)
      assert.equal(await write(path), obstacle)
    assert.equal(readFileSync(at('notes'), 'utf8'), 'mine')
  })

  it('follow no link, neither of a file nor of a folder', async () => {
    mkdirSync(at('elsewhere'))
    writeFileSync(at('elsewhere/report'), 'report')
    symlinkSync(at('elsewhere/report'), at('file'))
    symlinkSync(at('elsewhere/none'), at('dangling'))
    symlinkSync(at('elsewhere'), at('folder'))
    assert.equal(await write('file'), 'it is a link')
    assert.equal(await write('dangling'), 'it is a link')
    assert.equal(await write('folder/report'), 'its folder is a link')
    assert.deepEqual(readdirSync(at('elsewhere')), ['report'])
    assert.equal(readFileSync(at('elsewhere/report'), 'utf8'), 'report')
  })

  it('are added to the end of a file, but not through a link', async () => {
    assert.equal(await localOutputs.append(at('summary'), 'one\n'), undefined)
    assert.equal(await localOutputs.append(at('summary'), 'two\n'), undefined)
    assert.equal(readFileSync(at('summary'), 'utf8'), 'one\ntwo\n')
    symlinkSync(at('summary'), at('link'))
    assert.match((await localOutputs.append(at('link'), 'x')) ?? '', /^it cannot be written/)
    assert.match((await localOutputs.append(root, 'x')) ?? '', /^it cannot be written/)
  })
})
