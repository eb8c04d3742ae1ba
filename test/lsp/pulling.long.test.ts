import assert from 'node:assert/strict'
import { InitializeRequest } from 'vscode-languageserver-protocol'
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
})
