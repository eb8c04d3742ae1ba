import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  CancellationTokenSource,
  DocumentSymbolRequest,
  HoverRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Guard } from '../../server/src/lsp/guard.ts'
import { capable, FOLDER, ManualClock, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/demand.pilot.yaml`
const text =
  'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand 🚀 forecast\nstage: nowhere\nowners:\n  operator: {}\n'

const inTheText = [
  'codeLens',
  'documentHighlight',
  'documentLink',
  'inlayHint',
  'selectionRange',
  'semanticTokens/full',
  'semanticTokens/range',
]

describe('a server under pressure', () => {
  let client: TestClient
  beforeEach(async () => {
    client = new TestClient()
    await client.start(capable)
  })
  afterEach(() => client.stop())

  it('answers a crash of its own and logs it', async () => {
    const logged: string[] = []
    const log = (message: string): void => void logged.push(message)
    const guard = new Guard({ error: log, warn: log })
    guard.begin()
    const crash = guard.request('hover', { fallback: null }, () => {
      throw new RangeError('of our own')
    })
    assert.equal(await crash({}, new CancellationTokenSource().token), null)
    assert.match(logged[0] ?? '', /^hover failed: RangeError: of our own\n\s+at /)
  })

  it('lives on when what it runs later crashes', () => {
    const logged: string[] = []
    const clock = new ManualClock()
    const guard = new Guard({ error: (message) => logged.push(message), warn: assert.fail })
    const guarded = guard.clock(clock)
    guarded.after(10, () => assert.fail('of our own'))
    guarded.after(10, () => logged.push('the next one'))
    clock.pass()
    assert.match(logged[0] ?? '', /^later failed: AssertionError.*of our own/)
    assert.equal(logged[1], 'the next one')
  })

  it('does not begin what was cancelled', async () => {
    const source = new CancellationTokenSource()
    source.cancel()
    const guard = new Guard({ error: assert.fail, warn: assert.fail })
    guard.begin()
    const answer = await guard.request('hover', { fallback: null }, () => assert.fail('ran'))(
      {},
      source.token,
    )
    assert.ok(answer instanceof ResponseError)
    assert.equal(answer.code, LSPErrorCodes.RequestCancelled)
  })

  for (const params of [
    undefined,
    null,
    {},
    [],
    { textDocument: null },
    { textDocument: { uri: 5 } },
    { textDocument: { uri } },
  ]) {
    it(`refuses a hover with ${JSON.stringify(params)}`, async () => {
      await assert.rejects(client.connection.sendRequest('textDocument/hover', params), /parameters/)
    })
  }

  for (const [method, params] of [
    ['documentHighlight', { textDocument: { uri }, position: {} }],
    ['selectionRange', { textDocument: { uri }, positions: [{ line: 0 }] }],
    ['selectionRange', { textDocument: { uri } }],
    ['inlayHint', { textDocument: { uri }, range: { start: { line: 0, character: 0 } } }],
    ['semanticTokens/range', { textDocument: { uri } }],
    ['semanticTokens/full', { textDocument: {} }],
    ['documentLink', {}],
    ['codeLens', { textDocument: null }],
  ] as const) {
    it(`refuses ${method} with ${JSON.stringify(params)}`, async () => {
      await assert.rejects(client.connection.sendRequest(`textDocument/${method}`, params), /parameters/)
    })
  }

  for (const [line, character] of [
    [1e9, 0],
    [0, 1e9],
    [-1, 0],
    [2 ** 53, 2 ** 53],
  ] as const) {
    it(`answers at ${line}:${character}`, async () => {
      await client.open(uri, text)
      const position = { line, character }
      const range = { start: position, end: position }
      const params = { textDocument: { uri }, position, positions: [position], range }
      await client.connection.sendRequest(HoverRequest.type, params)
      for (const method of inTheText) await client.connection.sendRequest(`textDocument/${method}`, params)
      assert.deepEqual(client.errors, [])
    })
  }

  it('answers about documents that nobody opened', async () => {
    for (const unknown of ['', '%%%', 'untitled:x', 'file:///%ff.pilot.yaml']) {
      const params = { textDocument: { uri: unknown } }
      assert.equal(await client.connection.sendRequest(DocumentSymbolRequest.type, params), null)
    }
  })

  for (const method of ['didOpen', 'didChange', 'didClose', 'didSave']) {
    it(`logs a malformed ${method} and goes on`, async () => {
      await client.notify(`textDocument/${method}`, { textDocument: {} })
      await client.open(uri, text)
      const report = await client.pull(uri)
      assert.ok(report.kind === 'full' && report.items.length > 0)
      assert.match(client.errors[0] ?? '', /malformed parameters/)
    })
  }

  it('keeps the last text whatever the versions are', async () => {
    await client.open(uri, 'x: 1\n')
    for (const version of [9, 3, -1, 11]) {
      const contentChanges = [{ text: version === 11 ? text : 'y: 2\n' }]
      await client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
    }
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })
    assert.equal(symbols?.[0]?.name, 'apiVersion')
  })

  it('counts the lines as the client does when an edit puts a carriage return before a line feed', async () => {
    await client.open(uri, text)
    const lines = text.trimEnd().split('\n')
    const start = { line: 0, character: lines[0]?.length ?? 0 }
    const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
    await client.change(uri, { range: { start, end }, text: `\r\n${lines.slice(1).join('\r\n')}\r` })
    const behind = { line: lines.length, character: 0 }
    await client.change(uri, { range: { start: behind, end: behind }, text: 'team: claims\r\n' })
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })
    assert.equal(symbols?.at(-1)?.name, 'team')
    assert.doesNotMatch(JSON.stringify(await client.pull(uri)), /yaml\/line-end/)
  })

  const shownIn = (uri: string, document: TextDocument): Promise<unknown[]> => {
    const [start, end] = [document.positionAt(0), document.positionAt(document.getText().length)]
    const position = document.positionAt(document.getText().length >> 1)
    const params = { textDocument: { uri }, position, positions: [position], range: { start, end } }
    const ask = (method: string): Promise<unknown> =>
      client.connection.sendRequest(`textDocument/${method}`, params)
    return Promise.all(inTheText.map(ask))
  }

  it('finds the same after edits as in a fresh document', async () => {
    const edit = fc.record({
      from: fc.nat(200),
      length: fc.nat(12),
      text: fc.constantFrom('', 'a', '\n', '  ', ': ', '- ', '🚀', '{', '#'),
    })
    const fresh = `${FOLDER}/fresh/demand.pilot.yaml`
    const property = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      let document = TextDocument.create(uri, 'pilot-yaml', 0, text)
      await client.open(uri, text)
      for (const each of edits) {
        const [start, end] = [document.positionAt(each.from), document.positionAt(each.from + each.length)]
        const change = { range: { start, end }, text: each.text }
        await client.change(uri, change)
        document = TextDocument.update(document, [change], document.version + 1)
      }
      const edited = [await client.pull(uri), ...(await shownIn(uri, document))]
      // Two pilots of one name would find each other.
      await client.close(uri)
      await client.open(fresh, document.getText())
      const opened = [await client.pull(fresh), ...(await shownIn(fresh, document))]
      await client.close(fresh)
      assert.deepEqual(
        JSON.parse(JSON.stringify(edited).replaceAll(uri, fresh), withoutId),
        JSON.parse(JSON.stringify(opened), withoutId),
      )
      assert.deepEqual(client.errors, [])
    })
    await fc.assert(property, { numRuns: 12 })
  })
})

/** The number of an answer is another one each time. */
function withoutId(key: string, value: unknown): unknown {
  return key === 'resultId' ? undefined : value
}
