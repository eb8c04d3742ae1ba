import assert from 'node:assert/strict'
import { CodeActionRequest, DocumentSymbolRequest, FoldingRangeRequest } from 'vscode-languageserver-protocol'
import { capable, FOLDER, simple, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/pilots.config.yaml`
const textDocument = { uri }

describe('an open configuration', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  it('is outlined and folded', async () => {
    await client.start(simple)
    await client.open(uri, 'extends: strict\nrules:\n  owners/it-late: off\n', 'yaml')
    const params = { textDocument }
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, params)
    assert.deepEqual(
      symbols?.map(({ name }) => name),
      ['extends', 'rules'],
    )
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, params)
    assert.deepEqual(folds, [{ startLine: 1, endLine: 2 }])
  })

  it('is mended with the word that is meant', async () => {
    await client.start(capable)
    await client.open(uri, 'rules:\n  owners/it-lat: off\n', 'yaml')
    const at = { line: 1, character: 4 }
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start: at, end: at },
      context: { diagnostics: [] },
    })
    assert.deepEqual(
      actions?.map(({ title }) => title),
      ['Replace by "owners/it-late"'],
    )
  })
})
