import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DefinitionRequest } from 'vscode-languageserver-protocol'
import { workspaceFiles } from '../../server/src/node/workspace-files.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/demand.pilot.yaml`
const bad = 'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand\nstage: nowhere\n'

describe('pilots of a folder that comes or goes', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  it('go with it also while they are read', async () => {
    client.files.content.set(uri, bad)
    const folder = { uri: FOLDER, name: 'work' }
    const read = client.files.read.bind(client.files)
    let removal: Promise<void> | undefined
    client.files.read = async (...asked) => {
      const result = await read(...asked)
      removal ??= client.notify('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [folder] },
      })
      await removal
      for (let turn = 0; turn < 9; turn++) await client.clock.pause()
      return result
    }
    await client.start(capable)
    assert.deepEqual((await client.pullAll()).items, [])
    assert.deepEqual(await client.pilots(), [])
  })

  it('are compared with the others as soon as it is there, also where they are on no disk', async () => {
    const added = { uri: 'file:///other', name: 'other' }
    const isAlone = async (): Promise<boolean> =>
      (await client.pilots()).some(({ notRun }) => notRun.some(({ reason }) => /other pilots/.test(reason)))
    await client.start(capable)
    await client.open('file:///other/demand.pilot.yaml', bad)
    assert.ok(await isAlone())
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [added], removed: [] } })
    assert.ok(!(await isAlone()))
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [added] } })
    assert.ok(await isAlone())
  })

  it('are named in one order, whichever was there first and whichever is open', async () => {
    const uris = ['a', 'b', 'c'].map((name) => `${FOLDER}/${name}.pilot.yaml`)
    const named = async (): Promise<readonly string[]> => {
      const params = { textDocument: { uri: uris[1] ?? '' }, position: { line: 1, character: 7 } }
      const found = await client.connection.sendRequest(DefinitionRequest.type, params)
      return Array.isArray(found) ? found.map((each) => ('uri' in each ? each.uri : '')) : []
    }
    await client.start(capable)
    for (const each of [...uris].reverse()) {
      await client.write(each, bad)
      await client.pullAll()
    }
    await client.open(uris[1] ?? '', bad)
    assert.deepEqual(await named(), uris)
  })
})

describe('pilots that Git is told to ignore', () => {
  it('go as soon as it is told so, and come back', async () => {
    const root = mkdtempSync(join(tmpdir(), 'pilots-'))
    const at = (path: string): string => pathToFileURL(join(root, path)).href
    for (const name of ['a', 'b']) writeFileSync(join(root, `${name}.pilot.yaml`), bad)
    const client = new TestClient({ files: workspaceFiles() }, at(''))
    const listed = async (): Promise<readonly string[]> => (await client.pilots()).map(({ uri }) => uri)
    await client.start(capable)
    assert.deepEqual(await listed(), [at('a.pilot.yaml'), at('b.pilot.yaml')])
    for (const [type, text, left] of [
      [1, 'b.*\n', ['a']],
      [2, 'a.*\n', ['b']],
      [3, '', ['a', 'b']],
    ] as const) {
      if (type === 3) rmSync(join(root, '.gitignore'))
      else writeFileSync(join(root, '.gitignore'), text)
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at('.gitignore'), type }] })
      assert.deepEqual(
        [...(await listed())].sort(),
        left.map((name) => at(`${name}.pilot.yaml`)),
      )
    }
    client.stop()
    rmSync(root, { recursive: true })
  })
})
