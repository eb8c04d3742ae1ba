import assert from 'node:assert/strict'
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  DidChangeConfigurationNotification,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  InlayHintRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol'
import { capable, FOLDER, simple, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/plans/demand.pilot.yaml`
const text = `apiVersion: pilot-as-code/v1
name: demand
title: Demand forecast
stage: rollout
gates:
  - { stage: rollout, due: 2026-06-13 }
production:
  runbook: docs/runbook.md
`
const textDocument = { uri }
const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }

describe('what a client sees in the text', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  const start = async (): Promise<void> => {
    await client.start(capable)
    await client.open(uri, text)
  }

  it('is offered to a client that has heard of it, and to no other', async () => {
    const { capabilities } = await client.start(capable)
    const offered = ['documentHighlight', 'selectionRange', 'documentLink', 'inlayHint', 'semanticTokens']
    const isOffered = (all: object): readonly string[] =>
      offered.filter((name) => Object.entries(all).some(([key, value]) => key === `${name}Provider` && value))
    assert.deepEqual(isOffered(capabilities), offered)
    const other = new TestClient()
    assert.deepEqual(isOffered((await other.start(simple)).capabilities), [])
    other.stop()
  })

  describe('as lenses', () => {
    it('are offered to a client that has the commands', async () => {
      const { capabilities } = await client.start(capable, { commands: true })
      assert.deepEqual(capabilities.codeLensProvider, { resolveProvider: true })
      const other = new TestClient()
      assert.equal((await other.start(capable)).capabilities.codeLensProvider, undefined)
      other.stop()
    })

    it('are counted when they are looked at, in the file as it is then', async () => {
      await client.start(capable, { commands: true })
      await client.open(uri, text)
      const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument })
      const [stage] = lenses ?? []
      assert.ok(stage && stage.command === undefined)
      const resolved = async (): Promise<string | undefined> =>
        (await client.connection.sendRequest(CodeLensResolveRequest.type, stage)).command?.title
      assert.match((await resolved()) ?? '', /^rollout · \d+ checks to adoption · gate in 12 days$/)
      await client.change(uri, { text: text.replace('06-13', '06-02') })
      assert.match((await resolved()) ?? '', /gate in 1 day$/)
      await client.close(uri)
      assert.equal(await resolved(), '')
    })

    it('have to be ours', async () => {
      await client.start(capable, { commands: true })
      const range = { start: whole.start, end: whole.start }
      for (const lens of [null, {}, { range }, { range, data: {} }]) {
        await assert.rejects(client.connection.sendRequest('codeLens/resolve', lens), /parameters/)
      }
    })
  })

  it('are the places of a word', async () => {
    await start()
    const params = { textDocument, position: { line: 3, character: 8 } }
    const found = await client.connection.sendRequest(DocumentHighlightRequest.type, params)
    assert.deepEqual(
      found?.map(({ range }) => range.start.line),
      [3, 5],
    )
  })

  it('is a selection for each cursor', async () => {
    await start()
    const positions = [whole.start, { line: 3, character: 8 }]
    const found = await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions })
    assert.deepEqual(
      found?.map(({ range }) => range.start),
      [whole.start, { line: 3, character: 7 }],
    )
  })

  it('is the distance of a day, and another one on another day', async () => {
    await start()
    const labels = async (): Promise<unknown> =>
      (await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole }))?.map(
        ({ label }) => label,
      )
    assert.deepEqual(await labels(), ['in 12 days'])
    const before = client.received.length
    const settings = { pilots: { asOf: '2026-06-14' } }
    await client.notify(DidChangeConfigurationNotification.method, { settings })
    assert.deepEqual(await labels(), ['1 day overdue'])
    assert.deepEqual(client.received.slice(before), [
      'workspace/diagnostic/refresh',
      'workspace/inlayHint/refresh',
      'workspace/codeLens/refresh',
    ])
  })

  it('are the tokens of the file, or of a part of it', async () => {
    await start()
    const all = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument })
    assert.equal(all?.data.length, 4 * 5)
    const range = { start: whole.start, end: { line: 4, character: 0 } }
    const some = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range })
    assert.deepEqual(some?.data.slice(0, 10), all?.data.slice(0, 10))
    assert.equal(some?.data.length, 2 * 5)
  })

  describe('as links', () => {
    const target = async (path: string, at = uri): Promise<string | undefined> => {
      await client.open(at, text.replace('docs/runbook.md', path))
      const params = { textDocument: { uri: at } }
      const links = await client.connection.sendRequest(DocumentLinkRequest.type, params)
      return links?.[0]?.target
    }

    for (const [path, expected] of [
      ['docs/runbook.md', `${FOLDER}/docs/runbook.md`],
      ['./runbook.md', `${FOLDER}/plans/runbook.md`],
      ['../docs/a.md#b', `${FOLDER}/docs/a.md#b`],
      ['docs/%2e%2e/a?.md', undefined],
      ['docs/%2e%2e/a.md', `${FOLDER}/docs/%252e%252e/a.md`],
      ['../../etc/passwd.md', undefined],
      ['docs/../../etc/passwd.md', undefined],
      ['https://example.com/a', 'https://example.com/a'],
    ] as const) {
      it(`lead from ${path} to ${expected}`, async () => {
        await client.start(capable)
        assert.equal(await target(path), expected)
      })
    }

    it('start where the configuration stands', async () => {
      client.files.content.set(`${FOLDER}/plans/pilots.config.yaml`, 'version: 1\n')
      await client.start(capable)
      await client.pullAll()
      assert.equal(await target('docs/runbook.md'), `${FOLDER}/plans/docs/runbook.md`)
    })

    for (const outside of ['file:///elsewhere/a.pilot.yaml', 'untitled:a.pilot.yaml']) {
      it(`lead from ${outside} to no file`, async () => {
        await client.start(capable)
        assert.equal(await target('./a.md', outside), undefined)
        assert.equal(await target('https://example.com/a', outside), 'https://example.com/a')
      })
    }
  })
})
