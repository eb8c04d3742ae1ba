import {
  type Disposable,
  env,
  l10n,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode'
import { showBoard } from '../../../server/src/protocol/board.ts'
import { fieldsOf, rangeIn, uriIn } from './arguments.ts'
import type { Workings } from './commands.ts'
import { documentOf } from './server-answers.ts'

const VIEW = 'pilots.dashboard'

type Needs = Pick<Workings, 'context' | 'link' | 'platform' | 'portfolio'>

/** The dashboard beside the editor. There is one, and it follows the pilots while it is in sight. */
export class DashboardPanel implements WebviewPanelSerializer, Disposable {
  readonly #workings: Needs
  readonly #subscriptions: readonly Disposable[]
  #panel: WebviewPanel | undefined
  /** Whether an answer is waited for, and whether there is news since it was asked. */
  #isAsking = false
  #isBehind = false

  constructor(workings: Needs) {
    this.#workings = workings
    this.#subscriptions = [
      window.registerWebviewPanelSerializer(VIEW, this),
      workings.portfolio.onDidChange(() => this.#update()),
    ]
  }

  /** Shows the dashboard where it is, or beside the editor. */
  show(): void {
    if (this.#panel) this.#panel.reveal()
    else {
      const where = { viewColumn: ViewColumn.Beside, preserveFocus: false }
      this.#adopt(window.createWebviewPanel(VIEW, l10n.t('Pilots'), where))
    }
  }

  /** Called by VS Code for the dashboard that was open when it was closed. */
  async deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    this.#panel?.dispose()
    this.#adopt(panel)
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose()
    this.#panel?.dispose()
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel = panel
    const { context, platform } = this.#workings
    const code = Uri.joinPath(context.extensionUri, 'dist')
    const icon = (theme: string): Uri =>
      Uri.joinPath(context.extensionUri, 'client', 'media', `file-${theme}.svg`)
    panel.iconPath = { light: icon('light'), dark: icon('dark') }
    panel.webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [code] }
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined
    })
    panel.webview.onDidReceiveMessage((message) => this.#heard(panel, message))
    panel.webview.html = shell(panel.webview, code, platform.unique())
  }

  /** Messages come from a page that shows what files hold, so none is trusted. */
  #heard(panel: WebviewPanel, message: unknown): void {
    const { type } = fieldsOf(message)
    if (type === 'ready') void this.#update()
    if (type === 'open') void this.#open(panel, message)
  }

  /** Asks for one board at a time: of many edits in a row the last one is shown, however long an answer takes. */
  async #update(): Promise<void> {
    this.#isBehind = true
    if (this.#isAsking) return
    this.#isAsking = true
    try {
      // A webview that is out of sight is gone; it asks when it comes back.
      while (this.#isBehind && this.#panel?.visible) {
        this.#isBehind = false
        await this.#show(this.#panel)
      }
    } finally {
      this.#isAsking = false
    }
  }

  async #show({ webview }: WebviewPanel): Promise<void> {
    const board = await this.#workings.link.client?.sendRequest(showBoard).catch(() => null)
    if (board && this.#panel?.webview === webview) await webview.postMessage({ type: 'board', board })
  }

  /** Opens a place in a pilot, and in nothing else. */
  async #open({ viewColumn }: WebviewPanel, message: unknown): Promise<void> {
    const uri = uriIn(message)
    const selection = rangeIn(fieldsOf(message)['range'])
    if (!uri || !selection || !this.#workings.portfolio.pilotIn(uri)) return
    const other = viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One
    const document = await documentOf(uri)
    if (document) await window.showTextDocument(document, { selection, viewColumn: other })
  }
}

/** The page is empty: what it shows comes by message, and only its own style and script may be loaded. */
function shell(webview: Webview, code: Uri, nonce: string): string {
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`
  const waiting = escaped(l10n.t('The pilots are being read…'))
  // The dashboard is in English; what stands there before it may be in the language of the editor.
  const language = l10n.bundle ? env.language : 'en'
  const at = (file: string): string => webview.asWebviewUri(Uri.joinPath(code, file)).toString()
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pilots</title>
<link rel="stylesheet" href="${at('dashboard.css')}">
</head>
<body>
<main><p role="status" lang="${escaped(language)}">${waiting}</p></main>
<script nonce="${nonce}" src="${at('dashboard.js')}"></script>
</body>
</html>
`
}

/** A translation is text. */
function escaped(text: string): string {
  return text.replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`)
}
