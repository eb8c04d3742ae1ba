import assert from 'node:assert/strict'
import { loadClient } from '../support/client.ts'

describe('the explanation of a rule that has no page', () => {
  const range = { start: { line: 4, character: 2 }, end: { line: 4, character: 6 } }

  it('is shown at the finding of the row that asks for it', async () => {
    const { done, explain } = await pages()
    await explain({ rule: 'house/no-tuesday', place: { uri: 'file:///a.pilot.yaml', range } })
    assert.deepEqual(done, ['open file:///a.pilot.yaml', 'editor.action.showHover'])
  })

  it('is shown at the cursor where no row asks for it', async () => {
    const { done, explain } = await pages()
    await explain('house/no-tuesday')
    assert.deepEqual(done, ['editor.action.showHover'])
  })
})

async function pages() {
  const done: string[] = []
  const editor = {
    Uri: Object.assign(class {}, { joinPath: String, parse: String }),
    commands: { executeCommand: async (command: string) => done.push(command) },
    window: { showTextDocument: async (document: unknown) => done.push(`open ${document}`) },
    workspace: { fs: { stat: () => Promise.reject(new Error('no page')) }, openTextDocument: String },
  }
  const { explainRule } = await loadClient<Module>('rule-page.ts', editor)
  return { done, explain: (argument: unknown) => explainRule('', 'house/no-tuesday', argument) }
}

interface Module {
  explainRule(extension: unknown, named: unknown, argument: unknown): Promise<void>
}
