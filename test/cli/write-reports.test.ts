import assert from 'node:assert/strict'
import { memoryOutputs, pilots } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

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

  it('are not lost because another one is longer than a text can be, and that is no defect', async () => {
    const written = new Map<string, string>()
    const outputs = memoryOutputs(written)
    const write: typeof outputs.write = async (path, text, rules) =>
      outputs.write(path, path.endsWith('.long') ? text.repeat(1_000_000) : text, rules)
    const argv = ['check', '-f', 'json=a.long', '-f', 'junit=c.xml']
    const { code, err } = await pilots(argv, { files: sampleFiles, outputs: { ...outputs, write } })
    const refused =
      'pilots: The report as json is not written: it is longer than a text can be. Use -f jsonl, or check fewer files at once.\n'
    assert.deepEqual([code, err, [...written.keys()]], [2, refused, ['c.xml']])
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
