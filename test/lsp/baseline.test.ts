import assert from 'node:assert/strict'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol'
import { baselineJson, baselineOf } from '../../server/src/engine/baseline/baseline.ts'
import { baselineFileOf } from '../../server/src/engine/baseline/match.ts'
import { analysisOf } from '../support/check.ts'
import { capable, FOLDER, simple, TestClient } from '../support/lsp.ts'

const FILE = `${FOLDER}/pilots.baseline.json`
const uri = `${FOLDER}/pilots/claims.pilot.yaml`
const pilot = `apiVersion: pilot-as-code/v1
name: claims
title: Claims triage
stage: criteria
timeline: { start: 2026-02-02, end: 2026-01-30 }
`

/** A baseline of everything that is found in a text. */
function baselineOn(text: string): string {
  const file = baselineFileOf(analysisOf(text, { name: 'claims.pilot.yaml' }))
  assert.ok(file)
  return JSON.stringify(baselineJson(baselineOf(new Map([['pilots/claims.pilot.yaml', file]]))))
}

describe('a baseline in the editor', () => {
  let client: TestClient
  const begin = async (files: Readonly<Record<string, string>>): Promise<void> => {
    client = new TestClient()
    for (const [path, text] of Object.entries(files)) client.files.content.set(path, text)
    await client.start(capable)
    await client.settle()
  }
  const severities = (found: readonly Diagnostic[]): ReadonlySet<number | undefined> =>
    new Set(found.map(({ severity }) => severity))
  const { Hint } = DiagnosticSeverity
  afterEach(() => client.stop())

  it('makes hints of what it holds, in open files and closed ones', async () => {
    await begin({ [uri]: pilot, [FILE]: baselineOn(pilot) })
    const closed = await client.allOf(uri)
    assert.ok(closed.length > 2)
    assert.deepEqual([...severities(closed)], [Hint])
    await client.open(uri, pilot)
    const report = await client.pull(uri)
    assert.deepEqual(report.kind === 'full' && report.items, closed)
  })

  it('leaves what is typed anew as it is', async () => {
    await begin({ [uri]: pilot, [FILE]: baselineOn(pilot) })
    await client.open(uri, `# above\n${pilot}costCentre: 4711\n`)
    const found = await client.allOf(uri)
    const fresh = found.filter(({ severity }) => severity !== Hint)
    assert.deepEqual(
      fresh.map(({ code, severity }) => [code, severity]),
      [['schema/unknown-key', DiagnosticSeverity.Error]],
    )
  })

  it('holds from the moment at which it is written, and until it is gone', async () => {
    await begin({ [uri]: pilot })
    assert.ok(!severities(await client.allOf(uri)).has(Hint))
    await client.write(FILE, baselineOn(pilot))
    assert.deepEqual([...severities(await client.allOf(uri))], [Hint])
    await client.write(FILE, '{ "version": 1, "files": {} }')
    assert.ok(!severities(await client.allOf(uri)).has(Hint))
    await client.write(FILE, baselineOn(pilot))
    await client.write(FILE, undefined)
    assert.ok(!severities(await client.allOf(uri)).has(Hint))
  })

  it('knows a pilot under another path', async () => {
    const moved = `${FOLDER}/emea/claims.pilot.yaml`
    await begin({ [uri]: pilot, [FILE]: baselineOn(pilot) })
    await client.write(uri, undefined)
    await client.write(moved, pilot)
    assert.deepEqual([...severities(await client.allOf(moved))], [Hint])
  })

  it('hides nothing where it cannot be read, and that is said once', async () => {
    await begin({ [uri]: pilot, [FILE]: '{ "version": 1' })
    assert.ok(!severities(await client.allOf(uri)).has(Hint))
    await client.open(uri, `${pilot}team: claims\n`)
    await client.allOf(uri)
    const told = client.errors.filter((message) => message.includes('pilots.baseline.json'))
    assert.equal(told.length, 1)
    assert.match(told[0] ?? '', /cannot be used: line 1 is no JSON\. Take it from Git again/)
  })

  it('reaches a client that findings are sent to', async () => {
    client = new TestClient()
    client.files.content.set(uri, pilot)
    await client.start(simple)
    await client.settle()
    await client.write(FILE, baselineOn(pilot))
    await client.settle()
    const last = client.published.filter((each) => each.uri === uri).at(-1)
    assert.deepEqual([...severities(last?.diagnostics ?? [])], [Hint])
  })
})
