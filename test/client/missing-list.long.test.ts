import assert from 'node:assert/strict'
import { documentAt, loadClient, writable } from '../support/client.ts'

const item = {
  kind: 'finding',
  says: 'Nobody answers.',
  rule: 'owners/operator-missing',
  range: { start: { line: 3, character: 0 }, end: { line: 3, character: 6 } },
  fixes: [{ title: 'Insert an operator', edit: {} }],
}

describe('the list of what is missing', () => {
  it('writes what mends a finding where the folder is trusted, and says why it does not where it is not', async () => {
    assert.deepEqual(await mended(true), { said: [], applied: 1 })
    const { said, applied } = await mended(false)
    assert.equal(applied, 0)
    assert.match(said.join('|'), /^Files are not changed in a folder that you do not trust\./)
  })

  it('says that findings speak of the pilot as of one that is in the next stage', async () => {
    const shown: string[] = []
    const { showChecklist } = await loadClient<List>('missing-list.ts', {
      QuickPickItemKind: { Separator: -1 },
      window: {
        showQuickPick: async (rows: readonly { readonly label: string }[]) =>
          void shown.push(...rows.map(({ label }) => label)),
      },
    })
    await showChecklist({}, {}, { title: 'Sorting', to: 'data', missing: [item], version: 1 })
    assert.deepEqual(shown, ['Findings once in Data', 'Nobody answers.'])
  })

  it('says how many things they are where the title of a pilot leaves room', async () => {
    const asked: unknown[] = []
    const { showChecklist } = await loadClient<List>('missing-list.ts', {
      QuickPickItemKind: { Separator: -1 },
      window: { showQuickPick: async (_rows: unknown, above: unknown) => void asked.push(above) },
    })
    const list = { title: 'Sorting complaints\nby urgency', to: 'data', missing: [item, item], version: 1 }
    await showChecklist({}, {}, list)
    const matching = { matchOnDescription: true, matchOnDetail: true }
    const placeHolder = '2 things are missing before Data'
    assert.deepEqual(asked, [{ title: 'Sorting complaints by urgency', placeHolder, ...matching }])
  })
})

/** Chooses the finding, and then the first way to mend it. */
async function mended(isTrusted: boolean) {
  const said: string[] = []
  const applied: unknown[] = []
  const { showChecklist } = await loadClient<List>('missing-list.ts', {
    QuickPickItemKind: { Separator: -1 },
    TextEditorRevealType: {},
    workspace: { ...writable, isTrusted, applyEdit: async (edit: unknown) => applied.push(edit) },
    window: {
      showWarningMessage: async (message: string) => void said.push(message),
      showTextDocument: async () => ({}),
      showQuickPick: async (rows: readonly { readonly run?: unknown }[]) => rows.find(({ run }) => run),
    },
  })
  const client = { protocol2CodeConverter: { asWorkspaceEdit: async () => ({ get: () => [] }) } }
  const document = documentAt({ toString: () => 'file:///a.pilot.yaml' })
  await showChecklist({ client }, document, { title: 'Sorting', to: 'data', missing: [item], version: 1 })
  return { said, applied: applied.length }
}

interface List {
  showChecklist(link: object, document: object, list: object): Promise<void>
}
