import { commands, type Event, type ExtensionContext, window } from 'vscode'
import { DidChangeConfigurationNotification } from 'vscode-languageclient'
import { AsOf } from './as-of.ts'
import { clientOptions } from './client-options.ts'
import { registerCommands } from './commands.ts'
import { LanguageStatus } from './language-status.ts'
import { Outage } from './outage.ts'
import { PastChanges } from './past-change.ts'
import { Portfolio } from './portfolio.ts'
import { type Platform, ServerLink } from './server-link.ts'
import { StageTree } from './stage-tree.ts'
import { Suspects } from './suspects.ts'
import { registerTools } from './tools.ts'
import type { TreeNode } from './tree-node.ts'
import { tellOfTrust } from './trust.ts'
import { tellOfYamlCheck } from './yaml-check.ts'

/** What other extensions and tests get from this one. */
export interface PilotsApi {
  /** The rows of the tree as they are now, from the groups down. */
  tree(): readonly TreeNode[]
  readonly onDidChangeTree: Event<unknown>
}

/** Starts the server and everything that shows what it says. What is made here ends with the extension. */
export function startClient(platform: Platform, context: ExtensionContext): PilotsApi {
  const log = window.createOutputChannel('Pilots', { log: true })
  const asOf = new AsOf()
  const suspects = new Suspects()
  const link = new ServerLink(platform, clientOptions(log, asOf, suspects), log)
  const past = new PastChanges(link)
  const portfolio = new Portfolio(link, platform)
  const outage = new Outage(link, platform)
  const tree = new StageTree({ portfolio, asOf, outage }, context.workspaceState)
  const status = new LanguageStatus(link, portfolio)
  const workings = { context, log, platform, link, portfolio, tree, asOf, past }
  const registered = [...registerCommands(workings), ...registerTools(workings)]
  const trust = tellOfTrust(link)
  const state = link.onDidChange((now) => {
    if (now === 'down') suspects.crashed()
    return commands.executeCommand('setContext', 'pilots.server', now)
  })
  // A day of the window is no setting, of which the server would hear by itself.
  const day = asOf.onDidChange(() => {
    void link.client?.sendNotification(DidChangeConfigurationNotification.type, { settings: null })
  })
  const yaml = tellOfYamlCheck(link)
  const heard = [day, trust, state, yaml]
  context.subscriptions.push(log, asOf, link, past, portfolio, outage, tree, status, ...heard, ...registered)
  void link.start()
  return { tree: () => tree.roots(), onDidChangeTree: tree.onDidChangeTreeData }
}
