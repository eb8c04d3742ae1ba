import assert from 'node:assert/strict'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/demand.pilot.yaml`

describe('what a client says of itself', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  const odd: readonly object[] = [
    { workspace: null, textDocument: null, window: null },
    { textDocument: { hover: { contentFormat: null }, completion: { completionItem: null } } },
    { textDocument: { completion: { completionItem: { insertTextModeSupport: { valueSet: null } } } } },
    { workspace: { workspaceEdit: { resourceOperations: null } } },
  ]
  for (const capabilities of odd) {
    it(`may be null for what it cannot do: ${JSON.stringify(capabilities)}`, async () => {
      const params = { processId: null, rootUri: null, capabilities }
      const answer: object = await client.connection.sendRequest('initialize', params)
      assert.ok('capabilities' in answer)
    })
  }

  it('may be said again where it could not be read', async () => {
    const wrong = { processId: null, rootUri: null, workspaceFolders: 5, capabilities: {} }
    await assert.rejects(client.connection.sendRequest('initialize', wrong))
    await assert.rejects(client.pull(uri), /not initialized/)
    await client.start(capable)
    await client.open(uri, 'name: [')
    const report = await client.pull(uri)
    assert.ok(report.kind === 'full' && report.items.length > 0)
  })
})
