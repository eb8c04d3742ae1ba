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

/** The day that is looked at instead of today, with a mark in the status bar that nobody can overlook while there is one. */
export class AsOf implements Disposable {
  readonly #changed = new EventEmitter<string | undefined>()
  readonly #item: StatusBarItem
  readonly #listening: Disposable
  readonly onDidChange: Event<string | undefined> = this.#changed.event
  /** Where no folder is open there are no settings of a workspace: the day is that of the window. */
  #ofWindow: string | undefined

  constructor() {
    this.#item = window.createStatusBarItem('pilots.asOf', StatusBarAlignment.Left, 10)
    this.#item.name = l10n.t('Pilots: the day that is looked at')
    this.#item.backgroundColor = new ThemeColor('statusBarItem.warningBackground')
    this.#item.command = 'pilots.showToday'
    this.#listening = workspace.onDidChangeConfiguration((event: ConfigurationChangeEvent) => {
      if (event.affectsConfiguration('pilots.asOf')) this.#show()
    })
    this.#show()
  }

  /** Absent while it is today. */
  get day(): string | undefined {
    const day = this.#ofWindow ?? workspace.getConfiguration('pilots').get('asOf')
    return typeof day === 'string' && dateProblem(day, l10n) === undefined && day !== '' ? day : undefined
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
      this.#ofWindow = day === '' ? undefined : day
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
    if (day === undefined) this.#item.hide()
    else {
      this.#item.text = `$(history) ${l10n.t('as of {0}', day)}`
      this.#item.tooltip = l10n.t('Pilots are judged as of {0}. Click for today.', day)
      this.#item.accessibilityInformation = { label: this.#item.tooltip, role: 'button' }
      this.#item.show()
    }
    this.#changed.fire(day)
  }
}
