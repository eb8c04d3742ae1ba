import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  window,
  workspace,
} from 'vscode'
import { DocumentDiagnosticRequest } from 'vscode-languageclient'
import type { Portfolio } from './portfolio.ts'
import { explainRule, showFormat } from './rule-page.ts'
import { languageId } from './selector.ts'
import type { ServerLink } from './server-link.ts'
import { openCommand, type StageTree } from './stage-tree.ts'
import { countWords, stageWord, totalCount } from './words.ts'

/** What the commands work on. */
export interface Workings {
  readonly context: ExtensionContext
  readonly log: LogOutputChannel
  readonly link: ServerLink
  readonly portfolio: Portfolio
  readonly tree: StageTree
}

/** All commands of package.json. Their arguments may come from anywhere, so none is trusted. */
export function registerCommands({ context, log, link, portfolio, tree }: Workings): Disposable[] {
  const all: Readonly<Record<string, (argument: unknown) => unknown>> = {
    restartServer: () => link.restart(),
    showOutput: () => log.show(),
    refresh: () => portfolio.refresh(),
    groupByStage: () => tree.group('stage'),
    groupByOperator: () => tree.group('operator'),
    groupByVerdict: () => tree.group('verdict'),
    // The same again, with a mark in their titles: a menu shows one or the other.
    groupedByStage: () => tree.group('stage'),
    groupedByOperator: () => tree.group('operator'),
    groupedByVerdict: () => tree.group('verdict'),
    checkPortfolio: () => checkPortfolio(link, portfolio),
    explainRule: (argument) => explainRule(context.extensionUri, ruleIn(argument)),
    openPilot: () => openPilot(portfolio),
    newPilot,
    showFormat: () => showFormat(context.extensionUri),
  }
  return Object.entries(all).map(([name, run]) => commands.registerCommand(`pilots.${name}`, run))
}

/** Of a row of the tree, or a rule itself. */
function ruleIn(argument: unknown): unknown {
  return typeof argument === 'object' && argument !== null && 'rule' in argument ? argument.rule : argument
}

async function checkPortfolio(link: ServerLink, portfolio: Portfolio): Promise<void> {
  link.client?.getFeature(DocumentDiagnosticRequest.method)?.refresh()
  const pilots = await portfolio.refresh()
  await commands.executeCommand('workbench.actions.view.problems')
  const size = pilots.length === 1 ? l10n.t('1 pilot checked') : l10n.t('{0} pilots checked', pilots.length)
  void window.showInformationMessage(`${size}: ${countWords(totalCount(pilots), l10n)}.`)
}

async function openPilot(portfolio: Portfolio): Promise<void> {
  const pilots = portfolio.pilots ?? (await portfolio.refresh())
  const rows = pilots.map((pilot) => {
    return { label: pilot.title, description: stageWord(pilot.stage, l10n), detail: pilot.name, pilot }
  })
  const placeHolder =
    rows.length === 0 ? l10n.t('There is no pilot in this folder yet') : l10n.t('Which pilot?')
  const picked = await window.showQuickPick(rows, { placeHolder, matchOnDetail: true })
  if (!picked) return
  const { command, arguments: args } = openCommand(picked.pilot, l10n.t('Open'))
  await commands.executeCommand(command, ...args)
}

/** Opens an unsaved file with one of the snippets for a whole pilot in it. */
async function newPilot(): Promise<void> {
  const rows = [
    { label: l10n.t('Four lines'), detail: l10n.t('Grows as the pilot earns its stages'), name: 'Pilot' },
    {
      label: l10n.t('Five stages'),
      detail: l10n.t('Criteria, ownership, data, rollout, adoption'),
      name: 'Pilot in five stages',
    },
    {
      label: l10n.t('Ninety days'),
      detail: l10n.t('Gates at day 30, 60 and 90'),
      name: 'Pilot of ninety days',
    },
  ]
  const picked = await window.showQuickPick(rows, { placeHolder: l10n.t('How should the pilot start?') })
  if (!picked) return
  const document = await workspace.openTextDocument({ language: languageId })
  await window.showTextDocument(document)
  await commands.executeCommand('editor.action.insertSnippet', { langId: languageId, name: picked.name })
}
