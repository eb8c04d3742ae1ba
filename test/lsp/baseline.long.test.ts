import assert from 'node:assert/strict'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol'
import { baselineJson, baselineOf } from '../../server/src/engine/baseline/baseline.ts'
import { baselineFileOf } from '../../server/src/engine/baseline/match.ts'
import { KnownFindings } from '../../server/src/lsp/known-findings.ts'
import { fileKey } from '../../server/src/lsp/uri.ts'
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

describe('what was there before', () => {
  it('is known of a pilot that stays as it is without reading its text again', () => {
    const analysis = analysisOf(pilot, { name: 'claims.pilot.yaml' })
    const file = baselineFileOf(analysis)
    assert.ok(file)
    let reads = 0
    const kept = (path: string): ReadonlySet<unknown> => {
      const baseline = baselineOf(new Map([[path, file]]))
      const known = new KnownFindings(
        { get: () => undefined, isGone: () => false },
        { of: () => ({ folder: fileKey(FOLDER), baseline }) },
      )
      const watched = {
        ...analysis,
        get pilot() {
          reads++
          return analysis.pilot
        },
        get syntax() {
          reads++
          return analysis.syntax
        },
      }
      const found = known.of(uri, watched)
      reads = 0
      assert.equal(known.of(uri, watched), found)
      return found
    }
    assert.equal(kept('pilots/claims.pilot.yaml').size, kept('pilots/moved.pilot.yaml').size)
    assert.equal(reads, 0)
  })
})

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

  it('is not counted in the tree', async () => {
    await begin({ [uri]: pilot, [FILE]: baselineOn(pilot) })
    await client.open(uri, `${pilot}costCentre: 4711\n`)
    const all = await client.allOf(uri)
    const [item] = await client.pilots()
    assert.deepEqual(item?.count, { error: 1, warning: 0, info: 0 })
    assert.deepEqual(
      item?.findings.map(({ rule }) => rule),
      ['schema/unknown-key'],
    )
    assert.equal(item?.known, all.length - 1)
  })

  const broken: readonly (readonly [string, string, number, RegExp])[] = [
    [
      'JSON',
      '{\n  "version": 1',
      0,
      /^The baseline cannot be used, so every finding counts: line \d is no JSON/,
    ],
    [
      'a merge',
      '{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n}',
      1,
      /: line 2 is a mark that Git left where it could not merge\. Take it/,
    ],
    ['a version', '{ "files": {},\n  "version": 9 }', 1, /: it was written by a newer version of pilots\./],
    [
      'a fingerprint',
      '{ "version": 1,\n"files": {\n"a.pilot.yaml": { "findings": {\n"owners/x": [1] } } } }',
      3,
      /: "files" › "a\.pilot\.yaml" › "findings" › "owners\/x" holds 1, which is no fingerprint\./,
    ],
  ]
  for (const [what, text, line, message] of broken) {
    it(`is a finding of its own at the place where ${what} is wrong, and hides nothing`, async () => {
      await begin({ [uri]: pilot, [FILE]: text })
      assert.ok(!severities(await client.allOf(uri)).has(Hint))
      const [found, ...others] = await client.allOf(FILE)
      assert.deepEqual([found?.code, found?.severity], ['baseline/unusable', DiagnosticSeverity.Error])
      assert.match(String(found?.message), message)
      if (what !== 'JSON') assert.equal(found?.range.start.line, line)
      assert.equal(found?.range.end.line, found?.range.start.line)
      assert.deepEqual(others, [])
      await client.write(FILE, baselineOn(pilot))
      assert.deepEqual(await client.allOf(FILE), [])
    })
  }

  it('is none any more where no pilot is left that it could hold for', async () => {
    await begin({ [uri]: pilot, [FILE]: '{' })
    assert.equal((await client.allOf(FILE)).length, 1)
    await client.write(uri, undefined)
    assert.deepEqual((await client.pullAll()).items, [])
  })

  it('is one as well where it is no text', async () => {
    await begin({ [uri]: pilot })
    client.files.content.set(FILE, 'not-utf-8')
    await client.write(`${FOLDER}/pilots.config.yaml`, '{}\n')
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: FILE, type: 2 }] })
    const [found] = await client.allOf(FILE)
    assert.match(String(found?.message), /: it is no text, or too large\.$/)
  })

  it('reaches a client that findings are sent to', async () => {
    client = new TestClient()
    client.files.content.set(uri, pilot)
    await client.start(simple)
    await client.settle()
    await client.write(FILE, '{')
    await client.settle()
    const codes = (): readonly unknown[] | undefined =>
      client.published.findLast((each) => each.uri === FILE)?.diagnostics.map(({ code }) => code)
    assert.deepEqual(codes(), ['baseline/unusable'])
    await client.write(FILE, baselineOn(pilot))
    await client.settle()
    assert.deepEqual(codes(), [])
    const last = client.published.filter((each) => each.uri === uri).at(-1)
    assert.deepEqual([...severities(last?.diagnostics ?? [])], [Hint])
  })
})
