import {
  type ConfigurationChangeEvent,
  ConfigurationTarget,
  type Disposable,
  type Event,
  EventEmitter,
  l10n,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
  workspace,
} from 'vscode'
import { dateProblem } from './dates.ts'
import { plain } from './plain.ts'

/** The day that is looked at instead of today, with a mark in the status bar that nobody can overlook while there is one. */
export class AsOf implements Disposable {
  readonly #changed = new EventEmitter<string | undefined>()
  readonly #item: StatusBarItem
  readonly #listening: Disposable
  readonly onDidChange: Event<string | undefined> = this.#changed.event
  /** Where no folder is open there are no settings of a workspace: the day is that of the window, and empty for today. */
  #ofWindow: string | undefined

  constructor() {
    this.#item = window.createStatusBarItem('pilots.asOf', StatusBarAlignment.Left, 10)
    this.#item.name = l10n.t('Pilots: the day that is looked at')
    this.#item.backgroundColor = new ThemeColor('statusBarItem.warningBackground')
    this.#listening = workspace.onDidChangeConfiguration((event: ConfigurationChangeEvent) => {
      if (!event.affectsConfiguration('pilots.asOf')) return
      this.#ofWindow = undefined
      this.#show()
    })
    this.#show()
  }

  /** Absent while it is today. */
  get day(): string | undefined {
    const day = this.#said()
    return typeof day === 'string' && dateProblem(day, l10n) === undefined && day !== '' ? day : undefined
  }

  #said(): unknown {
    return this.#ofWindow ?? workspace.getConfiguration('pilots').get('asOf')
  }

  /** Asks for a day; an empty answer ends it. */
  async ask(): Promise<void> {
    const day = await window.showInputBox({
      title: l10n.t('Show findings as of…'),
      prompt: l10n.t('The day on which the pilots are judged. Leave it empty for today.'),
      placeHolder: '2026-11-20',
      value: this.day ?? '',
      validateInput: (text) => dateProblem(text.trim(), l10n),
    })
    if (day !== undefined) await this.set(day.trim())
  }

  /** An empty day is today. */
  async set(day: string): Promise<void> {
    if (workspace.workspaceFolders === undefined) {
      this.#ofWindow = day
      this.#show()
      return
    }
    const value = day === '' ? undefined : day
    await workspace.getConfiguration('pilots').update('asOf', value, ConfigurationTarget.Workspace)
    // What the user's own settings say of another day would hold again.
    if (day === '' && this.day !== undefined)
      await workspace.getConfiguration('pilots').update('asOf', '', ConfigurationTarget.Workspace)
  }

  dispose(): void {
    this.#listening.dispose()
    this.#item.dispose()
    this.#changed.dispose()
  }

  #show(): void {
    const { day } = this
    const said = this.#said()
    if (day !== undefined)
      this.#mark({
        text: `$(history) ${l10n.t('as of {0}', day)}`,
        tooltip: l10n.t('Pilots are judged as of {0}. Click for today.', day),
        command: 'pilots.showToday',
      })
    else if (said === undefined || said === null || said === '') this.#item.hide()
    // Who has set a day would take what is there for that day's.
    else
      this.#mark({
        text: `$(warning) ${l10n.t('{0} is no day', 'pilots.asOf')}`,
        tooltip: l10n.t(
          'The setting {0} is no day but {1}, so pilots are judged as of today. Click to choose a day.',
          'pilots.asOf',
          plain(JSON.stringify(said)),
        ),
        command: 'pilots.showAsOf',
      })
    this.#changed.fire(day)
  }

  #mark({ text, tooltip, command }: Mark): void {
    Object.assign(this.#item, { text, tooltip, command })
    this.#item.accessibilityInformation = { label: tooltip, role: 'button' }
    this.#item.show()
  }
}

interface Mark {
  readonly text: string
  readonly tooltip: string
  readonly command: string
}
