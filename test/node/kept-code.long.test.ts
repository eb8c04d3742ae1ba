import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepingCode } from '../../server/src/node/kept-code.ts'

const FIRST = `const { basename } = require('node:path')
const { twice } = require('./second.cjs')
exports.answer = () => basename('/a/' + twice(21))`
const SECOND = 'exports.twice = (number) => 2 * number'

describe('the compiled code of the server', () => {
  let folder = ''
  let place = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilots-code-'))
    place = join(folder, 'storage', 'pilots')
    writeFileSync(join(folder, 'first.cjs'), FIRST)
    writeFileSync(join(folder, 'second.cjs'), SECOND)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const kept = (): readonly string[] => (existsSync(place) ? readdirSync(place).sort() : [])
  /** What the scripts answer in a run of their own, and which of them had to be compiled. */
  const run = async (): Promise<{ answer: string; compiled: readonly string[] }> => {
    const before = new Map(kept().map((name) => [name, statSync(join(place, name)).ino]))
    const { load, keep } = keepingCode(folder, place)
    const answer: string = load('first.cjs').answer()
    await keep()
    return { answer, compiled: kept().filter((name) => statSync(join(place, name)).ino !== before.get(name)) }
  }

  it('is written down in one run and taken in the next', async () => {
    assert.deepEqual(await run(), { answer: '42', compiled: ['first.cjs.code', 'second.cjs.code'] })
    assert.deepEqual(await run(), { answer: '42', compiled: [] })
  })

  it('is for the user alone', async () => {
    await run()
    assert.equal(statSync(place).mode & 0o077, 0)
    for (const name of kept()) assert.equal(statSync(join(place, name)).mode & 0o077, 0)
  })

  it('of another script is not run, even of one as long', async () => {
    await run()
    writeFileSync(join(folder, 'second.cjs'), SECOND.replace('2 *', '3 *'))
    assert.deepEqual(await run(), { answer: '63', compiled: ['second.cjs.code'] })
    assert.deepEqual(await run(), { answer: '63', compiled: [] })
  })

  it('that is damaged anywhere, cut off or empty is not run', async () => {
    await run()
    const file = join(place, 'first.cjs.code')
    const whole = readFileSync(file)
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 16)) {
      const damaged = Buffer.from(whole)
      damaged[at] = 255 - (whole[at] ?? 0)
      writeFileSync(file, damaged)
      assert.deepEqual(await run(), { answer: '42', compiled: ['first.cjs.code'] }, `byte ${at}`)
    }
    for (const length of [0, 10, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length))
      assert.deepEqual(await run(), { answer: '42', compiled: ['first.cjs.code'] }, `${length} bytes`)
    }
  })

  it('that somebody else could have written is not run', async () => {
    await run()
    const file = join(place, 'first.cjs.code')
    chmodSync(file, 0o620)
    assert.deepEqual(await run(), { answer: '42', compiled: ['first.cjs.code'] })
    renameSync(file, join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), file)
    assert.deepEqual(await run(), { answer: '42', compiled: ['first.cjs.code'] })
    assert.deepEqual(await run(), { answer: '42', compiled: [] })
    for (const mode of [0o720, 0o702]) {
      chmodSync(place, mode)
      assert.deepEqual((await run()).compiled, ['first.cjs.code', 'second.cjs.code'], mode.toString(8))
    }
  })

  it('is kept nowhere without a place, or at one that depends on where the server is started', async () => {
    for (const nowhere of [undefined, '', 'storage', './storage']) {
      const { load, keep } = keepingCode(folder, nowhere)
      assert.equal(load('first.cjs').answer(), '42')
      await keep()
    }
    assert.deepEqual(kept(), [])
    assert.ok(!existsSync('storage'))
  })

  it('is done without where nothing can be written', async () => {
    mkdirSync(join(folder, 'storage'))
    writeFileSync(place, 'a file where the folder would be')
    const { load, keep } = keepingCode(folder, place)
    assert.equal(load('first.cjs').answer(), '42')
    await keep()
    assert.equal(readFileSync(place, 'utf8'), 'a file where the folder would be')
  })

  it('leaves to Node.js what is not beside the program', () => {
    mkdirSync(join(folder, 'later'))
    writeFileSync(join(folder, 'later', 'third.cjs'), 'module.exports = 7')
    writeFileSync(join(folder, 'first.cjs'), "exports.answer = () => require('./later/third.cjs')")
    assert.equal(keepingCode(folder, place).load('first.cjs').answer(), 7)
  })

  it('says what goes wrong in a script, and where', () => {
    const path = join(folder, 'second.cjs')
    writeFileSync(path, "throw new Error('no')")
    assert.throws(
      () => keepingCode(folder, place).load('first.cjs'),
      ({ message, stack }) => message === 'no' && stack.includes(`${path}:1:7`),
    )
  })
})
