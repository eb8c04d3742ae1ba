import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  l10n,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode'
import { type GoalpostChange, showGoalposts, showRevision } from '../../../server/src/protocol/past.ts'
import { fieldsOf } from './arguments.ts'
import { goalpostRow } from './goalpost-row.ts'
import { pilotFor } from './pick-pilot.ts'
import { unlinked } from './plain.ts'
import type { Portfolio } from './portfolio.ts'
import { reasonWords } from './reason-words.ts'
import { ask } from './server-answers.ts'
import type { ServerLink } from './server-link.ts'

const SCHEME = 'pilots-past'

/** Texts of the past beside each other. They come from the server, which alone asks Git, and are kept nowhere else. */
export class PastChanges implements TextDocumentContentProvider, Disposable {
  readonly #link: ServerLink
  readonly #texts = new Map<string, string>()
  readonly #changed = new EventEmitter<Uri>()
  readonly #registered: Disposable
  readonly onDidChange: Event<Uri> = this.#changed.event

  constructor(link: ServerLink) {
    this.#link = link
    this.#registered = workspace.registerTextDocumentContentProvider(SCHEME, this)
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? ''
  }

  /** Opens a change as a diff. The argument may come from anywhere. */
  async show(argument: unknown): Promise<void> {
    const change = changeIn(argument)
    if (!change) return
    const { uri, commit, date } = change
    const texts = await ask(this.#link, (client) => client.sendRequest(showRevision, { uri, commit }))
    if (texts === undefined) return
    if (!texts) {
      void window.showInformationMessage(l10n.t('Git does not remember this change any more.'))
      return
    }
    const file = Uri.parse(uri)
    const name = file.path.slice(file.path.lastIndexOf('/') + 1)
    const before = this.#keep(file, texts.before, `before-${commit ?? 'now'}`)
    // What is not committed yet is the file itself, where it can be edited.
    const after = commit === undefined ? file : this.#keep(file, texts.after, commit)
    const when = commit === undefined ? l10n.t('not committed yet') : `${date}, ${commit.slice(0, 7)}`
    await commands.executeCommand('vscode.diff', before, after, `${name} (${when})`, { preview: true })
  }

  /** Lists every change of the criteria of a pilot, and opens the one that is picked. */
  async goalposts(argument: unknown, portfolio: Portfolio): Promise<void> {
    const pilot = await pilotFor(argument, portfolio)
    if (!pilot) return
    const uri = pilot.toString()
    const found = await ask(this.#link, (client) => client.sendRequest(showGoalposts, { uri }))
    if (found === undefined) return
    if (!found) {
      void window.showInformationMessage(l10n.t('Open a pilot to see how its criteria have changed.'))
      return
    }
    if (found.gap !== undefined) {
      const why = reasonWords(found.gap, l10n)
      void window.showInformationMessage(unlinked(l10n.t('There is nothing to show {0}.', why)))
      return
    }
    const rows = found.changes.map((change: GoalpostChange) => ({ ...goalpostRow(change, l10n), change }))
    const placeHolder =
      rows.length === 0
        ? l10n.t('The criteria are those of the first commit')
        : l10n.t('What has changed about the criteria, the newest first')
    const picked = await window.showQuickPick(rows, { placeHolder, matchOnDescription: true })
    if (picked) await this.show({ uri, commit: picked.change.commit, date: picked.change.date })
  }

  dispose(): void {
    this.#registered.dispose()
    this.#changed.dispose()
    this.#texts.clear()
  }

  /** An address with a query is no pilot to the server: nobody judges what stands there. */
  #keep(file: Uri, text: string | undefined, revision: string): Uri {
    const uri = file.with({ scheme: SCHEME, authority: '', query: revision })
    this.#texts.set(uri.toString(), text ?? '')
    this.#changed.fire(uri)
    return uri
  }
}

interface Change {
  readonly uri: string
  readonly commit: string | undefined
  readonly date: string
}

function changeIn(argument: unknown): Change | undefined {
  const { uri, commit, date } = fieldsOf(argument)
  if (typeof uri !== 'string' || (commit !== undefined && commit !== null && !isHash(commit)))
    return undefined
  return { uri, commit: isHash(commit) ? commit : undefined, date: typeof date === 'string' ? date : '' }
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value)
}
