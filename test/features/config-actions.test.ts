import assert from 'node:assert/strict'
import { type CodeAction, TextDocumentEdit } from 'vscode-languageserver-types'
import type { ConfigFile } from '../../server/src/engine/config/config-file.ts'
import { loadConfig } from '../../server/src/engine/config/load.ts'
import { configActions } from '../../server/src/features/config-actions.ts'

const path = 'file:///work/pilots.config.yaml'
const target = { uri: path, version: 3, snippets: true, documentChanges: true }

async function configOf(text: string): Promise<ConfigFile> {
  const read = async () => ({ kind: 'text', text }) as const
  const [file] = (await loadConfig(path, { root: 'file:///work', read })).files
  assert.ok(file)
  return file
}

/** What is offered at the `|`, each with the text that it writes. */
async function offered(marked: string, only?: readonly string[]): Promise<readonly string[]> {
  const file = await configOf(marked.replace('|', ''))
  const at = file.lines.positionAt(marked.indexOf('|'))
  return configActions(file, { range: { start: at, end: at }, only }, target).map(shown)
}

function shown({ title, edit, isPreferred }: CodeAction): string {
  const [change] = edit?.documentChanges ?? []
  assert.ok(TextDocumentEdit.is(change) && change.textDocument.version === 3)
  const texts = change.edits.map((each) => ('newText' in each ? each.newText : assert.fail('a snippet')))
  return `${title}: ${texts.join()}${isPreferred ? ', preferred' : ''}`
}

describe('the fixes of a configuration', () => {
  for (const [marked, actions] of [
    ['rules:\n  owners/it-l|at: error\n', ['Replace by "owners/it-late": owners/it-late, preferred']],
    ['rules:\n  owners/it-late: e|ror\n', ['Replace by "error": error, preferred']],
    ['exte|nd: strict\n', ['Replace by "extends": extends, preferred']],
    ['extends: minimal\nexte|nd: strict\n', []],
    ['extends: strikt|\n', ['Replace by "strict": strict, preferred']],
    ['rules:\n  owners/it-late: er|ror\n', []],
  ] as const) {
    it(`for ${JSON.stringify(marked)}`, async () => {
      assert.deepEqual((await offered(marked)).slice(0, Math.max(1, actions.length)), actions)
    })
  }

  it('are few in a configuration of which each takes long to try', async () => {
    const offeredIn = async (more: string): Promise<number> => {
      const wrong = ['owners/it-lat', 'stage/dormantt', 'scope/crep'].map((each) => `  ${each}: error\n`)
      const file = await configOf(`rules:\n${wrong.join('')}# ${more}\n`)
      const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } }
      return configActions(file, { range, only: undefined }, target).length
    }
    assert.equal(await offeredIn(''), 3)
    assert.equal(await offeredIn('many words '.repeat(19_000)), 2)
  })

  it('are of one kind', async () => {
    assert.equal((await offered('exte|nd: strict\n', ['quickfix'])).length, 1)
    assert.deepEqual(await offered('exte|nd: strict\n', ['source.fixAll']), [])
  })
})
