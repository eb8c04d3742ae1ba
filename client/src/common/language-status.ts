import {
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
} from 'vscode'
import { unlinked } from './plain.ts'
import type { Portfolio } from './portfolio.ts'
import { selector } from './selector.ts'
import type { ServerLink } from './server-link.ts'
import { findingWords, notRunCount, standingWord } from './words.ts'

/** Says beside the language of a pilot file how the pilot stands, or that the server is down. */
export class LanguageStatus implements Disposable {
  readonly #link: ServerLink
  readonly #portfolio: Portfolio
  readonly #item: LanguageStatusItem
  readonly #subscriptions: readonly Disposable[]

  constructor(link: ServerLink, portfolio: Portfolio) {
    this.#link = link
    this.#portfolio = portfolio
    this.#item = languages.createLanguageStatusItem('pilots.status', selector)
    this.#item.name = l10n.t('Pilot')
    const update = (): void => this.#update()
    this.#subscriptions = [
      link.onDidChange(update),
      portfolio.onDidChange(update),
      window.onDidChangeActiveTextEditor(update),
    ]
    this.#update()
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
    this.#item.dispose()
  }

  #update(): void {
    this.#item.severity = LanguageStatusSeverity.Information
    this.#item.busy = false
    if (this.#link.state === 'down') this.#showDown()
    else if (this.#link.state === 'starting' || !this.#portfolio.pilots) this.#showBusy()
    else this.#showPilot()
  }

  #showDown(): void {
    this.#item.severity = LanguageStatusSeverity.Error
    this.#item.text = l10n.t('Not checked')
    this.#item.detail = l10n.t('The server is down and will be started again.')
    this.#item.command = { command: 'pilots.restartServer', title: l10n.t('Restart Now') }
  }

  #showBusy(): void {
    this.#item.busy = true
    this.#item.text = l10n.t('Reading the pilots')
    this.#item.detail = ''
    this.#item.command = undefined
  }

  #showPilot(): void {
    const uri = window.activeTextEditor?.document.uri
    const pilot = uri && this.#portfolio.pilotIn(uri)
    // In its hover VS Code cuts off what is too long, and the way to the tree with it, where the reasons are.
    this.#item.text = pilot ? standingWord(pilot, l10n) : l10n.t('Pilot')
    this.#item.detail = pilot
      ? unlinked([findingWords(pilot, l10n), ...notRunCount(pilot.notRun, l10n)].join('. '))
      : ''
    this.#item.command = { command: 'pilots.stages.focus', title: l10n.t('Show Pilots') }
  }
}
