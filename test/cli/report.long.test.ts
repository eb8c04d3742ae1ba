import assert from 'node:assert/strict'
import type { Outputs } from '../../server/src/cli/outputs.ts'
import { memoryOutputs, pilots } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

describe('pilots report', () => {
  const files = sampleFiles

  it('writes the board as JSON, with what could not be read', async () => {
    const unreadable = { ...files, 'pilots/z.pilot.yaml': { kind: 'missing' as const } }
    const { out, err, code } = await pilots(['report', '--format', 'json'], { files: unreadable })
    const board = JSON.parse(out)
    assert.deepEqual(Object.keys(board).slice(0, 3), ['kind', 'version', 'asOf'])
    assert.deepEqual(
      board.pilots.map(({ file }: { file: string }) => file),
      Object.keys(files).filter((file) => /[a-c]-.*\.pilot\.ya?ml$/.test(file)),
    )
    assert.deepEqual(
      board.unread.map(({ file }: { file: string }) => file),
      ['pilots/d-broken.pilot.yaml', 'pilots/e-empty.pilot.yaml', 'pilots/z.pilot.yaml'],
    )
    assert.match(err, /pilots\/z\.pilot\.yaml was not checked/)
    assert.equal(code, 2)
  })

  it('writes the page to a file, and replaces it with the next one', async () => {
    const written = new Map([['board.html', '']])
    const outputs = memoryOutputs(written)
    for (const argv of [
      ['report', '--html', 'page.html'],
      ['report', '-o', 'page.html', '--as-of', '2026-03-01'],
    ]) {
      const { out, code } = await pilots(argv, { files, outputs })
      assert.deepEqual({ out, code }, { out: '', code: 0 })
    }
    assert.match(written.get('page.html') ?? '', /<p class=day>AI pilots on 1 Mar 2026</)
  })

  it('writes a board of many pilots in pieces that are no longer for more of them', async () => {
    const many = Object.fromEntries(
      Object.entries(files).flatMap(([path, text]) =>
        Array.from({ length: 60 }, (_, at) => [`${at}/${path}`, text]),
      ),
    )
    for (const format of ['html', 'json']) {
      const lengths: number[] = []
      const write: Outputs['write'] = async (_path, pieces) => {
        for (const { length } of pieces) lengths.push(length)
        return undefined
      }
      const argv = ['report', '-f', format, '-o', 'board']
      await pilots(argv, { files: many, outputs: { ...memoryOutputs(), write } })
      assert.ok(lengths.length > 2 && Math.max(...lengths) < 100_000, `${format}: ${lengths.join(' ')}`)
    }
  })

  it('leaves a file alone that is no such report', async () => {
    const written = new Map([['notes.html', '<!doctype html>\n<p>Mine']])
    const { err, code } = await pilots(['report', '--html', 'notes.html'], {
      files,
      outputs: memoryOutputs(written),
    })
    assert.match(err, /"notes\.html" is not written: it is there and is no report of this format/)
    assert.equal(code, 2)
    assert.equal(written.get('notes.html'), '<!doctype html>\n<p>Mine')
  })

  it('fills no terminal with HTML', async () => {
    const { out, err, code } = await pilots(['report'], { files, isTerminal: true })
    assert.deepEqual({ out, code }, { out: '', code: 2 })
    assert.match(err, /Name a file: pilots report --html FILE/)
  })

  it('takes no two formats at once', async () => {
    const written = new Map<string, string>()
    const { err, code } = await pilots(['report', '--html', 'page.html', '--format', 'json'], {
      files,
      outputs: memoryOutputs(written),
    })
    assert.equal(err, 'pilots: --html writes a page of HTML. For JSON write --format json --output FILE.\n')
    assert.deepEqual([code, written.size], [2, 0])
  })

  it('writes the page to a pipe', async () => {
    const { out, code } = await pilots(['report', 'pilots'], { files })
    assert.match(out, /^<!doctype html>\n/)
    assert.equal(code, 0)
  })

  it('says that the history was not asked', async () => {
    const { out } = await pilots(['report', '-f', 'json', '--no-history'], { files })
    assert.deepEqual(JSON.parse(out).trend, { notRun: 'it is switched off' })
  })
})
