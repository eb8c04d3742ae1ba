import assert from 'node:assert/strict'
import { type CompletionList, commands, Position, type TextDocument, window, workspace } from 'vscode'
import { openText, when } from './editor.ts'

const head = 'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand forecast\n'

describe('completion', () => {
  it('offers the stages behind their key', async () => {
    const document = await openText(`${head}stage: `)
    const labels = await labelsAt(document)
    assert.deepEqual(labels.slice(0, 3), ['criteria', 'ownership', 'data'])
  })

  it('writes a block with its places to fill in, at the right indentation', async () => {
    const document = await openText(`${head}stage: ownership\nowners:\n  it: { name: Mei Lin }\n  `)
    await commands.executeCommand('cursorBottom')
    await commands.executeCommand('type', { text: 'oper' })
    await shown(document, /oper$/)
    await commands.executeCommand('editor.action.triggerSuggest')
    await accepted(document, /operator:\n {4}name: TODO full name\n {4}title: TODO position\n/)
    await commands.executeCommand('type', { text: 'Luis Ortega' })
    assert.match(document.getText(), /\n {2}operator:\n {4}name: Luis Ortega\n {4}title: TODO position\n/)
  })
})

async function labelsAt({ uri, lineCount, lineAt }: TextDocument): Promise<readonly string[]> {
  const { end } = lineAt(lineCount - 1).range
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    new Position(end.line, end.character),
  )
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
}

function shown(document: TextDocument, text: RegExp): Promise<string> {
  return when(
    () => document.getText(),
    (all) => text.test(all),
    (changed) => workspace.onDidChangeTextDocument(changed),
  )
}

/** Accepts what the editor suggests as soon as it shows something. */
async function accepted(document: TextDocument, text: RegExp): Promise<void> {
  const trying = setInterval(() => void commands.executeCommand('acceptSelectedSuggestion'), 200)
  await shown(document, text).finally(() => clearInterval(trying))
  assert.equal(window.activeTextEditor?.document, document)
}
