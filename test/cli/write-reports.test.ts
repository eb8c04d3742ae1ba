import assert from 'node:assert/strict'
import type { Outputs } from '../../server/src/cli/outputs.ts'
import { type Format, formats } from '../../server/src/cli/report/formats.ts'
import { memoryOutputs, pilots } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

/** Their shortest report takes more than one piece. */
const manyFiles = Object.fromEntries(
  Object.entries(sampleFiles)
    .filter(([path]) => /[bc]-/.test(path))
    .flatMap(([path, text]) => Array.from({ length: 150 }, (_, at) => [`${at}/${path}`, text])),
)

describe('several reports', () => {
  it('are not lost because another one cannot be written', async () => {
    const written = new Map<string, string>()
    const outputs = memoryOutputs(written)
    const write: typeof outputs.write = async (path, text, rules) =>
      path.endsWith('.full') ? 'there is no space left' : outputs.write(path, text, rules)
    const argv = ['check', '-f', 'json=a.full', '-f', 'sarif=b.full', '-f', 'junit=c.xml', '-f', 'concise']
    const { code, out, err } = await pilots(argv, { files: sampleFiles, outputs: { ...outputs, write } })
    const refused = (name: string): string =>
      `pilots: "${name}" is not written: there is no space left. Choose another file.\n`
    assert.deepEqual([code, err, [...written.keys()]], [2, refused('b.full') + refused('a.full'), ['c.xml']])
    assert.match(out, /^pilots\/\S+: (?:error|warning) /m)
  })

  it('may be longer than a text can be: each is made as it is written, in pieces that are no longer for more files', async () => {
    const names = ['pretty', 'concise', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'agent']
    const lengths = new Map<string, readonly number[]>()
    const write: Outputs['write'] = async (path, pieces) => {
      lengths.set(
        path,
        Array.from(pieces, (piece) => piece.length),
      )
      return undefined
    }
    const argv = ['check', ...names.flatMap((name) => ['-f', `${name}=${name}`])]
    const { code } = await pilots(argv, { files: manyFiles, outputs: { ...memoryOutputs(), write } })
    assert.deepEqual([code, lengths.size], [1, names.length])
    for (const [path, all] of lengths) {
      assert.ok(all.length > 1, path)
      assert.ok(Math.max(...all) < 80_000, `${path}: ${all.join(' ')}`)
    }
  })

  it('go to standard output no faster than they are read there', async () => {
    const said: string[] = []
    const out = (): void => void said.push('piece')
    const drained = async (): Promise<void> => {
      await new Promise(setImmediate)
      said.push('drained')
    }
    await pilots(['check', '-f', 'json'], { files: manyFiles, io: { out, drained } })
    assert.ok(said.length > 4)
    assert.deepEqual(
      said,
      said.map((_, at) => (at % 2 === 0 ? 'piece' : 'drained')),
    )
  })

  it('are no files that cannot be written where a defect stops the making of one', async () => {
    const format = formats.get('concise')
    assert.ok(format)
    const { render } = format
    const broken: Format['render'] = function* () {
      yield 'half'
      throw new TypeError('no such thing')
    }
    const write: Outputs['write'] = async (_path, pieces) => {
      try {
        return [...pieces].join('')
      } catch (error) {
        return String(error)
      }
    }
    try {
      Object.assign(format, { render: broken })
      const world = { files: sampleFiles, outputs: { ...memoryOutputs(), write } }
      const { code, err } = await pilots(['check', '-f', 'concise=a'], world)
      assert.match(err, /^pilots: a defect of this program stopped it\.\nTypeError: no such thing\n/)
      assert.equal(code, 3)
    } finally {
      Object.assign(format, { render })
    }
  })

  it('are refused before one of them is written where something is in the way of another', async () => {
    const notes = 'Notes of the meeting'
    const written = new Map([['notes.txt', notes]])
    const argv = ['check', '-f', 'json=a.json', '-f', 'concise=notes.txt']
    const { code, err } = await pilots(argv, { files: sampleFiles, outputs: memoryOutputs(written) })
    assert.match(err, /^pilots: "notes\.txt" is not written: it is there and is no report of this format\./)
    assert.deepEqual([code, [...written]], [2, [['notes.txt', notes]]])
  })
})
