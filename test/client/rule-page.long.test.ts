import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
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

describe('the explanation of a rule', () => {
  it('is of one that is chosen among all, where there is no finding at the cursor', async () => {
    const { chosen, shown } = await choice(0)
    assert.deepEqual(chosen.length, readFileSync(list, 'utf8').match(/^\| \[/gm)?.length)
    const [first] = chosen
    assert.deepEqual(first?.label, 'adoption/no-usage-check')
    assert.match(first?.detail ?? '', /^About six months in/)
    assert.deepEqual(shown, ['markdown.showPreview', 'docs/rules/adoption/no-usage-check.md'])
  })

  it('is offered first of those that found something in the file, where none did at the cursor', async () => {
    const found = [
      finding('stage/past-end', 3),
      finding('owners/it-missing', 5),
      finding('stage/past-end', 9),
    ]
    const { chosen, shown } = await choice(1, found)
    assert.deepEqual(
      chosen.slice(0, 5).map(({ label }) => label),
      ['Found in this file', 'owners/it-missing', 'stage/past-end', 'Other rules', 'adoption/no-usage-check'],
    )
    assert.equal(chosen.filter(({ label }) => label === 'stage/past-end').length, 1)
    assert.deepEqual(shown, ['markdown.showPreview', 'docs/rules/owners/it-missing.md'])
  })

  it('is none where nothing is chosen', async () => {
    assert.deepEqual((await choice(-1)).shown, [])
  })
})

const list = new URL('../../docs/rules/README.md', import.meta.url)

function finding(code: string, line: number): object {
  const range = { start: { line }, end: { line }, contains: () => false }
  return { source: 'pilots', code: { value: code }, range }
}

/** Asks where no finding is at the cursor, and takes the row that is named. */
async function choice(row: number, found: readonly object[] = []) {
  const shown: unknown[] = []
  const chosen: Row[] = []
  const { explainRule } = await loadClient<Module>('rule-page.ts', {
    Uri: Object.assign(class {}, {
      joinPath: (...steps: readonly string[]) => steps.filter(Boolean).join('/'),
    }),
    FileType: { File: 1 },
    QuickPickItemKind: { Separator: -1 },
    commands: { executeCommand: async (...command: readonly unknown[]) => shown.push(...command) },
    languages: { getDiagnostics: () => found },
    window: {
      activeTextEditor: { document: { uri: 'file:///a.pilot.yaml' }, selection: { active: { line: 0 } } },
      showQuickPick: async (rows: readonly Row[]) => {
        chosen.push(...rows)
        return rows[row]
      },
    },
    workspace: {
      fs: { stat: async () => ({ type: 1 }) },
      openTextDocument: async () => ({ getText: () => readFileSync(list, 'utf8') }),
    },
  })
  await explainRule('', undefined, undefined)
  return { chosen, shown }
}

interface Row {
  readonly label: string
  readonly detail: string
}

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
