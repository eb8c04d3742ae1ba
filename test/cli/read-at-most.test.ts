import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { readAtMost } from '../../server/src/cli/read-at-most.ts'

describe('standard input', () => {
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
