import assert from 'node:assert/strict'
import { yamlCheckChanged } from '../../server/src/protocol/yaml-check.ts'
import { capable, simple, TestClient } from '../support/lsp.ts'

const uri = 'file:///work/demand.pilot.yaml'
const text = `apiVersion: pilot-as-code/v1
name: demand
title: Demand forecast
stage: ownership
colour: red
`

describe('a pilot that the user takes for plain YAML', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  const rulesOf = async (language: string, options?: object): Promise<readonly unknown[]> => {
    await client.start(capable, options)
    await client.open(uri, text, language)
    return codes()
  }
  const codes = async (): Promise<readonly unknown[]> => {
    const report = await client.pull(uri)
    return report.kind === 'full' ? report.items.map(({ code }) => code) : []
  }

  it('is checked in full where nothing else checks it', async () => {
    const rules = await rulesOf('yaml')
    assert.ok(rules.includes('schema/unknown-key'))
    assert.ok(rules.includes('owners/operator-missing'))
  })

  it('is left to what else checks YAML with the schema, but for the rules', async () => {
    const rules = await rulesOf('yaml', { checksYaml: true })
    assert.deepEqual(
      rules.filter((rule) => String(rule).startsWith('schema/')),
      [],
    )
    assert.ok(rules.includes('owners/operator-missing'))
  })

  it('is left to it as soon as it comes, until it goes', async () => {
    const before = await rulesOf('yaml')
    await client.connection.sendNotification(yamlCheckChanged, true)
    const between = await codes()
    assert.deepEqual(
      between,
      before.filter((rule) => !String(rule).startsWith('schema/')),
    )
    assert.notEqual(between.length, before.length)
    assert.ok(client.received.includes('workspace/diagnostic/refresh'))
    await client.connection.sendNotification(yamlCheckChanged.method, { what: 'else' })
    assert.deepEqual(await codes(), between)
    await client.connection.sendNotification(yamlCheckChanged, false)
    assert.deepEqual(await codes(), before)
  })

  it('is checked in full as a pilot, which nothing else checks', async () => {
    assert.ok((await rulesOf('pilot-yaml', { checksYaml: true })).includes('schema/unknown-key'))
  })

  it('is left to the other check when its findings are pushed, too', async () => {
    await client.start(simple, { checksYaml: true })
    await client.open(uri, text, 'yaml')
    await client.settle()
    const codes = client.published.at(-1)?.diagnostics.map(({ code }) => String(code)) ?? []
    assert.ok(codes.includes('owners/operator-missing'))
    assert.equal(
      codes.some((code) => code.startsWith('schema/')),
      false,
    )
  })
})
