import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { HistorySource } from '../../server/src/engine/history/source.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { pilots, type World } from './memory-io.ts'

const paths = [
  'pilots.config.yaml',
  'pilots/example.pilot.yaml',
  '.github/workflows/pilots.yml',
  '.vscode/extensions.json',
]

async function init(
  argv: readonly string[] = [],
  world: World = {},
): Promise<World & { code: number; out: string; err: string; written: Map<string, string> }> {
  const written = new Map<string, string>()
  return { ...(await pilots(['init', ...argv], { ...world, written })), written }
}

describe('pilots init', () => {
  it('writes four files, of which the check has nothing to say', async () => {
    const { code, out, written } = await init()
    assert.equal(code, 0)
    assert.deepEqual([...written.keys()], paths)
    assert.match(out, /^Wrote pilots\.config\.yaml: /)
    const check = await pilots(['check'], { rules, files: Object.fromEntries(written) })
    assert.deepEqual([check.code, check.err], [0, ''])
    assert.match(check.out, /^No findings in 1 file\./)
  })

  it('names our package, and the extension as the store knows it', async () => {
    const { name, version, publisher } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    )
    const { written } = await init()
    const workflow = written.get('.github/workflows/pilots.yml') ?? ''
    assert.deepEqual(parse(workflow).problems, [])
    assert.ok(workflow.includes(`npx --yes --package ${name}@${version} pilots check\n`))
    assert.deepEqual(JSON.parse(written.get('.vscode/extensions.json') ?? ''), {
      recommendations: [`${publisher}.${name}`],
    })
  })

  it('puts the workflow where GitHub looks for it, also in a folder inside of the repository', async () => {
    const below = 'ai "pilots"/all'
    const written = new Map<string, string>()
    const history: HistorySource = { read: async () => ({ gap: 'empty' }) }
    const { out } = await pilots(['init'], { written, history, io: { cwd: `/work/${below}` } })
    assert.deepEqual(
      [...written.keys()],
      paths.map((path) => (path.startsWith('.github') ? path : `${below}/${path}`)),
    )
    assert.match(out, /^Wrote \.\.\/\.\.\/\.github\/workflows\/pilots\.yml: /m)
    const workflow = written.get('.github/workflows/pilots.yml') ?? ''
    assert.deepEqual(parse(workflow).problems, [])
    assert.match(workflow, /pilots check\n {8}working-directory: "ai \\"pilots\\"\/all"\n$/)
  })

  it('writes nothing where one of them is there', async () => {
    const files = { '.vscode/extensions.json': '{}' }
    const refused = await init([], { files })
    assert.deepEqual([refused.code, refused.written.size, refused.out], [2, 0, ''])
    assert.match(refused.err, /there is already:\n {2}\.vscode\/extensions\.json\n.*--skip-existing/)
    const others = await init(['--skip-existing'], { files })
    assert.deepEqual([others.code, others.written.size], [0, 3])
    assert.match(others.out, /Kept \.vscode\/extensions\.json\./)
  })

  it('lists what it would write in a dry run', async () => {
    const { code, out, written } = await init(['--dry-run'])
    assert.deepEqual([code, written.size], [0, 0])
    assert.deepEqual(out.match(/(?<=Would write ).*(?=:)/g), paths)
  })

  it('says what keeps it from writing', async () => {
    const { code, err } = await init([], {
      refusals: { 'pilots.config.yaml': { kind: 'failed', reason: 'the disk is read-only' } },
    })
    assert.deepEqual([code, err], [2, 'pilots: pilots.config.yaml was not written: the disk is read-only.\n'])
  })
})
