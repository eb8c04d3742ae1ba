import assert from 'node:assert/strict'
import {
  type CodeLens,
  ConfigurationTarget,
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  type TextEdit,
  WorkspaceEdit,
  workspace,
} from 'vscode'
import { judgeOn, open, openText, rangeOf } from './editor.ts'

describe('in the text of a pilot', () => {
  let document: TextDocument
  before(async () => {
    await judgeOn('2026-11-20')
    document = await open('pilots/invoice-matching.pilot.yaml')
  })

  it('lenses say where it stands, and their commands exist', async () => {
    const lenses = await ask<CodeLens[]>('CodeLensProvider', document, 50)
    const titles = lenses.map(({ command }) => command?.title ?? '')
    for (const title of [
      /^rollout · (?:ready for|\d+ checks? to) adoption/,
      /% of the way, \d+ % of the time$/,
    ])
      assert.ok(
        titles.some((each) => title.test(each)),
        titles.join('\n'),
      )
    const known = new Set(await commands.getCommands(true))
    for (const { command } of lenses) assert.ok(command && known.has(command.command), command?.command)
  })

  it('a lens offers to record the decision of the gate that is due', async () => {
    const due = await open('pilots/complaint-triage.pilot.yaml')
    const lenses = await ask<CodeLens[]>('CodeLensProvider', due, 50)
    const [lens] = lenses.filter(({ command }) => command?.command === 'pilots.recordDecision')
    assert.match(lens?.command?.title ?? '', /Record decision/)
    assert.match(due.lineAt(lens?.range.start.line ?? 0).text, /stage: rollout/)
  })

  it('blocks, items and comments fold', async () => {
    const folds = await ask<FoldingRange[]>('FoldingRangeProvider', document)
    const first = folds.map(({ start }) => document.lineAt(start).text.trim())
    for (const line of ['timeline:', 'owners:', 'operator:'])
      assert.ok(first.includes(line), first.join('\n'))
  })

  it('hints say how far a day is away', async () => {
    const hints = await ask<InlayHint[]>('InlayHintProvider', document, whole(document))
    const labels = hints.map(({ label }) => String(label))
    assert.ok(labels.some((label) => /^(?:in \d+ \w+|\d+ \w+ ago), realistic [\d-]+ to [\d-]+$/.test(label)))
    assert.ok(labels.some((label) => / ago$/.test(label)))
  })

  it('links lead to documents that exist', async () => {
    const links = await ask<DocumentLink[]>('LinkProvider', document, 50)
    const files = links.filter(({ target }) => target?.path.endsWith('runbook.md'))
    assert.equal(files.length, 1)
    for (const { target } of files) assert.ok(target && (await workspace.fs.stat(target)).size > 0)
  })

  it('highlights show the same person', async () => {
    const { start } = rangeOf(document, 'rollout')
    const found = await ask<DocumentHighlight[]>('DocumentHighlights', document, start)
    assert.ok(found.length > 1)
    for (const { range } of found) assert.match(document.getText(range), /^"?rollout"?$/)
  })

  it('selections grow from the word to the file', async () => {
    const { end } = rangeOf(document, 'runbook: docs/invoice')
    const [first] = await ask<SelectionRange[]>('SelectionRangeProvider', document, [end])
    const texts: string[] = []
    for (let next = first; next; next = next.parent) texts.push(document.getText(next.range))
    const path = 'docs/invoice-matching/runbook.md'
    for (const text of [path, `runbook: ${path}`, document.getText()]) assert.ok(texts.includes(text), text)
  })

  it('symbols say in which block the cursor is', async () => {
    const symbols = await ask<DocumentSymbol[]>('DocumentSymbolProvider', document)
    const production = symbols.find(({ name }) => name === 'production')
    assert.ok(production?.range.contains(rangeOf(document, 'runbook: docs')))
  })

  it('tokens are those that the legend names', async () => {
    const { tokenTypes } = await ask<SemanticTokensLegend>('provideDocumentSemanticTokensLegend', document)
    const { data } = await ask<SemanticTokens>('provideDocumentSemanticTokens', document)
    const kinds = new Set(
      Array.from(data).flatMap((type, index) => (index % 5 === 3 ? [tokenTypes[type]] : [])),
    )
    assert.deepEqual([...kinds].sort(), ['enumMember', 'pilotDate', 'pilotStage'])
  })

  it('the formatter is there when it is switched on, and keeps comments', async () => {
    const text = 'stage: data # here\n# of the name\nname: demand\n'
    const messy = await openText(text)
    const options = { tabSize: 2, insertSpaces: true }
    const format = async (): Promise<readonly TextEdit[]> =>
      (await ask<TextEdit[] | undefined>('FormatDocumentProvider', messy, options)) ?? []
    assert.deepEqual(await format(), [])
    await switchFormatter(true)
    const edit = new WorkspaceEdit()
    edit.set(messy.uri, [...(await until(format, (found) => found.length > 0))])
    assert.ok(await workspace.applyEdit(edit))
    assert.equal(messy.getText(), '# of the name\nname: demand\nstage: data # here\n')
    await switchFormatter(undefined)
  })
})

function ask<T>(what: string, { uri }: TextDocument, ...rest: unknown[]): Thenable<T> {
  const name = what.startsWith('provide') ? what : `execute${what}`
  return commands.executeCommand<T>(`vscode.${name}`, uri, ...rest)
}

function whole(document: TextDocument): Range {
  return new Range(0, 0, document.lineCount, 0)
}

async function switchFormatter(enable: boolean | undefined): Promise<void> {
  await workspace.getConfiguration('pilots').update('format.enable', enable, ConfigurationTarget.Workspace)
}

/** Asks again until the answer is taken: the server hears of a setting a moment later. */
async function until<T>(read: () => Promise<T>, accepts: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read()
    if (accepts(value)) return value
  }
}
