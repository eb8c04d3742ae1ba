import assert from 'node:assert/strict'
import { Readable, Writable } from 'node:stream'
import { contentOf, drained, readAtMost, watchOutput } from '../../server/src/cli/standard-streams.ts'

describe('standard input', () => {
  const read = (bytes: Uint8Array): ReturnType<typeof contentOf> => contentOf(Readable.from([bytes]))

  it('is read like a file: as UTF-8, up to 2 MB', async () => {
    assert.deepEqual(await read(Buffer.from('\ufefftitle: é')), { kind: 'text', text: '\ufefftitle: é' })
    assert.deepEqual(await read(Buffer.from('title: é', 'latin1')), { kind: 'not-utf-8' })
    assert.deepEqual(await read(Buffer.alloc(2 * 1024 * 1024 + 1, '#')), { kind: 'too-large' })
  })

  it('is read whole up to its limit', async () => {
    const bytes = await readAtMost(4, Readable.from([Buffer.from('ab'), Buffer.from('cd')]))
    assert.equal(Buffer.from(bytes ?? []).toString(), 'abcd')
    assert.equal((await readAtMost(4, Readable.from([])))?.length, 0)
  })

  it('is closed as soon as it is more, also when it has no end', async () => {
    const chunk = new Uint8Array(3)
    const endless = new Readable({ read: () => endless.push(chunk) })
    assert.equal(await readAtMost(10, endless), undefined)
    assert.ok(endless.destroyed)
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

  it('is waited for while it takes no more, and not when it never will', async () => {
    const written: string[] = []
    const slow = new Writable({
      highWaterMark: 2,
      decodeStrings: false,
      write: (chunk: string, _encoding, done) => {
        setImmediate(() => {
          written.push(chunk)
          done()
        })
      },
    })
    for (const text of ['ab', 'c', 'de']) {
      slow.write(text)
      await drained(slow)
      if (text.length > 1) assert.equal(written.at(-1), text)
    }
    const broken = failing('EPIPE')
    watchOutput(broken, () => undefined)
    broken.write('a'.repeat(100_000))
    await drained(broken)
    broken.write('b'.repeat(100_000))
    await drained(broken)
    assert.equal(broken.listenerCount('drain'), 0)
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
