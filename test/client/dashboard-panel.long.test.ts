import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { loadClient } from '../support/client.ts'

describe('the dashboard beside the editor', () => {
  it('says so where a file is gone that it leads to', async () => {
    const { said, shown, hear } = await dashboard(() => Promise.reject(new Error('gone')))
    hear({ type: 'open', uri: 'file:///a.pilot.yaml', range: { start: place, end: place } })
    await setImmediate()
    assert.deepEqual([said, shown], [['a.pilot.yaml cannot be opened.'], []])
  })

  it('says in which language it is before the first board, for who hears it', async () => {
    const open = () => Promise.resolve({})
    const lines = async (bundle?: object): Promise<unknown> =>
      /<p role[^<]*/.exec((await dashboard(open, {}, { bundle, t: () => 'Warten' })).webview.html)?.[0]
    assert.equal(await lines({}), '<p role="status" lang="de">Warten')
    assert.equal(await lines(), '<p role="status" lang="en">Warten')
  })

  it('leads to a line', async () => {
    const document = {}
    const { said, shown, hear } = await dashboard(() => Promise.resolve(document))
    hear({ type: 'open', uri: 'file:///a.pilot.yaml', range: { start: place, end: place } })
    await setImmediate()
    assert.deepEqual([said, shown], [[], [document]])
  })

  it('asks for one board at a time, and shows the last one of many edits', async () => {
    const answers: ((board: string) => void)[] = []
    const sendRequest = (): Promise<string> => new Promise((resolve) => answers.push(resolve))
    const { posted, edit } = await dashboard(() => Promise.resolve({}), { client: { sendRequest } })
    const answer = async (board: string): Promise<void> => {
      answers.at(-1)?.(board)
      await setImmediate()
    }
    for (let edits = 0; edits < 5; edits++) edit()
    assert.equal(answers.length, 1)
    await answer('first')
    assert.equal(answers.length, 2)
    await answer('last')
    assert.equal(answers.length, 2)
    assert.deepEqual(posted, ['first', 'last'])
  })
})

const place = { line: 2, character: 0 }

async function dashboard(openTextDocument: () => Promise<object>, link: object = {}, l10n: object = {}) {
  const said: string[] = []
  const shown: unknown[] = []
  const posted: unknown[] = []
  let hear: (message: unknown) => void = () => undefined
  const webview = {
    html: '',
    onDidReceiveMessage: (listener: typeof hear) => {
      hear = listener
    },
    asWebviewUri: String,
    postMessage: ({ board }: { readonly board: unknown }) => posted.push(board),
  }
  let edit: () => void = () => undefined
  const on = () => ({ dispose: () => undefined })
  const editor = {
    env: { language: 'de' },
    l10n: { t: (message: string, name: string) => message.replace('{0}', name), ...l10n },
    Uri: Object.assign(class {}, { joinPath: String, parse: String }),
    ViewColumn: { One: 1, Two: 2, Beside: -2 },
    window: {
      registerWebviewPanelSerializer: on,
      createWebviewPanel: () => ({ webview, visible: true, onDidDispose: on }),
      showWarningMessage: (message: string) => said.push(message),
      showTextDocument: (document: unknown) => shown.push(document),
    },
    workspace: { openTextDocument, asRelativePath: () => 'a.pilot.yaml' },
  }
  const { DashboardPanel } = await loadClient<Module>('dashboard-panel.ts', editor)
  const panel = new DashboardPanel({
    context: {},
    platform: { unique: () => '' },
    link,
    portfolio: {
      onDidChange: (listener: () => void) => {
        edit = listener
      },
      pilotIn: () => ({}),
    },
  })
  panel.show()
  return { said, shown, posted, webview, edit: () => edit(), hear: (message: unknown) => hear(message) }
}

interface Module {
  readonly DashboardPanel: new (workings: object) => { show(): void }
}
