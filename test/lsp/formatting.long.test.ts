import assert from 'node:assert/strict'
import {
  DidChangeConfigurationNotification,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  RegistrationRequest,
  UnregistrationRequest,
} from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/demand.pilot.yaml`
const textDocument = { uri }
const options = { tabSize: 2, insertSpaces: true }
const text = 'stage: data # here\nowners:\n  it: { title: CIO, name: A }\nname: demand\n'
const on = { pilots: { format: { enable: true } } }
const dynamic = {
  ...capable,
  textDocument: { ...capable.textDocument, formatting: { dynamicRegistration: true } },
}

describe('formatting', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  const format = async (): Promise<string | null> => {
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options,
    })
    return edits && TextDocument.applyEdits(TextDocument.create(uri, 'pilot-yaml', 0, text), edits)
  }

  it('is off until somebody wants it', async () => {
    const { capabilities } = await client.start(capable)
    assert.equal(capabilities.documentFormattingProvider, false)
    await client.open(uri, text)
    assert.equal(await format(), null)
  })

  it('is offered and taken back with the setting', async () => {
    const both = ['textDocument/formatting', 'textDocument/rangeFormatting']
    const told: string[] = []
    client.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      told.push(...registrations.map(({ method }) => method).filter((method) => both.includes(method)))
    })
    client.connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      told.push(...unregisterations.map(({ method }) => `no ${method}`))
    })
    await client.start(dynamic)
    await client.open(uri, text)
    assert.deepEqual(told, [])
    await client.notify(DidChangeConfigurationNotification.method, { settings: on })
    assert.equal(await format(), 'name: demand\nstage: data # here\nowners:\n  it: { name: A, title: CIO }\n')
    assert.deepEqual(told, both)
    await client.notify(DidChangeConfigurationNotification.method, { settings: on })
    await client.notify(DidChangeConfigurationNotification.method, { settings: { pilots: {} } })
    assert.equal(await format(), null)
    await client.settle()
    assert.deepEqual(told, [...both, ...both.map((method) => `no ${method}`)])
  })

  it('is offered from the start to a client that asks for it and cannot be told later', async () => {
    const { capabilities } = await client.start(capable, { format: { enable: true } })
    assert.equal(capabilities.documentFormattingProvider, true)
    await client.open(uri, text)
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }
    const params = { textDocument, range, options }
    const edits = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, params)
    assert.deepEqual(edits, [
      {
        range: { start: { line: 2, character: 8 }, end: { line: 2, character: 27 } },
        newText: 'name: A, title: CIO',
      },
    ])
    await client.change(uri, { text: 'stage: [\nname: x\n' })
    assert.deepEqual(
      await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options }),
      [],
    )
    await assert.rejects(
      client.connection.sendRequest('textDocument/rangeFormatting', { textDocument }),
      /parameters/,
    )
  })
})
