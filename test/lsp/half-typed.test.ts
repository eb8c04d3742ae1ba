import assert from 'node:assert/strict'
import { CodeLensRequest, type Diagnostic, WorkspaceSymbolRequest } from 'vscode-languageserver-protocol'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/demand.pilot.yaml`
const other = `${FOLDER}/other.pilot.yaml`
const pilot = (name: string): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: T\nstage: data\nuseCase: forecasting\nteam: Ops\n`

describe('a key that is being typed', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  const told = (all: readonly Diagnostic[]): readonly string[] =>
    all.map(({ message }) => String(message)).sort()

  it('takes away nothing that is said of the other keys, of other pilots, and above the stage', async () => {
    for (const [file, name] of [[uri, 'demand'] as const, [other, 'other'] as const])
      client.files.content.set(file, pilot(name))
    await client.start(capable, { commands: true })
    await client.open(uri, pilot('demand'))
    const before = await Promise.all([client.allOf(uri), client.allOf(other)])
    assert.ok(before.every((all) => all.length > 0))
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })
    assert.equal(lenses?.length, 1)

    await client.change(uri, { text: pilot('demand').replace('team:', 'own\nteam:') })
    const now = await client.allOf(uri)
    assert.deepEqual(told(now.filter(({ code }) => code !== 'yaml/colon')), told(before[0]))
    assert.equal(now.length, before[0].length + 1)
    assert.deepEqual(told(await client.allOf(other)), told(before[1]))
    const still = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })
    assert.deepEqual(still, lenses)
    const names = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'demand' })
    assert.equal(names?.length, 1)
  })

  it('takes nothing away of the others where a value cannot be read, as it is typed', async () => {
    await client.start(capable)
    await client.open(uri, pilot('demand'))
    const before = await client.allOf(uri)
    for (const title of ['T: x', '{', '"T', '[ a,', '@T']) {
      await client.change(uri, { text: pilot('demand').replace('title: T', `title: ${title}`) })
      const now = (await client.allOf(uri)).filter(({ code }) => !String(code).startsWith('yaml/'))
      const own = before.filter(({ code }) => !String(code).startsWith('portfolio/'))
      assert.deepEqual(told(now), told(own), title)
    }
  })

  it('takes no pilot away from those that name it, even where nothing can be read', async () => {
    client.files.content.set(uri, pilot('demand'))
    client.files.content.set(other, `${pilot('other')}predecessor: demand\n`)
    await client.start(capable)
    await client.open(uri, pilot('demand'))
    await client.settle()
    for (const text of [pilot('demand'), `${pilot('demand')}next: {`, pilot('demand')]) {
      await client.change(uri, { text })
      await client.settle()
      const codes = (await client.allOf(other)).map(({ code }) => code)
      assert.ok(!codes.includes('portfolio/unknown-reference'), text)
    }
    await client.write(uri, undefined)
    await client.close(uri)
    await client.settle()
    const codes = (await client.allOf(other)).map(({ code }) => code)
    assert.ok(codes.includes('portfolio/unknown-reference'))
  })
})
