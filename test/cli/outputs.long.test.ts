import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
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
    localOutputs.write(at(path), text, { folder: root, replaceable: (old) => old === 'report' })

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
