import assert from 'node:assert/strict'
import {
  type CompletionItem,
  type CompletionList,
  commands,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'
import { judgeOn, openText, when } from './editor.ts'

const head = 'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand forecast\n'

describe('completion', () => {
  before(() => judgeOn('2026-11-20'))

  const places: readonly (readonly [string, string, readonly string[]])[] = [
    ['whole pilots in an empty file', '|', ['pilot', 'pilot five stages', 'apiVersion']],
    ['the stages behind their key', `${head}stage: |`, ['criteria', 'ownership', 'data']],
    ['keys that are not there yet', `${head}|`, ['stage', 'value', 'owners']],
    ['keys behind a dash', `${head}stage: data\ngates:\n  - |`, ['due', 'decision']],
    ['keys in braces', `${head}next: { what: x, | }`, ['by']],
    ['people of other pilots', `${head}owners:\n  operator:\n    name: |`, ['Monica Reyes']],
    ['teams of other pilots', `${head}team: |`, ['consumer-care']],
    ['other pilots', `${head}predecessor: |`, ['complaint-triage']],
    ['days', `${head}timeline:\n  start: |`, ['2026-11-20', '2026-12-20']],
    ['units', `${head}criteria:\n  success:\n    - metric: a\n      unit: |`, ['hours']],
    ['rules in a suppression', '# pilots-ignore-file |\n', ['owners/operator-missing']],
    ['words where the file is broken', 'owners: [\nstage: |\nx: }\n', ['rollout']],
  ]
  for (const [name, text, expected] of places) {
    it(`offers ${name}`, async () => {
      const labels = await labelsAt(await openText(text.replace('|', '')), text.indexOf('|'))
      for (const label of expected) assert.ok(labels.includes(label), `${label} in ${labels.join(', ')}`)
    })
  }

  it('offers the names of rules in the configuration', async () => {
    const folder = Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/'), '..', 'elsewhere')
    const file = Uri.joinPath(folder, 'pilots.config.yaml')
    const text = 'rules:\n  own\n'
    await workspace.fs.writeFile(file, await workspace.encode(text))
    const document = await workspace.openTextDocument(file)
    await window.showTextDocument(document)
    const labels = await labelsAt(document, text.length - 1)
    await workspace.fs.delete(folder, { recursive: true })
    assert.ok(labels.includes('owners/it-missing'), labels.join(', '))
  })

  it('explains what it offers', async () => {
    const document = await openText(`${head}stage: `)
    const [first] = await itemsAt(document, `${head}stage: `.length)
    assert.equal(labelOf(first), 'criteria')
    assert.ok(first?.documentation || first?.detail, JSON.stringify(first))
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

async function labelsAt(document: TextDocument, offset: number): Promise<readonly string[]> {
  return (await itemsAt(document, offset)).map(labelOf)
}

/** What is offered, with what is told of the first ones. */
async function itemsAt(document: TextDocument, offset: number): Promise<readonly CompletionItem[]> {
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
    undefined,
    3,
  )
  return items
}

function labelOf(item: CompletionItem | undefined): string {
  return typeof item?.label === 'object' ? item.label.label : (item?.label ?? '')
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
