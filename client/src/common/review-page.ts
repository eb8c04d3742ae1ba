import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
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
