import assert from 'node:assert/strict'
import { type Diagnostic, HoverRequest } from 'vscode-languageserver-protocol'
import { nodeCustomChecks } from '../../server/src/node/custom-rules.ts'
import { capable, FOLDER, simple, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/team/demand.pilot.yaml`
const config = `${FOLDER}/pilots.config.yaml`
const nearer = `${FOLDER}/team/pilots.config.yaml`
const base = `${FOLDER}/base.yaml`
const pilot =
  'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand\nstage: criteria\nowners: { it: {} }\ncost: { software: 1 }\n'
const custom = `customRules:
  - id: acme/cost-centre
    from: criteria
    severity: warning
    at: cost
    require: { required: [x-costCentre] }
    message: A pilot books its costs on a cost centre.
`

const severityOf = (rule: string, items: readonly Diagnostic[]): number | undefined =>
  items.find(({ code }) => code === rule)?.severity

describe('the configuration of a workspace', () => {
  let client: TestClient
  const itMissing = async (): Promise<number | undefined> =>
    severityOf('owners/it-missing', await client.allOf(uri))

  beforeEach(() => {
    client = new TestClient({ customChecks: nodeCustomChecks })
    client.files.content.set(uri, pilot)
  })
  afterEach(() => client.stop())

  it('is the nearest upwards also where that is a folder or a link, and says so', async () => {
    client.files.content.set(config, 'rules: { owners/it-missing: error }\n')
    client.files.content.set(nearer, 'missing')
    await client.start(capable)
    assert.notEqual(await itMissing(), 1)
    assert.equal((await client.allOf(nearer)).length, 1)
    await client.write(nearer, undefined)
    assert.equal(await itMissing(), 1)
  })

  it('is the nearest upwards', async () => {
    client.files.content.set(config, 'rules: { owners/it-missing: error }\n')
    await client.start(capable)
    assert.equal(await itMissing(), 1)
    await client.write(nearer, 'rules: { owners/it-missing: off }\n')
    assert.equal(await itMissing(), undefined)
    await client.write(nearer, undefined)
    assert.equal(await itMissing(), 1)
    await client.write(config, undefined)
    assert.equal(await itMissing(), 3)
  })

  it('is in force nowhere once nothing is left in its folder', async () => {
    client.files.content.set(nearer, 'rules: { no/such: error }\n')
    await client.start(capable)
    assert.equal((await client.allOf(nearer)).length, 1)
    await client.write(uri, undefined)
    assert.deepEqual((await client.pullAll()).items, [])
    await client.open(nearer, 'rules: { no/such: error }\n', 'yaml')
    assert.equal((await client.allOf(nearer)).length, 1)
    await client.close(nearer)
    assert.deepEqual((await client.pullAll()).items, [])
    await client.write(uri, pilot)
    assert.equal((await client.allOf(nearer)).length, 1)
  })

  it('is never taken from above the folder of the workspace', async () => {
    client.files.content.set('file:///pilots.config.yaml', 'rules: { owners/it-missing: off }\n')
    await client.start(capable)
    assert.equal(await itMissing(), 3)
  })

  it('holds for the first answer about a document that was just opened', async () => {
    client.files.content.set(config, 'rules: { owners/it-missing: error }\n')
    await client.start(capable)
    await client.open(uri, pilot)
    const report = await client.pull(uri)
    assert.equal(severityOf('owners/it-missing', report.kind === 'full' ? report.items : []), 1)
  })

  it('follows what it extends', async () => {
    client.files.content.set(config, 'extends: ./base.yaml\n')
    client.files.content.set(base, 'rules: { owners/it-missing: warning }\n')
    await client.start(capable)
    assert.equal(await itMissing(), 2)
    await client.write(base, 'rules: { owners/it-missing: error }\n')
    assert.equal(await itMissing(), 1)
  })

  it('counts as the editor has it, and checks open files again at once', async () => {
    client.files.content.set(config, 'rules: { owners/it-missing: error }\n')
    await client.start(simple)
    await client.open(uri, pilot)
    await client.settle()
    const before = client.published.length
    await client.open(config, 'rules: { owners/it-missing: off }\n', 'yaml')
    await client.settle()
    const pushed = client.published.slice(before).find((each) => each.uri === uri)
    assert.ok(pushed)
    assert.equal(severityOf('owners/it-missing', pushed.diagnostics), undefined)
    await client.close(config)
    assert.equal(await itMissing(), 1)
  })

  it('makes a client that pulls ask again', async () => {
    await client.start(capable)
    await client.settle()
    client.received.length = 0
    await client.write(config, 'rules: { owners/it-missing: off }\n')
    await client.settle()
    assert.ok(client.received.includes('workspace/diagnostic/refresh'))
  })

  it('has findings of its own, closed or open, and never silences the pilots', async () => {
    client.files.content.set(config, 'rules: { owners/it-mising: error }\n')
    await client.start(capable)
    const [closed] = await client.allOf(config)
    assert.equal(closed?.code, 'config/unknown-rule')
    assert.match(String(closed?.message), /owners\/it-missing/)
    assert.equal(await itMissing(), 3)
    await client.open(config, 'rules: { owners/it-missing: error }\ncurency: EUR\n', 'yaml')
    const report = await client.pull(config)
    assert.deepEqual(
      report.kind === 'full' && report.items.map(({ code, range }) => [code, range.start.line]),
      [['schema/unknown-key', 1]],
    )
    assert.equal(await itMissing(), 1)
  })

  it('leaves out what it excludes, unless that is open', async () => {
    client.files.content.set(config, 'exclude: ["team/**"]\n')
    await client.start(capable)
    assert.deepEqual(await client.allOf(uri), [])
    await client.open(uri, pilot)
    assert.ok((await client.allOf(uri)).length > 0)
  })

  it('matches patterns against names as people read them', async () => {
    const spaced = `${FOLDER}/my%20pilots/x.pilot.yaml`
    client.files.content.set(spaced, pilot)
    client.files.content.set(
      config,
      'overrides: [{ files: ["my pilots/**"], rules: { owners/it-missing: error } }]\n',
    )
    await client.start(capable)
    assert.equal(severityOf('owners/it-missing', await client.allOf(spaced)), 1)
    assert.equal(await itMissing(), 3)
  })

  it('runs the rules of an organisation only where the workspace is trusted', async () => {
    client.files.content.set(config, custom)
    await client.start(capable)
    assert.equal(severityOf('acme/cost-centre', await client.allOf(uri)), undefined)
    await client.notify('pilots/trusted', undefined)
    assert.equal(severityOf('acme/cost-centre', await client.allOf(uri)), 2)
  })

  it('runs them from the start when the client says so', async () => {
    client.files.content.set(config, custom)
    await client.start(capable, { trusted: true })
    assert.equal(severityOf('acme/cost-centre', await client.allOf(uri)), 2)
  })

  it('is explained where the cursor rests', async () => {
    await client.start(capable)
    await client.open(config, 'rules:\n  owners/it-missing: off\n', 'yaml')
    const params = { textDocument: { uri: config }, position: { line: 1, character: 5 } }
    const hover = await client.connection.sendRequest(HoverRequest.type, params)
    assert.match(JSON.stringify(hover?.contents), /rules\/owners\/it-missing/)
    const other = { textDocument: { uri: base }, position: { line: 0, character: 0 } }
    assert.equal(await client.connection.sendRequest(HoverRequest.type, other), null)
  })
})
