import assert from 'node:assert/strict'
import {
  type CompletionList,
  commands,
  extensions,
  type Hover,
  languages,
  MarkdownString,
  Position,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode'
import { diagnosticsOf, openText, revertAll, ruleOf, untilReported, when } from './editor.ts'

const yaml = 'redhat.vscode-yaml'
const text = `apiVersion: pilot-as-code/v1
name: claims-desk
title: Claims at the desk
stage: ownership
colour: red
`

describe("beside Red Hat's extension for YAML", () => {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/')
  const file = Uri.joinPath(folder, 'pilots', 'claims-desk.pilot.yaml')
  let document: TextDocument
  before(async () => {
    await workspace.fs.writeFile(file, await workspace.encode(text))
    document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(file), 'yaml')
  })
  after(async () => {
    await revertAll()
    await workspace.fs.delete(file)
  })

  it('a pilot in plain YAML is checked in full as long as it is not there', async () => {
    assert.equal(extensions.getExtension(yaml), undefined)
    await untilReported(document, 'schema/unknown-key')
    await untilReported(document, 'owners/operator-missing')
  })

  it('it is left to it what the schema says as soon as it comes, and the rules stay', async () => {
    await install()
    await untilReported(document, 'schema/unknown-key', false)
    await saysTheRestOnce(document)
  })

  it('and so it is by a server that starts when it is there', async () => {
    const found = languages.getDiagnostics(document.uri).map(ruleOf)
    await commands.executeCommand('pilots.restartServer')
    const again = await diagnosticsOf(document, (all) => all.length === found.length)
    assert.deepEqual(again.map(ruleOf), found)
    await saysTheRestOnce(document)
  })

  it('a pilot in its own language is still checked in full', async () => {
    const own = await openText(text)
    await untilReported(own, 'schema/unknown-key')
  })
})

/** Installs what stands in its place, as a person does while the window is open. */
async function install(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/')
  await commands.executeCommand(
    'workbench.extensions.installExtension',
    Uri.joinPath(folder, '..', 'yaml.vsix'),
  )
  const extension = await when(
    () => extensions.getExtension(yaml),
    (found) => found !== undefined,
    (changed) => extensions.onDidChange(changed),
  )
  await extension?.activate()
}

async function saysTheRestOnce(document: TextDocument): Promise<void> {
  await untilReported(document, 'owners/operator-missing')
  const found = languages.getDiagnostics(document.uri).map(ruleOf)
  assert.deepEqual(
    found.filter((rule) => rule.startsWith('schema/')),
    [],
  )
  assert.equal(new Set(found).size, found.length, found.join('\n'))
  const [hover, ...more] = await hovers(document, 'stage: ')
  assert.match(hover ?? '', /How far the pilot has come/)
  assert.deepEqual(more, [])
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new Position(5, 0),
  )
  assert.equal(
    items.filter(({ label }) => (typeof label === 'string' ? label : label.label) === 'owners').length,
    1,
  )
}

async function hovers(document: TextDocument, at: string): Promise<readonly string[]> {
  const position = document.positionAt(document.getText().indexOf(at))
  const all = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position)
  return all.flatMap(({ contents }) =>
    contents.map((content) => (content instanceof MarkdownString ? content.value : String(content))),
  )
}
