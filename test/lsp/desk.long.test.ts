import assert from 'node:assert/strict'
import { CodeActionRequest } from 'vscode-languageserver-protocol'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { Desk } from '../../server/src/lsp/desk.ts'
import { PilotFile } from '../../server/src/lsp/pilot-file.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const under = { today: '2026-06-01', settings: recommended, rules }
const textOf = (number: number): string => `apiVersion: pilot-as-code/v1
name: pilot-${number}
title: A pilot
stage: rollout
timeline: { start: 2026-01-05, end: 2026-05-30 } # for now
criteria:
  success:
    - { metric: Hours to plan a week, baseline: 30, target: 20, by: 2026-08-31 }
`
const uriOf = (number: number): string => `${FOLDER}/pilot-${number}.pilot.yaml`
const fileOf = (number: number): PilotFile =>
  new PilotFile(uriOf(number), 1, { kind: 'text', text: textOf(number) })
const numbers = Array.from({ length: 12 }, (_, number) => number)

describe('the desk', () => {
  it('puts away what was edited longest ago, once it is full', () => {
    const files = numbers.map(fileOf)
    const desk = new Desk((uri) => files.find((file) => file.uri === uri))
    for (const file of files) file.analysis(under, {})
    const taken = [...files.slice(0, 8), ...files.slice(0, 2), ...files.slice(8, 10)].map((file) =>
      desk.take(file),
    )
    assert.deepEqual(taken.slice(0, 10), Array(10).fill(undefined))
    assert.deepEqual(taken.slice(10), files.slice(2, 4))
    assert.deepEqual(
      files.flatMap(({ memory }, number) => (memory ? [] : [number])),
      [2, 3],
    )
  })

  it('forgets what was closed', () => {
    const desk = new Desk(() => undefined)
    for (const number of numbers) assert.equal(desk.take(fileOf(number)), undefined)
  })
})

describe('an open pilot at rest', () => {
  it('says the same, today and on another day, and holds nothing for another text', () => {
    const [file, fresh] = [fileOf(1), fileOf(1)]
    const before = whatItSays(file.analysis(under, {}))
    assert.equal(file.rest(), true)
    assert.equal(file.memory, undefined)
    assert.deepEqual(whatItSays(file.analysis(under, {})), before)
    const later = { ...under, today: '2026-12-01' }
    assert.deepEqual(whatItSays(file.analysis(later, {})), whatItSays(fresh.analysis(later, {})))
    assert.equal(file.memory, undefined)
  })

  it('has the same in its light bulb', async () => {
    const client = new TestClient()
    // Nothing is said of it among the others.
    const lone = 'file:///elsewhere/pilot-0.pilot.yaml'
    const text = 'apiVersion: pilot-as-code/v1\nname: pilot-0\ntitle: A pilot\nstage: adoption\n'
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } }
    const offered = async (): Promise<readonly string[]> => {
      const params = { textDocument: { uri: lone }, range, context: { diagnostics: [] } }
      const actions = await client.connection.sendRequest(CodeActionRequest.type, params)
      return (actions ?? []).map(({ title }) => title)
    }
    await client.start(capable)
    await client.open(lone, text)
    const before = await offered()
    for (const number of numbers.slice(1)) await client.open(uriOf(number), textOf(number))
    await client.pullAll()
    assert.deepEqual(await offered(), before)
    assert.ok(before.includes('Insert a gate'))
    client.stop()
  })

  it('is judged leanly also where nobody had asked for it before', () => {
    const file = fileOf(1)
    assert.equal(file.rest(), false)
    assert.deepEqual(whatItSays(file.analysis(under, {})), whatItSays(fileOf(1).analysis(under, {})))
    assert.equal(file.memory, undefined)
  })

  it('is no news for the editor, and is edited like any other', async () => {
    const client = new TestClient()
    for (const number of numbers) client.files.content.set(uriOf(number), textOf(number))
    await client.start(capable)
    await client.pullAll()
    const ids = new Map<number, string | undefined>()
    for (const number of numbers) {
      await client.open(uriOf(number), textOf(number))
      const report = await client.pull(uriOf(number))
      assert.ok(report.kind === 'full' && report.items.length > 0)
      ids.set(number, report.resultId)
    }
    for (const number of numbers)
      assert.equal((await client.pull(uriOf(number), ids.get(number))).kind, 'unchanged')

    const typed = { start: { line: 3, character: 7 }, end: { line: 3, character: 14 } }
    for (const number of numbers) {
      await client.change(uriOf(number), { range: typed, text: 'dreams' })
      const report = await client.pull(uriOf(number))
      assert.ok(report.kind === 'full')
      assert.ok(
        report.items.some(({ code, range }) => `${code}`.startsWith('schema/') && range.start.line === 3),
      )
    }
    assert.deepEqual(client.errors, [])
    client.stop()
  })
})

function whatItSays({
  text,
  findings,
  notRun,
  suppressed,
  covered,
}: ReturnType<PilotFile['analysis']>): unknown {
  const said = (all: typeof findings): unknown =>
    all.map(({ fixes, ...finding }) => ({
      ...finding,
      fixes: fixes.map((fix) => ({ title: fix.title, edits: editsOf(text, fix) })),
    }))
  return { said: said(findings), notRun, suppressed: suppressed.length, covered: said(covered) }
}
