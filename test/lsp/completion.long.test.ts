import assert from 'node:assert/strict'
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
} from 'vscode-languageserver-protocol'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'
import { readCursor } from '../support/cursor.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/demand.pilot.yaml`
const other = `${FOLDER}/forecast-2024.pilot.yaml`
const config = `${FOLDER}/pilots.config.yaml`
const head = 'apiVersion: pilot-as-code/v1\nname: forecast-2024\ntitle: The first forecast\nstage: stopped\n'

describe('completion over the protocol', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
  })
  afterEach(() => client.stop())

  async function itemsAt(
    marked: string,
    file = uri,
    triggerCharacter?: string,
  ): Promise<readonly CompletionItem[]> {
    const { text, offset } = readCursor(marked)
    await client.open(file, text, file === config ? 'yaml' : 'pilot-yaml')
    const position = lineIndex(text).positionAt(offset)
    const triggerKind = triggerCharacter
      ? CompletionTriggerKind.TriggerCharacter
      : CompletionTriggerKind.Invoked
    const context = { triggerKind, ...(triggerCharacter ? { triggerCharacter } : {}) }
    const params = { textDocument: { uri: file }, position, context }
    const answer = await client.connection.sendRequest(CompletionRequest.type, params)
    assert.ok(answer && !Array.isArray(answer))
    assert.equal(answer.isIncomplete, false)
    return answer.items
  }

  it('says what makes it speak', async () => {
    const { capabilities } = await client.start(capable)
    assert.deepEqual(capabilities.completionProvider, {
      triggerCharacters: [':', ' ', '[', '{'],
      resolveProvider: true,
    })
  })

  it('offers words in plain text to a client that has not heard of snippets', async () => {
    await client.start(capable)
    const items = await itemsAt('name: demand\nstage: |', uri, ' ')
    assert.equal(items[0]?.label, 'criteria')
    assert.ok(items.every(({ insertTextFormat, command }) => insertTextFormat !== 2 && !command))
  })

  it('offers blocks as snippets, and the next word by the command of the client', async () => {
    const completionItem = {
      snippetSupport: true,
      insertTextModeSupport: { valueSet: [1 as const, 2 as const] },
    }
    const textDocument = { ...capable.textDocument, completion: { completionItem } }
    await client.start({ ...capable, textDocument }, { suggestCommand: 'editor.suggest' })
    const items = await itemsAt('name: demand\n|')
    const [team, owners] = ['team', 'owners'].map((key) => items.find(({ label }) => label === key))
    assert.equal(owners?.insertTextFormat, 2)
    assert.equal(owners?.insertTextMode, 1)
    assert.equal(items.find(({ label }) => label === 'stage')?.command?.command, 'editor.suggest')
    // Nobody knows a team yet.
    assert.equal(team?.command, undefined)
  })

  it('writes snippets for a client that says nothing of indentation as Neovim and Helix take them', async () => {
    const textDocument = { ...capable.textDocument, completion: { completionItem: { snippetSupport: true } } }
    await client.start({ ...capable, textDocument })
    const items = await itemsAt('name: demand\ngates:\n  - |')
    assert.match(JSON.stringify(items[0]?.textEdit), /"stage: [^"]*\\n {2}due: /)
  })

  it('explains a key when it is looked at', async () => {
    await client.start(capable)
    const items = await itemsAt('name: demand\n|')
    const item = items.find(({ label }) => label === 'owners') ?? assert.fail()
    assert.equal(item.documentation, undefined)
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item)
    assert.match(JSON.stringify(resolved.documentation), /Who is accountable/)
    for (const data of [
      undefined,
      null,
      7,
      { is: 'key', of: 'pilot', path: [1] },
      { is: 'rule', id: 'no/rule' },
    ]) {
      const foreign = { ...item, data }
      assert.deepEqual(
        await client.connection.sendRequest(CompletionResolveRequest.type, foreign),
        JSON.parse(JSON.stringify(foreign)),
      )
    }
  })

  it('offers the names in other pilots, and not the one that is being typed', async () => {
    client.files.content.set(other, `${head}owners: { operator: { name: Ana Ruiz } }\n`)
    await client.start(capable)
    await client.settle()
    const people = await itemsAt('name: demand\nowners:\n  operator:\n    name: An|\n')
    assert.deepEqual(labels(people), ['Ana Ruiz'])
    assert.deepEqual(labels(await itemsAt('name: demand\npredecessor: |\n')), ['forecast-2024'])
    await client.write(other, `${head}owners: { operator: { name: Luis Ortega } }\n`)
    await client.settle()
    assert.deepEqual(
      labels(await itemsAt('owners: { sponsor: { name: Dana Whitfield }, it: { name: | } }\n')),
      ['Dana Whitfield', 'Luis Ortega'],
    )
  })

  it('works where the text does not parse', async () => {
    await client.start(capable)
    assert.ok(labels(await itemsAt('owners:\n  operator: [\n  it:\n    na|\n   x: {')).includes('name'))
  })

  it('offers rules in a configuration, and explains them', async () => {
    await client.start(capable)
    const items = await itemsAt('rules:\n  owners/it|\n', config)
    const item = items.find(({ label }) => label === 'owners/it-missing') ?? assert.fail()
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item)
    assert.match(JSON.stringify(resolved.documentation), /from stage \w+ on.*What to do/)
  })

  it('knows of no other file', async () => {
    await client.start(capable)
    const file = `${FOLDER}/compose.yaml`
    await client.open(file, 'stage: ', 'yaml')
    const params = { textDocument: { uri: file }, position: { line: 0, character: 7 } }
    assert.equal(await client.connection.sendRequest(CompletionRequest.type, params), null)
  })
})

function labels(items: readonly CompletionItem[]): readonly string[] {
  return items.map(({ label }) => label)
}
