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
      assert.deepEqual(told(now), told(before), title)
    }
  })

  it('holds what is said among the pilots while a value cannot be read, and lets go of it with the file', async () => {
    const shared = (name: string): string =>
      `${pilot(name)}owners:\n  operator: { name: Luis Ortega }\npriority: { rank: 1 }\npredecessor: gone\n`
    client.files.content.set(uri, shared('demand'))
    client.files.content.set(other, shared('other'))
    await client.start(capable)
    const among = async (each: string): Promise<readonly string[]> =>
      (await client.allOf(each)).flatMap(({ code, range, message }) =>
        String(code).startsWith('portfolio/') ? [`${range.start.line} ${code} ${message}`] : [],
      )
    await client.open(uri, shared('demand'))
    await client.settle()
    const [own, theirs] = [await among(uri), await among(other)]
    assert.deepEqual([own.length, theirs.length], [1, 2])
    for (const [from, to] of [
      ['title: T', 'title: {'],
      ['team: Ops', 'team: "Ops'],
      ['rank: 1 }', 'rank: 1'],
      ['useCase: forecasting', 'useCase: {'],
      ['owners:', 'owners: [\nowners: [{'],
    ] as const) {
      await client.change(uri, { text: shared('demand').replace(from, to) })
      assert.deepEqual(await among(other), theirs, to)
      assert.deepEqual(
        (await among(uri)).filter((each) => !own.includes(each)),
        [],
        to,
      )
    }
    await client.change(uri, { text: shared('demand').replace('title: T', 'title: {') })
    assert.deepEqual(await among(uri), own)
    await client.change(uri, { text: shared('demand').replace('rank: 1', 'rank: 2') })
    assert.notDeepEqual(await among(other), theirs)
    await client.change(uri, { text: shared('demand') })
    assert.deepEqual(await among(other), theirs)
    await client.change(uri, { text: `${shared('demand')}next: {` })
    await client.write(uri, undefined)
    await client.close(uri)
    await client.settle()
    assert.equal((await among(other)).length, 1)
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
