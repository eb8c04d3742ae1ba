import assert from 'node:assert/strict'
import {
  FileChangeType,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol'
import { capable, FOLDER, simple, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/demand.pilot.yaml`
const bad = 'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand\nstage: nowhere\n'
const worse = `${bad}unheard: of\n`

describe('files of the workspace', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  it('are checked while they are closed', async () => {
    client.files.content.set(uri, bad)
    await client.start(capable)
    const { items } = await client.pullAll()
    assert.deepEqual(
      items.map((item) => [item.uri, item.version, item.kind]),
      [[uri, null, 'full']],
    )
    const [item] = items
    assert.ok(item?.kind === 'full' && item.items.length > 0)
  })

  it('are pushed to a client that cannot pull, taken back when they are deleted, and said again when they are back', async () => {
    client.files.content.set(uri, bad)
    await client.start(simple)
    await client.settle()
    assert.ok(client.published.at(-1)?.diagnostics.length)
    assert.equal(client.published.at(-1)?.version, undefined)
    const [said] = client.published
    await client.write(uri, undefined)
    await client.settle()
    await client.settle()
    assert.deepEqual(client.published, [said, { uri, diagnostics: [] }])
    await client.write(uri, bad)
    await client.settle()
    assert.deepEqual(client.published.at(-1), said)
  })

  it('are as the editor has them while they are open, and as the disk has them afterwards', async () => {
    client.files.content.set(uri, bad)
    await client.start(capable)
    await client.open(uri, worse)
    const open = await client.pullAll()
    await client.write(uri, bad)
    assert.deepEqual(await client.pullAll(), open)
    await client.close(uri)
    const closed = await client.pullAll()
    assert.match(JSON.stringify(open), /unheard/)
    assert.doesNotMatch(JSON.stringify(closed), /unheard/)
    assert.match(JSON.stringify(closed), /nowhere/)
  })

  it('leave nothing behind when they were deleted while open', async () => {
    client.files.content.set(uri, bad)
    await client.start(simple)
    await client.open(uri, worse)
    await client.settle()
    await client.write(uri, undefined)
    await client.close(uri)
    await client.settle()
    assert.deepEqual(client.published.at(-1), { uri, diagnostics: [] })
  })

  it('follow a folder that is renamed', async () => {
    const inner = `${FOLDER}/old/demand.pilot.yaml`
    client.files.content.set(inner, bad)
    await client.start(capable)
    const before = await client.pullAll()
    client.files.content.delete(inner)
    await client.notify('workspace/didRenameFiles', {
      files: [{ oldUri: `${FOLDER}/old`, newUri: `${FOLDER}/new` }],
    })
    const value = before.items[0]?.resultId ?? ''
    const { items } = await client.pullAll([{ uri: inner, value }])
    assert.deepEqual(
      items.map((item) => item.kind === 'full' && item.items),
      [[]],
    )
  })

  it('go with a folder that is deleted outside of the editor, which tells of the folder alone', async () => {
    const inner = `${FOLDER}/old/deep/demand.pilot.yaml`
    client.files.content.set(inner, bad)
    client.files.content.set(uri, bad)
    await client.start(simple)
    await client.settle()
    client.files.content.delete(inner)
    const changes = [{ uri: `${FOLDER}/old`, type: FileChangeType.Deleted }]
    await client.notify('workspace/didChangeWatchedFiles', { changes })
    await client.settle()
    assert.deepEqual(client.published.at(-1), { uri: inner, diagnostics: [] })
    assert.deepEqual(
      (await client.pullAll()).items.map((item) => item.uri),
      [uri],
    )
  })

  it('go with a folder that is deleted in the editor', async () => {
    const inner = `${FOLDER}/old/demand.pilot.yaml`
    client.files.content.set(inner, bad)
    await client.start(simple)
    await client.settle()
    client.files.content.delete(inner)
    await client.notify('workspace/didDeleteFiles', { files: [{ uri: `${FOLDER}/old` }] })
    await client.settle()
    assert.deepEqual(client.published.at(-1), { uri: inner, diagnostics: [] })
  })

  it('come with a folder that appears, be it by a move or by a rename in the editor', async () => {
    await client.start(capable)
    await client.pullAll()
    const [moved, renamed] = ['moved', 'renamed'].map((name) => `${FOLDER}/${name}/demand.pilot.yaml`)
    for (const each of [moved ?? '', renamed ?? '']) client.files.content.set(each, bad)
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/moved`, type: FileChangeType.Created }],
    })
    assert.deepEqual(
      (await client.pullAll()).items.map((item) => item.uri),
      [moved],
    )
    await client.notify('workspace/didRenameFiles', {
      files: [{ oldUri: `${FOLDER}/old`, newUri: `${FOLDER}/renamed` }],
    })
    assert.deepEqual(
      (await client.pullAll()).items.map((item) => item.uri),
      [moved, renamed],
    )
  })

  it('do not come with what appears outside of the workspace', async () => {
    const outside = 'file:///elsewhere/demand.pilot.yaml'
    client.files.content.set(outside, bad)
    await client.start(capable)
    const changes = [{ uri: 'file:///elsewhere', type: FileChangeType.Created }]
    await client.notify('workspace/didChangeWatchedFiles', { changes })
    assert.deepEqual((await client.pullAll()).items, [])
  })

  for (const [kind, capabilities] of [
    ['says that it knows folders', capable],
    ['does not', { ...capable, workspace: { ...capable.workspace, workspaceFolders: false } }],
  ] as const) {
    it(`go and come with their folder, in a client that ${kind}`, async () => {
      client.files.content.set(uri, bad)
      await client.start(capabilities)
      assert.equal((await client.pullAll()).items.length, 1)
      const folder = { uri: FOLDER, name: 'work' }
      await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } })
      assert.deepEqual((await client.pullAll()).items, [])
      await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } })
      assert.equal((await client.pullAll()).items.length, 1)
    })
  }

  it('are pilots whatever the case of their endings', async () => {
    const loud = `${FOLDER}/DEMAND.PILOT.YAML`
    client.files.content.set(loud, bad)
    await client.start(capable)
    assert.match(JSON.stringify(await client.allOf(loud)), /nowhere/)
  })

  it('are listed by their names, an unsaved one by that which the editor gave it', async () => {
    client.files.content.set(`${FOLDER}/UPPER.Pilot.yml`, 'stage: criteria\n')
    await client.start(capable)
    await client.open('untitled:Untitled-1', 'stage: criteria\n')
    const names = (await client.pilots()).map(({ name }) => name)
    assert.deepEqual(names.sort(), ['UPPER', 'Untitled-1'])
  })

  it('that cannot be read say so', async () => {
    client.files.content.set(uri, 'not-utf-8')
    await client.start(capable)
    const [item] = (await client.pullAll()).items
    assert.match(JSON.stringify(item), /not UTF-8/)
  })

  it('are held back until something changes when the client knows them', async () => {
    client.files.content.set(uri, bad)
    client.files.content.set(`${FOLDER}/other.pilot.yaml`, bad)
    await client.start(capable)
    const { items } = await client.pullAll()
    const partial: WorkspaceDiagnosticReportPartialResult[] = []
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'token', (value) => {
      partial.push(value)
    })
    const previousResultIds = items.map((item) => ({ uri: item.uri, value: item.resultId ?? '' }))
    const params = { previousResultIds, partialResultToken: 'token' }
    const held = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params)
    await client.pull(uri)
    assert.equal(partial.length, 0)
    await client.write(uri, worse)
    assert.deepEqual(await held, { items: [] })
    assert.deepEqual(
      partial.map((part) => part.items.map((item) => [item.kind, item.uri])),
      [[['full', uri]]],
      'what the client knows is not said again',
    )
  })

  it('are held back while an edit concerns its own pilot alone', async () => {
    const other = `${FOLDER}/other.pilot.yaml`
    client.files.content.set(uri, bad)
    client.files.content.set(other, bad)
    const unnamed = worse.replace('name: demand', 'name: forecast')
    await client.start(capable)
    await client.open(uri, unnamed)
    await client.settle()
    const { items } = await client.pullAll()
    const news: string[] = []
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'token', (value) => {
      news.push(...value.items.map((item) => item.uri))
    })
    const previousResultIds = items.map((item) => ({ uri: item.uri, value: item.resultId ?? '' }))
    let isHeld = true
    const params = { previousResultIds, partialResultToken: 'token' }
    const held = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params).then(() => {
      isHeld = false
    })
    await client.change(uri, { text: `${unnamed}more: of it\n` })
    await client.pull(uri)
    client.clock.pass()
    await client.pull(uri)
    assert.equal(isHeld, true)
    await client.change(uri, { text: bad })
    await client.pull(uri)
    client.clock.pass()
    await held
    assert.deepEqual(news.sort(), [uri, other], 'the other pilot has the same name now')
  })

  it('that change make the client ask again', async () => {
    await client.start(capable)
    await client.write(uri, bad)
    await client.settle()
    assert.ok(client.received.includes('workspace/diagnostic/refresh'))
  })
})
