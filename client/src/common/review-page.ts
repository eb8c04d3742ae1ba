import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type Tab,
  TabInputWebview,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode'
import { closingReview } from '../../../server/src/protocol/steps.ts'
import type { Workings } from './commands.ts'
import { pilotFor } from './pick-pilot.ts'
import { ask, say } from './server-answers.ts'

const SCHEME = 'pilots-review'

/** Shows the closing review of a pilot as a page that cannot be edited and follows the pilot while it is open. */
export class ReviewPage implements TextDocumentContentProvider, Disposable {
  readonly #workings: Pick<Workings, 'link' | 'portfolio'>
  readonly #changed = new EventEmitter<Uri>()
  readonly #subscriptions: readonly Disposable[]
  readonly onDidChange: Event<Uri> = this.#changed.event

  constructor(workings: Pick<Workings, 'link' | 'portfolio'>) {
    this.#workings = workings
    this.#subscriptions = [
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workings.portfolio.onDidChange(() => this.#refresh()),
      workspace.onDidCloseTextDocument(({ uri }) => void keep(uri)),
    ]
  }

  async show(argument: unknown): Promise<void> {
    const { link, portfolio } = this.#workings
    const pilot = await pilotFor(argument, portfolio)
    const answer =
      pilot && (await ask(link, (client) => client.sendRequest(closingReview, { uri: pilot.toString() })))
    if (answer?.kind === 'refused') say(answer.message)
    if (!pilot || answer?.kind !== 'page') return
    const name = pilot.path.replace(/^.*\//, '').replace(/\.pilot\.ya?ml$/i, '')
    const page = Uri.from({ scheme: SCHEME, path: `/${name}.md`, query: pilot.toString() })
    this.#changed.fire(page)
    await commands.executeCommand('markdown.showPreview', page)
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const { client } = this.#workings.link
    const answer = await client?.sendRequest(closingReview, { uri: query }).catch(() => undefined)
    return answer?.kind === 'page' ? answer.markdown : (answer?.message ?? '')
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose()
    this.#changed.dispose()
  }

  #refresh(): void {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) this.#changed.fire(uri)
  }
}

/** The editor lets go of a text that only a preview shows after three minutes, and the preview would follow it no more. */
async function keep(page: Uri): Promise<void> {
  if (
    page.scheme !== SCHEME ||
    !window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => shows(tab, page)))
  )
    return
  // Where it cannot be had any more, the preview stays as it is.
  await workspace.openTextDocument(page).then(undefined, () => undefined)
}

/** Whether a tab is the preview of a page, of which an extension knows no more than its label. */
function shows({ input, label }: Tab, { path }: Uri): boolean {
  const isPreview = input instanceof TabInputWebview && input.viewType.endsWith('markdown.preview')
  return isPreview && label.includes(path.slice(path.lastIndexOf('/') + 1))
}
