import assert from 'node:assert/strict'
import {
  commands,
  DiagnosticSeverity,
  type Hover,
  languages,
  MarkdownString,
  type Position,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode'
import { diagnosticsOf, judgeOn, open, openText, rangeOf, ruleOf, untilReported, when } from './editor.ts'

const shared = 'Kim Alvarado & Pete Lindqvist'

describe('findings', () => {
  before(() => judgeOn('2026-11-20'))

  it('stand under the text that they are about', async () => {
    const document = await open('pilots/order-desk-assistant.pilot.yaml')
    const found = await untilReported(document, 'owners/operator-shared')
    assert.ok(found)
    assert.equal(document.getText(found.range), shared)
    assert.equal(found.severity, DiagnosticSeverity.Error)
    assert.equal(found.source, 'pilots')
    assert.match(found.message, /^Kim Alvarado and Pete Lindqvist are both operator\./)
  })

  it('lead to the page of their rule', async () => {
    const document = await open('pilots/order-desk-assistant.pilot.yaml')
    const found = await untilReported(document, 'owners/operator-shared')
    const target = typeof found?.code === 'object' ? found.code.target : undefined
    assert.match(target?.path ?? '', /\/rules\/owners\/operator-shared/)
  })

  it('are there for files that nobody opened', async () => {
    const [uri] = await workspace.findFiles('**/line-inspection.pilot.yaml')
    assert.ok(uri)
    const found = await when(
      () => languages.getDiagnostics(uri),
      (all) => all.length > 0,
      (changed) => languages.onDidChangeDiagnostics(changed),
    )
    assert.ok(found.some((each) => ruleOf(each).startsWith('criteria/')))
  })

  it('are not there for a healthy pilot', async () => {
    const document = await open('pilots/invoice-matching.pilot.yaml')
    await untilReported(await open('pilots/order-desk-assistant.pilot.yaml'), 'owners/operator-shared')
    assert.deepEqual(languages.getDiagnostics(document.uri), [])
  })

  it('follow the text while it is typed', async () => {
    const document = await openText('apiVersion: pilot-as-code/v1\nname: a\ntitle: A\nstage: criteria\n')
    await diagnosticsOf(document)
    const edit = new WorkspaceEdit()
    edit.replace(document.uri, rangeOf(document, 'stage: criteria'), 'stage: rolout')
    await workspace.applyEdit(edit)
    const wrong = await diagnosticsOf(document, (all) =>
      all.some(({ message }) => message.includes('rolout')),
    )
    assert.ok(wrong.some(({ message }) => message.includes('rollout')))
    await commands.executeCommand('undo')
    await diagnosticsOf(document, (all) => !all.some(({ message }) => message.includes('rolout')))
  })

  it('follow the day that the settings name', async () => {
    const document = await open('pilots/complaint-triage.pilot.yaml')
    await untilReported(document, 'stage/past-end')
    await judgeOn('2026-06-02')
    await untilReported(document, 'stage/past-end', false)
    await judgeOn('2026-11-20')
    await untilReported(document, 'stage/past-end')
  })

  it('go with a file that is renamed or deleted where it is open', async () => {
    const [healthy] = await workspace.findFiles('**/invoice-matching.pilot.yaml')
    assert.ok(healthy)
    const [uri, renamed] = ['one-day', 'another-day'].map((name) =>
      Uri.joinPath(healthy, '..', `${name}.pilot.yaml`),
    )
    assert.ok(uri && renamed)
    await workspace.fs.writeFile(uri, new TextEncoder().encode('apiVersion: pilot-as-code/v1\n'))
    await diagnosticsOf(await open('pilots/one-day.pilot.yaml'))
    const rename = new WorkspaceEdit()
    rename.renameFile(uri, renamed)
    await workspace.applyEdit(rename)
    await diagnosticsOf({ uri }, (all) => all.length === 0)
    await diagnosticsOf({ uri: renamed })
    const remove = new WorkspaceEdit()
    remove.deleteFile(renamed)
    await workspace.applyEdit(remove)
    await diagnosticsOf({ uri: renamed }, (all) => all.length === 0)
  })

  it('are explained by the hover: why, and what to do', async () => {
    const document = await open('pilots/order-desk-assistant.pilot.yaml')
    await untilReported(document, 'owners/operator-shared')
    const text = await hoverAt(document, rangeOf(document, shared).start)
    assert.match(text, /Shared accountability is lost accountability/)
    assert.match(text, /\*\*Why\*\*/)
    assert.match(text, /\*\*What to do\*\* .*Choose one/)
  })

  it('leave the keys their own hover', async () => {
    const document = await open('pilots/invoice-matching.pilot.yaml')
    const text = await hoverAt(document, rangeOf(document, 'stage:').start)
    for (const word of ['How far the pilot has come', 'criteria', 'rollout', 'adoption'])
      assert.ok(text.includes(word), text)
  })

  it('and hovers come from nobody who could run a command', async () => {
    const document = await open('pilots/order-desk-assistant.pilot.yaml')
    for (const content of await hovers(document, rangeOf(document, shared).start)) {
      assert.ok(content instanceof MarkdownString)
      assert.ok(!content.isTrusted)
      assert.ok(!content.supportHtml)
    }
  })
})

describe('a pilot in plain YAML', () => {
  let document: TextDocument

  before(async () => {
    await judgeOn('2026-11-20')
    document = await languages.setTextDocumentLanguage(
      await open('pilots/order-desk-assistant.pilot.yaml'),
      'yaml',
    )
  })
  after(async () => {
    await languages.setTextDocumentLanguage(document, 'pilot-yaml')
  })

  it('has its findings and hovers as well', async () => {
    assert.equal(document.languageId, 'yaml')
    await untilReported(document, 'owners/operator-shared')
    assert.match(await hoverAt(document, rangeOf(document, shared).start), /\*\*Why\*\*/)
  })

  it('has no double findings', () => {
    const all = languages
      .getDiagnostics(document.uri)
      .map((each) => `${ruleOf(each)} ${each.range.start.line}`)
    assert.equal(new Set(all).size, all.length, all.join('\n'))
  })

  it('is told from any other YAML', async () => {
    const other = await openText('stage: rollout\n', 'yaml')
    assert.equal(await hoverAt(other, other.positionAt(1)), '')
  })
})

async function hoverAt(document: TextDocument, position: Position): Promise<string> {
  const contents = await hovers(document, position)
  return contents.map((content) => (content instanceof MarkdownString ? content.value : '')).join('\n')
}

async function hovers({ uri }: TextDocument, position: Position): Promise<readonly unknown[]> {
  const all = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position)
  return all.flatMap(({ contents }) => contents)
}
