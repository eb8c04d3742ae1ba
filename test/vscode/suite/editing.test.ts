import assert from 'node:assert/strict'
import {
  type CodeAction,
  CompletionItemKind,
  type CompletionList,
  commands,
  type Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import { diagnosticsOf, judgeOn, open, openText, rangeOf, ruleOf, untilReported } from './editor.ts'

const head = 'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand forecast\nstage: ownership\n'

describe('quick fixes', () => {
  before(() => judgeOn('2026-11-20'))

  it('remove their finding', async () => {
    const document = await open('pilots/order-desk-assistant.pilot.yaml')
    const found = await untilReported(document, 'owners/operator-shared')
    assert.ok(found)
    await apply(await action(document, found.range, 'Choose Kim Alvarado'))
    await untilReported(document, 'owners/operator-shared', false)
    assert.ok(document.getText().includes('    name: Kim Alvarado  # Kim has days, Pete has nights\n'))
    await commands.executeCommand('workbench.action.files.revert')
  })

  for (const indent of ['  ', '    ']) {
    it(`insert a block with an indentation of ${indent.length}, ready to be filled in`, async () => {
      const document = await openText(
        `${head}owners:\n${indent}sponsor:\n${indent}${indent}name: Dana Whitfield\n`,
      )
      const found = await untilReported(document, 'owners/operator-missing')
      assert.ok(found)
      const fix = (await actions(document, found.range)).find(({ title }) => title.includes('operator'))
      await apply(fix)
      await untilReported(document, 'owners/operator-missing', false)
      const [, inserted = ''] = document.getText().split('name: Dana Whitfield\n')
      assert.match(
        inserted,
        new RegExp(`^${indent}operator:\n${indent}${indent}name: \\S.*\n(?:${indent}${indent}\\S.*\n)*$`),
      )
      const broken = (await diagnosticsOf(document)).filter((each) => /^(?:yaml|schema)\//.test(ruleOf(each)))
      assert.deepEqual(broken, [])
    })
  }

  for (const [kind, gate] of [
    ['a block', '  - stage: ownership\n    due: 2026-11-01\n'],
    ['one line', '  - { stage: ownership, due: 2026-11-01 }\n'],
  ] as const) {
    it(`write several keys into ${kind} at once`, async () => {
      const document = await openText(`${head}gates:\n${gate}`)
      const found = await untilReported(document, 'gates/overdue')
      assert.ok(found)
      await apply(await action(document, found.range, 'Record the decision, and plan the next gate'))
      await untilReported(document, 'gates/overdue', false)
      const [, written = ''] = document.getText().split('gates:\n')
      const keys = [...written.matchAll(/(\w+):/g)].map(([, key]) => key)
      assert.deepEqual(keys, ['stage', 'due', 'held', 'decision', 'by', 'stage', 'due'], written)
    })
  }

  it('suppress a finding, and wait for the reason', async () => {
    const document = await openText(`${head}owners:\n  operator: { name: Kim & Pete }\n`)
    const found = await untilReported(document, 'owners/operator-shared')
    assert.ok(found)
    await apply(await action(document, found.range, 'Suppress owners/operator-shared with a reason'))
    assert.match(
      document.getText(),
      /\n {2}# pilots-ignore-next-line owners\/operator-shared -- .*\n {2}operator:/,
    )
    await commands.executeCommand('type', { text: 'Pete leaves in March' })
    assert.match(document.getText(), /-- Pete leaves in March\n/)
    await untilReported(document, 'owners/operator-shared', false)
  })
})

describe('the Enter key', () => {
  it('goes one level deeper behind a key, and stays on the level behind a value', async () => {
    const document = await openText(head)
    await commands.executeCommand('cursorBottom')
    for (const line of ['owners:', 'operator:', 'name: Dana Whitfield', 'team: claims']) {
      await commands.executeCommand('type', { text: line })
      // VS Code reads lines as it draws them, and below one that it has not read, Enter only stays on the level.
      await commands.executeCommand('editor.action.forceRetokenize')
      await commands.executeCommand('type', { text: '\n' })
    }
    const owners = 'owners:\n  operator:\n    name: Dana Whitfield\n    team: claims\n    '
    assert.equal(document.getText(), `${head}${owners}`)
  })
})

describe('snippets', () => {
  it('stand in no list beside what completion offers', async () => {
    const document = await openText('')
    const labels = await snippetsAt(document, rangeOf(document, '').start)
    assert.deepEqual(labels, ['pilot', 'pilot five stages', 'pilot ninety days'])
  })

  it('are not offered in other YAML', async () => {
    const document = await openText('', 'yaml')
    assert.deepEqual(await snippetsAt(document, rangeOf(document, '').start), [])
  })

  it('make a pilot that is valid', async () => {
    const document = await openText('')
    await insertSnippet('Pilot of ninety days')
    assert.match(document.getText(), /^name: untitled-\d+$/m)
    const found = await diagnosticsOf(
      document,
      (all) => !all.some((each) => ruleOf(each) === 'schema/empty-file'),
    )
    assert.deepEqual(
      found.map(ruleOf).filter((rule) => /^(?:yaml|schema)\//.test(rule)),
      [],
    )
  })

  it('indent an item like the list that it is put into', async () => {
    const document = await openText(`${head}gates:\n  - stage: data\n    due: 2027-01-04\n  `)
    const editor = window.activeTextEditor
    assert.ok(editor)
    const end = document.lineAt(document.lineCount - 1).range.end
    await commands.executeCommand('cursorBottom')
    assert.ok(editor.selection.active.isEqual(end))
    await insertSnippet('Item gate')
    assert.match(document.getText(), /\n {2}- stage: criteria\n {4}due: \d{4}-\d\d-\d\d # TODO yours$/)
  })
})

async function snippetsAt({ uri }: TextDocument, position: Range['start']): Promise<readonly string[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  )
  const snippets = list.items.filter(({ kind }) => kind === CompletionItemKind.Snippet)
  return snippets.map(({ label }) => (typeof label === 'string' ? label : label.label))
}

async function insertSnippet(name: string): Promise<void> {
  await commands.executeCommand('editor.action.insertSnippet', { langId: 'pilot-yaml', name })
}

async function actions({ uri }: TextDocument, range: Range): Promise<readonly CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range)
}

async function action(document: TextDocument, range: Range, title: string): Promise<CodeAction | undefined> {
  return (await actions(document, range)).find((each) => each.title === title)
}

async function apply(chosen: CodeAction | undefined): Promise<void> {
  assert.ok(chosen?.edit, 'there is no such fix')
  assert.ok(await workspace.applyEdit(chosen.edit))
}
