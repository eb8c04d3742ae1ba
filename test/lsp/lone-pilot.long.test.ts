import assert from 'node:assert/strict'
import {
  DefinitionRequest,
  InitializeRequest,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol'
import type { HistorySource } from '../../server/src/engine/history/source.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const text = `apiVersion: pilot-as-code/v1
name: demand
title: T
stage: data
owners:
  operator: { name: Luis Ortega }
gates:
  - { stage: criteria, by: Luis Ortega }
`
const position = { line: 7, character: 30 }

describe('names in a pilot outside of every folder', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
    client.files.content.set(`${FOLDER}/demand.pilot.yaml`, text)
  })
  afterEach(() => client.stop())

  for (const uri of ['file:///elsewhere/demand.pilot.yaml', 'untitled:Untitled-1']) {
    it(`are found and renamed in it alone: ${uri}`, async () => {
      await client.start(capable)
      await client.open(uri, text)
      const [at, context] = [{ textDocument: { uri }, position }, { includeDeclaration: true }]
      const found = await client.connection.sendRequest(ReferencesRequest.type, { ...at, context })
      assert.deepEqual(
        found?.map((each) => [each.uri, each.range.start.line]),
        [
          [uri, 5],
          [uri, 7],
        ],
      )
      const definition = await client.connection.sendRequest(DefinitionRequest.type, at)
      assert.ok(Array.isArray(definition))
      assert.equal(definition.length, 1)
      const edit = await client.connection.sendRequest(RenameRequest.type, { ...at, newName: 'Ana Ruiz' })
      assert.equal(edit?.documentChanges?.length, 1)
    })
  }

  it('are those of all pilots in a file of the folders', async () => {
    await client.start(capable)
    const uri = `${FOLDER}/other.pilot.yaml`
    await client.open(uri, text.replace('demand', 'other'))
    const params = { textDocument: { uri }, position, context: { includeDeclaration: true } }
    const found = await client.connection.sendRequest(ReferencesRequest.type, params)
    assert.equal(found?.length, 4)
  })

  it('are found among all names too, also without any folder', async () => {
    const uris = ['file:///elsewhere/demand.pilot.yaml', 'untitled:Untitled-1']
    const asked = async (): Promise<readonly string[]> => {
      const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'demand' })
      return (found ?? []).map(({ location }) => location.uri)
    }
    await client.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities: capable,
    })
    await client.notify('initialized', {})
    for (const uri of uris) await client.open(uri, text)
    assert.deepEqual(await asked(), uris)

    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: FOLDER, name: 'work' }], removed: [] },
    })
    assert.deepEqual(await asked(), [`${FOLDER}/demand.pilot.yaml`, ...uris])
  })
})

describe('the past of a pilot outside of every folder', () => {
  it('is asked for when it is opened, also for the second time', async () => {
    const asked: string[] = []
    const history: HistorySource = {
      async read(folder) {
        asked.push(folder)
        return { gap: 'no-repository' }
      },
    }
    const client = new TestClient({ history })
    const lone = 'file:///elsewhere/demand.pilot.yaml'
    const reason = async (): Promise<unknown> => {
      const [pilot] = await client.pilots()
      return pilot?.notRun.find(({ rule }) => rule === 'history/goalposts-moved')?.reason
    }
    await client.start(capable, { trusted: true })
    await client.settle()
    for (const round of ['first', 'second']) {
      asked.length = 0
      await client.open(lone, text)
      await client.settle()
      assert.deepEqual(asked, [FOLDER, 'file:///elsewhere'], round)
      assert.match(String(await reason()), /not a Git repository/)
      await client.close(lone)
      await client.settle()
    }
    client.stop()
  })
})
