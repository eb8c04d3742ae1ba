import assert from 'node:assert/strict'
import {
  CodeActionRequest,
  type Diagnostic,
  HoverRequest,
  LSPErrorCodes,
  RenameRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol'
import { capable, FOLDER, simple, TestClient } from '../support/lsp.ts'

const one = `${FOLDER}/one.pilot.yaml`
const two = `${FOLDER}/two.pilot.yaml`
const pilot = (name: string, rest = ''): string =>
  `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: ${name}\nstage: criteria\n${rest}`

const named = (rule: string, items: readonly Diagnostic[]): Diagnostic | undefined =>
  items.find(({ code }) => code === rule)

describe('the pilots of a workspace', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
    client.files.content.set(one, pilot('demand'))
    client.files.content.set(two, pilot('demand'))
  })
  afterEach(() => client.stop())

  it('know of each other, with the place in the other file', async () => {
    await client.start(capable)
    const found = named('portfolio/duplicate-name', await client.allOf(two))
    const [related] = found?.relatedInformation ?? []
    assert.deepEqual(related?.location, {
      uri: one,
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } },
    })
  })

  it('are as the editor has them, open or not', async () => {
    await client.start(capable)
    await client.open(one, `# moved\n${pilot('demand')}`)
    const moved = named('portfolio/duplicate-name', await client.allOf(two))
    assert.equal(moved?.relatedInformation?.[0]?.location.range.start.line, 2)
    await client.change(one, { text: pilot('supply') })
    assert.equal(named('portfolio/duplicate-name', await client.allOf(two)), undefined)
    await client.close(one)
    assert.ok(named('portfolio/duplicate-name', await client.allOf(two)))
  })

  it('follow the disk', async () => {
    await client.start(capable)
    await client.pullAll()
    await client.write(one, undefined)
    assert.equal(named('portfolio/duplicate-name', await client.allOf(two)), undefined)
    await client.write(one, pilot('demand'))
    assert.ok(named('portfolio/duplicate-name', await client.allOf(two)))
  })

  it('are told of each other when findings are pushed', async () => {
    await client.start(simple)
    await client.open(one, pilot('supply'))
    await client.settle()
    await client.change(one, { text: pilot('demand') })
    await client.settle()
    const last = client.published.findLast(({ uri }) => uri === two)
    assert.ok(named('portfolio/duplicate-name', last?.diagnostics ?? []))
  })

  it('are explained and mended like any finding', async () => {
    const text = pilot('sales', 'predecessor: demnd\n')
    await client.start(capable)
    await client.open(one, text)
    client.files.content.set(two, pilot('demand'))
    await client.pullAll()
    const at = { line: 4, character: 14 }
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: one },
      position: at,
    })
    assert.match(JSON.stringify(hover?.contents), /portfolio\/unknown-reference/)
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: one },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    })
    assert.ok(actions?.some(({ title }) => title === 'Change it to "demand"'))
  })

  it('are silenced by a comment, which is then used', async () => {
    client.files.content.set(
      two,
      pilot('demand').replace(
        'name:',
        '# pilots-ignore-next-line portfolio/duplicate-name -- A copy.\nname:',
      ),
    )
    await client.start(capable)
    const items = await client.allOf(two)
    assert.deepEqual(
      items.filter(({ code }) => /duplicate-name|suppression/.test(String(code))),
      [],
    )
  })

  it('are not judged by what is missing outside of a workspace', async () => {
    await client.start(capable)
    const outside = 'file:///elsewhere/x.pilot.yaml'
    await client.open(outside, pilot('x', 'predecessor: y\n'))
    assert.equal(named('portfolio/unknown-reference', await client.allOf(outside)), undefined)
  })

  it('are weighed by the preset and the severities of their files', async () => {
    const severity = async (config: string): Promise<number | undefined> => {
      await client.write(`${FOLDER}/pilots.config.yaml`, config)
      return named('portfolio/duplicate-name', await client.allOf(two))?.severity
    }
    await client.start(capable)
    assert.equal(await severity('extends: minimal\n'), undefined)
    assert.equal(await severity('rules: { portfolio/duplicate-name: info }\n'), 3)
    const override = 'overrides: [{ files: [two.pilot.yaml], rules: { portfolio/duplicate-name: off } }]\n'
    assert.equal(await severity(override), undefined)
  })

  it('are renamed wherever one names another, open or closed', async () => {
    client.files.content.set(two, pilot('sales', 'predecessor: demand # once demand\n'))
    const { capabilities } = await client.start(capable)
    assert.equal(capabilities.renameProvider, true)
    await client.open(one, pilot('demand'))
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: one },
      position: { line: 1, character: 8 },
      newName: 'forecast',
    })
    const range = (line: number, start: number): object => {
      return { start: { line, character: start }, end: { line, character: start + 6 } }
    }
    assert.deepEqual(edit?.documentChanges, [
      { textDocument: { uri: one, version: 1 }, edits: [{ range: range(1, 6), newText: 'forecast' }] },
      { textDocument: { uri: two, version: null }, edits: [{ range: range(4, 13), newText: 'forecast' }] },
    ])
  })

  it('say why a name cannot be theirs', async () => {
    client.files.content.set(two, pilot('sales'))
    await client.start(capable)
    await client.open(one, pilot('demand'))
    const answer = client.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: one },
      position: { line: 1, character: 8 },
      newName: 'sales',
    })
    await assert.rejects(answer, {
      code: LSPErrorCodes.RequestFailed,
      message: 'There is a pilot "sales" already. Choose another name.',
    })
    const three = `${FOLDER}/three.pilot.yaml`
    await client.write(three, `${pilot('third', 'predecessor: demand\n')}gates: [\n`)
    const renamed = client.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: one },
      position: { line: 1, character: 8 },
      newName: 'forecast',
    })
    await assert.rejects(renamed, {
      message: 'three.pilot.yaml says "demand", too, and cannot be read as a pilot. Mend it first.',
    })
  })

  it('and all that they name are found by their letters', async () => {
    await client.start(capable)
    await client.write(two, pilot('sales', 'owners: { operator: { name: Luis Ortega } }\n'))
    const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'ortega' })
    assert.deepEqual(
      found?.map(({ name, location }) => [name, location.uri]),
      [['Luis Ortega', two]],
    )
  })

  it('that cannot be read are named in the log, once', async () => {
    client.files.content.set(one, 'too-large')
    client.files.content.set(two, 'not-utf-8')
    await client.start(capable)
    await client.pullAll()
    await client.write(one, pilot('demand'))
    client.files.content.set(one, 'too-large')
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: one, type: 2 }] })
    await client.pullAll()
    assert.deepEqual(client.errors, [
      `${one} is not checked: it is larger than 2 MB.`,
      `${two} is not checked: it is not UTF-8 text.`,
    ])
  })

  it('are named where they are no files, as are folders that cannot be searched', async () => {
    const { files } = client
    client.stop()
    const skipped = [
      { place: one, why: 'link' },
      { place: `${FOLDER}/loop`, why: 'loop' },
    ] as const
    const closed = [`${FOLDER}/closed`]
    const list: typeof files.list = async (folder) => ({ ...(await files.list(folder)), skipped, closed })
    client = new TestClient({ files: { list, read: (uri) => files.read(uri) } })
    await client.start(capable)
    await client.pullAll()
    assert.deepEqual(client.errors, [
      `${FOLDER}/closed was not searched: reading it is not allowed.`,
      `${one} was not checked: it is a link, and links are not followed.`,
      `${FOLDER}/loop was not searched: it is a link that leads back to a folder around it.`,
    ])
  })

  it('show that they are being read when that takes long', async () => {
    let go: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    const { files } = client
    client.stop()
    client = new TestClient({
      files: {
        list: (folder) => files.list(folder),
        read: async (uri) => {
          await gate
          return files.read(uri)
        },
      },
    })
    const told: string[] = []
    client.connection.onRequest('window/workDoneProgress/create', () => null)
    client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      told.push(value.kind)
      if (value.kind === 'begin') go()
    })
    await client.start({ ...capable, window: { workDoneProgress: true } })
    // A request is answered when all that was sent before it has been dealt with.
    await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: one },
      position: { line: 0, character: 0 },
    })
    client.clock.pass()
    await client.pullAll()
    await client.pullAll()
    assert.deepEqual(told, ['begin', 'end'])
  })
})
