import assert from 'node:assert/strict'
import { DefinitionRequest, type Diagnostic, HoverRequest } from 'vscode-languageserver-protocol'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/demand.pilot.yaml`
const config = `${FOLDER}/pilots.config.yaml`
const people = `${FOLDER}/catalog/people.yaml`
const pilot =
  'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand\nstage: criteria\nowners: { operator: { name: Luis Ortgea } }\n'
const user = (name: string): string =>
  `apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: { name: someone }\nspec: { profile: { displayName: ${name} } }\n`

describe('the registry of a workspace', () => {
  let client: TestClient
  const unknown = async (): Promise<Diagnostic | undefined> =>
    (await client.allOf(uri)).find(({ code }) => code === 'portfolio/unknown-reference')

  beforeEach(async () => {
    client = new TestClient()
    client.files.content.set(uri, pilot)
    client.files.content.set(config, 'registry: ["catalog/**/*.yaml"]\n')
    client.files.content.set(people, user('Luis Ortega'))
    await client.start(capable)
  })
  afterEach(() => client.stop())

  it('tells unknown names from known ones', async () => {
    assert.match(String((await unknown())?.message), /Did you mean "Luis Ortega"\?$/)
    await client.write(people, user('Luis Ortgea'))
    assert.equal(await unknown(), undefined)
  })

  it('grows and shrinks with the files of its folder', async () => {
    await client.write(`${FOLDER}/catalog/more/late.yaml`, user('Luis Ortgea'))
    assert.equal(await unknown(), undefined)
    await client.write(`${FOLDER}/catalog/more/late.yaml`, undefined)
    assert.ok(await unknown())
  })

  it('is there only while a configuration names it', async () => {
    assert.ok(await unknown())
    await client.write(config, 'currency: EUR\n')
    assert.equal(await unknown(), undefined)
  })

  it('counts as the editor has it', async () => {
    assert.ok(await unknown())
    await client.open(people, user('Luis Ortgea'), 'yaml')
    assert.equal(await unknown(), undefined)
  })

  it('says who is meant, and leads to where that is written', async () => {
    await client.open(uri, pilot.replace('Ortgea', 'Ortega'))
    await client.pullAll()
    const params = { textDocument: { uri }, position: { line: 4, character: 30 } }
    const hover = await client.connection.sendRequest(HoverRequest.type, params)
    assert.match(
      JSON.stringify(hover?.contents),
      /\*\*Luis Ortega\*\* \(`someone`\)\\n\\nPerson of the registry: \[people\.yaml\]\(file:\/\/\/work\/catalog\/people\.yaml#L3\)/,
    )
    assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, params), [
      { uri: people, range: { start: { line: 2, character: 18 }, end: { line: 2, character: 25 } } },
    ])
  })
})
