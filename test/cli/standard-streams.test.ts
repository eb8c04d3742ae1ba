import assert from 'node:assert/strict'
import { Readable, Writable } from 'node:stream'
import { contentOf, watchOutput } from '../../server/src/cli/standard-streams.ts'

describe('standard input', () => {
  const read = (bytes: Uint8Array): ReturnType<typeof contentOf> => contentOf(Readable.from([bytes]))

  it('is read like a file: as UTF-8, up to 2 MB', async () => {
    assert.deepEqual(await read(Buffer.from('\ufefftitle: é')), { kind: 'text', text: '\ufefftitle: é' })
    assert.deepEqual(await read(Buffer.from('title: é', 'latin1')), { kind: 'not-utf-8' })
    assert.deepEqual(await read(Buffer.alloc(2 * 1024 * 1024 + 1, '#')), { kind: 'too-large' })
  })
})

describe('standard output', () => {
  const failing = (code: string): Writable =>
    new Writable({
      autoDestroy: false,
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
    })

  const toldOf = async (output: Writable): Promise<readonly string[]> => {
    const told: string[] = []
    watchOutput(output, (reason) => told.push(reason))
    output.write('a')
    await new Promise(setImmediate)
    output.emit('error', new Error('once more'))
    return told
  }

  it('that takes no more is told once', async () => {
    assert.deepEqual(await toldOf(failing('ENOSPC')), ['ENOSPC'])
  })

  it('that nobody reads on is no mistake', async () => {
    const told: string[] = []
    for (const code of ['EPIPE', 'EOF']) {
      const output = failing(code)
      watchOutput(output, (reason) => told.push(reason))
      output.write('a')
      await new Promise(setImmediate)
    }
    assert.deepEqual(told, [])
  })
})
