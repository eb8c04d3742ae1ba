import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, l10n, window } from 'vscode'
import { DocumentDiagnosticRequest } from 'vscode-languageclient'
import { fieldsOf } from './arguments.ts'
import type { AsOf } from './as-of.ts'
import { beginningCommands } from './beginning-commands.ts'
import { DashboardPanel } from './dashboard-panel.ts'
import { exportReport } from './export-report.ts'
import type { PastChanges } from './past-change.ts'
import { pickPilot } from './pick-pilot.ts'
import type { Portfolio } from './portfolio.ts'
import { ReviewPage } from './review-page.ts'
import { explainRule, showFormat } from './rule-page.ts'
import { say, sayDown } from './server-answers.ts'
import type { Platform, ServerLink } from './server-link.ts'
import { openCommand, type StageTree } from './stage-tree.ts'
import { stepCommands } from './step-commands.ts'
import { countWords, totalCount } from './words.ts'

/** What the commands work on. */
export interface Workings {
  readonly context: ExtensionContext
  readonly log: LogOutputChannel
  readonly platform: Platform
  readonly link: ServerLink
  readonly portfolio: Portfolio
  readonly tree: StageTree
  readonly asOf: AsOf
  readonly past: PastChanges
}

/** Commands by their names in package.json, without `pilots.` in front. */
export type Commands = Readonly<Record<string, (argument: unknown) => unknown>>

/** All commands of package.json. Their arguments may come from anywhere, so none is trusted. */
export function registerCommands(workings: Workings): Disposable[] {
  const review = new ReviewPage(workings)
  const dashboard = new DashboardPanel(workings)
  const groups = [
    viewCommands(workings),
    stepCommands(workings),
    beginningCommands(workings),
    pageCommands(review, dashboard, workings),
    pastCommands(workings),
  ]
  const all = groups.flatMap((group) => Object.entries(group))
  return [review, dashboard, ...all.map(([name, run]) => commands.registerCommand(`pilots.${name}`, run))]
}

function viewCommands({ context, log, link, portfolio, tree }: Workings): Commands {
  return {
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
    explainRule: (argument) => explainRule(context.extensionUri, ruleIn(argument), argument),
    openPilot: () => openPilot(portfolio),
    showFormat: () => showFormat(context.extensionUri),
    turnOnFormatting: () => offerFormatting(),
  }
}

function pastCommands({ asOf, past, portfolio }: Workings): Commands {
  return {
    showAsOf: () => asOf.ask(),
    showToday: () => asOf.set(''),
    showChange: (argument) => past.show(argument),
    showGoalposts: (argument) => past.goalposts(argument, portfolio),
  }
}

function pageCommands(review: ReviewPage, dashboard: DashboardPanel, { link }: Workings): Commands {
  return {
    showClosingReview: (argument) => review.show(argument),
    showDashboard: () => dashboard.show(),
    exportReport: (argument) => exportReport(link, argument),
  }
}

/** Of a row of the tree, or a rule itself. */
function ruleIn(argument: unknown): unknown {
  return fieldsOf(argument)['rule'] ?? argument
}

async function checkPortfolio(link: ServerLink, portfolio: Portfolio): Promise<void> {
  link.client?.getFeature(DocumentDiagnosticRequest.method)?.refresh()
  const pilots = await portfolio.refresh()
  if (!pilots) {
    sayDown()
    return
  }
  await commands.executeCommand('workbench.actions.view.problems')
  if (pilots.length === 0) {
    const name = 'demand-forecast.pilot.yaml'
    void window.showInformationMessage(
      l10n.t('There is no pilot to check. A pilot is a file with a name such as {0}.', name),
    )
    return
  }
  const size = pilots.length === 1 ? l10n.t('1 pilot checked') : l10n.t('{0} pilots checked', pilots.length)
  void window.showInformationMessage(`${size}: ${countWords(totalCount(pilots), l10n)}.`)
}

/** Asked for by the key of Format Document, which VS Code answers with a search for other extensions while ours is off. */
function offerFormatting(): void {
  const setting = 'pilots.format.enable'
  say(l10n.t('Pilots are not formatted. With {0}, Format Document brings their keys into order.', setting), {
    title: l10n.t('Open the Setting'),
    run: () => commands.executeCommand('workbench.action.openSettings', setting),
  })
}

async function openPilot(portfolio: Portfolio): Promise<void> {
  const pilot = await pickPilot(portfolio)
  if (!pilot) return
  const { command, arguments: args } = openCommand(pilot, l10n.t('Open'))
  await commands.executeCommand(command, ...args)
}
