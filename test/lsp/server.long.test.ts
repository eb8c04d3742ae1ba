import assert from 'node:assert/strict'
import {
  CodeActionRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  FoldingRangeRequest,
  HoverRequest,
  ShutdownRequest,
  SymbolKind,
} from 'vscode-languageserver-protocol'
import { workflowFile } from '../../server/src/protocol/beginnings.ts'
import { capable, FOLDER, simple, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/demand.pilot.yaml`
const text = `apiVersion: pilot-as-code/v1
name: demand
title: Demand forecast
stage: ownership
owners:
  sponsor: { name: Dana Whitfield, title: COO }
gates:
  - stage: criteria
    due: 2026-05-01
  - stage: ownership
    due: 2026-08-01
`
const textDocument = { uri }
const onOwners = { line: 4, character: 2 }
const nowhere = { start: onOwners, end: onOwners }

describe('language server', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  it('says what it can do', async () => {
    const { capabilities } = await client.start(capable)
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'pilots',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    })
    assert.equal(capabilities.positionEncoding, 'utf-16')
    await client.settle()
    assert.ok(client.received.includes('client/registerCapability'))
  })

  it('answers only between its first message and its last', async () => {
    const hover = (): Promise<unknown> =>
      client.connection.sendRequest(HoverRequest.type, { textDocument, position: onOwners })
    const workflow = (): Promise<unknown> => client.connection.sendRequest(workflowFile, { below: '' })
    await assert.rejects(hover(), { code: ErrorCodes.ServerNotInitialized })
    await assert.rejects(workflow(), { code: ErrorCodes.ServerNotInitialized })
    await client.start(capable)
    await client.open(uri, text)
    assert.ok(await hover())
    await assert.rejects(client.start(capable), { code: ErrorCodes.InvalidRequest })
    assert.ok(await hover())
    await client.connection.sendRequest(ShutdownRequest.type)
    await assert.rejects(hover(), { code: ErrorCodes.InvalidRequest })
    await assert.rejects(workflow(), { code: ErrorCodes.InvalidRequest })
  })

  it('offers no pull to a client that cannot', async () => {
    const { capabilities } = await client.start(simple)
    assert.equal(capabilities.diagnosticProvider, undefined)
  })

  it('answers a pull, and says so when nothing has changed', async () => {
    await client.start(capable)
    await client.open(uri, text)
    const first = await client.pull(uri)
    assert.equal(first.kind, 'full')
    assert.ok(first.kind === 'full' && codes(first.items).includes('owners/operator-missing'))
    assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId })
    await client.change(uri, { text: text.replace('2026-08-01', '2026-08-41') })
    assert.equal((await client.pull(uri, first.resultId)).kind, 'full')
  })

  it('pushes the same findings as it is pulled for', async () => {
    await client.start(simple)
    await client.open(uri, text)
    await client.settle()
    const report = await client.pull(uri)
    const [pushed] = client.published
    assert.equal(pushed?.version, 1)
    assert.deepEqual(pushed?.diagnostics, report.kind === 'full' && report.items)
  })

  it('shows hovers', async () => {
    await client.start(capable)
    await client.open(uri, text)
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument, position: onOwners })
    assert.match(JSON.stringify(hover?.contents), /Nobody is named as operator/)
  })

  it('writes Markdown for a client that prefers it, and plain text for others', async () => {
    for (const [contentFormat, kind] of [
      [['markdown', 'plaintext'], 'markdown'],
      [['plaintext', 'markdown'], 'plaintext'],
      [undefined, 'plaintext'],
    ] as const) {
      const each = new TestClient()
      const hover = contentFormat && { contentFormat: [...contentFormat] }
      await each.start({ textDocument: { ...(hover && { hover }) } })
      await each.open(uri, text)
      const answer = await each.connection.sendRequest(HoverRequest.type, {
        textDocument,
        position: onOwners,
      })
      assert.match(JSON.stringify(answer?.contents), new RegExp(`"kind":"${kind}"`))
      each.stop()
    }
  })

  it('offers fixes with tab stops for the version that is open', async () => {
    await client.start(capable)
    await client.open(uri, text)
    const params = { textDocument, range: nowhere, context: { diagnostics: [] } }
    const actions = await client.connection.sendRequest(CodeActionRequest.type, params)
    const edit = actions
      ?.map((action) => JSON.stringify(action))
      .find((action) => action.includes('Insert an operator'))
    assert.match(edit ?? '', /"version":1/)
    assert.match(edit ?? '', /\$\{1:TODO full name\}/)
  })

  it('outlines and folds', async () => {
    const documentSymbol = { hierarchicalDocumentSymbolSupport: true }
    await client.start({ ...capable, textDocument: { ...capable.textDocument, documentSymbol } })
    await client.open(uri, text)
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })
    assert.deepEqual(
      symbols?.map(({ name }) => name),
      ['apiVersion', 'name', 'title', 'stage', 'owners', 'gates'],
    )
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument })
    assert.deepEqual(
      folds?.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [4, 5],
        [6, 10],
        [7, 8],
        [9, 10],
      ],
    )
  })

  it('outlines in a list for a client that shows nothing below each other', async () => {
    await client.start(simple)
    await client.open(uri, text)
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })
    assert.deepEqual(symbols?.slice(4, 6), [
      {
        name: 'owners',
        kind: SymbolKind.Object,
        location: { uri, range: { start: { line: 4, character: 0 }, end: { line: 5, character: 47 } } },
      },
      {
        name: 'sponsor',
        kind: SymbolKind.Object,
        containerName: 'owners',
        location: { uri, range: { start: { line: 5, character: 2 }, end: { line: 5, character: 47 } } },
      },
    ])
  })

  it('lists the pilots, and says when the list has changed', async () => {
    client.files.content.set(uri, text)
    await client.start(capable)
    const [pilot] = await client.pilots()
    assert.equal(pilot?.title, 'Demand forecast')
    assert.equal(pilot?.stage, 'ownership')
    assert.deepEqual(
      pilot?.gates.map(({ stage, state }) => [stage, state]),
      [
        ['criteria', 'overdue'],
        ['ownership', 'due'],
      ],
    )
    await client.open(uri, text.replace('Demand forecast', 'Unsaved title'))
    await client.settle()
    assert.ok(client.received.includes('pilots/changed'))
    assert.deepEqual(client.errors, [])
    const list = await client.pilots()
    assert.deepEqual(
      list.map(({ title }) => title),
      ['Unsaved title'],
    )
  })

  it('lists no gate whose decision was taken at a later one of its stage', async () => {
    await client.start(capable, { asOf: '2026-06-01' })
    const gates = `gates:
  - { stage: criteria, due: 2026-03-01 }
  - { stage: criteria, due: 2026-04-01, held: 2026-04-02, decision: advance, by: Luis Ortega }
`
    await client.open(uri, text.replace(/gates:\n.*/s, gates))
    const [pilot] = await client.pilots()
    assert.deepEqual(
      pilot?.gates.map(({ state, date }) => `${state} ${date}`),
      ['passed 2026-04-02'],
    )
  })

  it('checks a file whose language is plain YAML by its name, and no other', async () => {
    await client.start(capable)
    const other = `${FOLDER}/compose.yaml`
    await client.open(uri, text, 'yaml')
    await client.open(other, text, 'yaml')
    const [named, unnamed] = [await client.pull(uri), await client.pull(other)]
    assert.ok(named.kind === 'full' && named.items.length > 0)
    assert.deepEqual(unnamed.kind === 'full' && unnamed.items, [])
  })

  it('takes the day from the options', async () => {
    await client.start(capable, { asOf: '2026-04-01' })
    await client.open(uri, text)
    const [pilot] = await client.pilots()
    assert.deepEqual(
      pilot?.gates.map(({ state }) => state),
      ['due', 'due'],
    )
  })

  it('checks again when the day is over', async () => {
    await client.start(capable)
    await client.open(uri, text)
    await client.settle()
    client.clock.date = '2026-08-05'
    await client.settle()
    assert.ok(client.received.includes('workspace/diagnostic/refresh'))
    const [pilot] = await client.pilots()
    assert.deepEqual(
      pilot?.gates.map(({ state }) => state),
      ['overdue', 'overdue'],
    )
  })

  it('follows a clock that is set back', async () => {
    client.clock.date = '2030-08-05'
    await client.start(capable)
    await client.open(uri, text)
    await client.settle()
    client.clock.date = '2026-04-01'
    await client.settle()
    const [pilot] = await client.pilots()
    assert.deepEqual(
      pilot?.gates.map(({ state }) => state),
      ['due', 'due'],
    )
    const fresh = new TestClient()
    await fresh.start(capable, { asOf: '2026-04-01' })
    await fresh.open(uri, text)
    assert.deepEqual(await client.allOf(uri), await fresh.allOf(uri))
    fresh.stop()
  })
})

function codes(items: readonly { code?: unknown }[]): readonly unknown[] {
  return items.map(({ code }) => code)
}
