import assert from 'node:assert/strict'
import { InitializeRequest, WorkspaceDiagnosticRequest } from 'vscode-languageserver-protocol'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/demand.pilot.yaml`

describe('a client that pulls findings', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  it('has them pushed where it never looks again when another file or the day has changed', async () => {
    const forgetful = { ...capable, workspace: { ...capable.workspace, diagnostics: {} } }
    const { capabilities } = await client.start(forgetful)
    assert.equal(capabilities.diagnosticProvider, undefined)
    await client.open(uri, 'name: demand\n')
    await client.settle()
    assert.ok(client.published.length > 0)
  })

  it('has them pushed where it is Neovim, which looks again at nothing that is open', async () => {
    const clientInfo = { name: 'Neovim', version: '0.12.0' }
    const params = { processId: null, rootUri: null, capabilities: capable, clientInfo }
    const { capabilities } = await client.connection.sendRequest(InitializeRequest.type, params)
    assert.equal(capabilities.diagnosticProvider, undefined)
  })

  it('is told at once, in parts, what it does not know, and nothing that it knows', async () => {
    for (let at = 0; at < 103; at++) client.files.content.set(`${FOLDER}/p${at}.pilot.yaml`, `name: p${at}\n`)
    await client.start(capable)
    const [known] = (await client.pullAll()).items
    const parts: string[][] = []
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'token', ({ items }) => {
      parts.push(items.map((item) => item.uri))
    })
    const previousResultIds = known ? [{ uri: known.uri, value: known.resultId ?? '' }] : []
    const params = { previousResultIds, partialResultToken: 'token' }
    const answer = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params)
    assert.deepEqual([answer, ...parts.map(({ length }) => length)], [{ items: [] }, 100, 2])
    assert.equal(new Set(parts.flat()).size, 102)
    assert.ok(!parts.flat().includes(known?.uri ?? ''))
  })
})
