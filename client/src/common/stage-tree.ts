import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode'
import type { PilotItem } from '../../../server/src/protocol/pilots.ts'
import type { AsOf } from './as-of.ts'
import type { Outage } from './outage.ts'
import { type Grouping, pilotTree, sectionsOf, tooltipOf } from './pilot-tree.ts'
import type { Portfolio } from './portfolio.ts'
import type { Place, TreeNode } from './tree-node.ts'
import { totalCount } from './words.ts'

const VIEW = 'pilots.stages'
const GROUPING = 'pilots.grouping'

/** What the tree shows, and what it says above its rows. */
interface Told {
  readonly portfolio: Portfolio
  readonly asOf: AsOf
  readonly outage: Outage
}

/** The tree in the side bar. It remembers in each workspace how its pilots are grouped. */
export class StageTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #portfolio: Portfolio
  readonly #memory: ExtensionContext['workspaceState']
  readonly #changed = new EventEmitter<undefined>()
  readonly #view: TreeView<TreeNode>
  readonly #listening: Disposable
  readonly onDidChangeTreeData: Event<undefined> = this.#changed.event
  #grouping: Grouping
  #shown: ReadonlySet<PilotItem> | undefined

  constructor(told: Told, memory: ExtensionContext['workspaceState']) {
    const { portfolio, asOf, outage } = told
    this.#portfolio = portfolio
    const tell = (): void => {
      this.#view.message = messageOf(told)
    }
    this.#memory = memory
    this.#grouping = groupingOf(memory.get(GROUPING))
    this.#view = window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true })
    this.#listening = Disposable.from(
      portfolio.onDidChange(() => this.#show()),
      portfolio.onDidChange(tell),
      asOf.onDidChange(tell),
      outage.onDidChange(tell),
    )
    tell()
    void commands.executeCommand('setContext', GROUPING, this.#grouping)
  }

  async group(grouping: Grouping): Promise<void> {
    this.#grouping = grouping
    await this.#memory.update(GROUPING, grouping)
    await commands.executeCommand('setContext', GROUPING, grouping)
    this.#changed.fire(undefined)
  }

  roots(): readonly TreeNode[] {
    return pilotTree(this.#portfolio.pilots ?? [], this.#grouping, l10n)
  }

  getChildren(node?: TreeNode): TreeNode[] | Promise<TreeNode[]> {
    return node?.brief ? this.#sections(node.id, node.brief) : [...(node ? node.children : this.roots())]
  }

  async #sections(id: string, brief: PilotItem): Promise<TreeNode[]> {
    return [...sectionsOf(id, await this.#portfolio.whole(brief), l10n)]
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = new TreeItem(node.label, collapsibleState(node))
    item.id = node.id
    item.description = node.description
    const isOpenGate = node.gate !== undefined || node.stage !== undefined
    item.contextValue = isOpenGate ? 'gate.open' : node.kind
    item.accessibilityInformation = { label: node.spoken, role: 'treeitem' }
    if (node.icon) {
      const { name, color } = node.icon
      item.iconPath = new ThemeIcon(name, color && new ThemeColor(color))
    }
    if (node.place) item.command = openCommand(node.place, l10n.t('Open'))
    return item
  }

  /** Asked of the row that somebody points at. */
  async resolveTreeItem(item: TreeItem, { brief, tooltip: lines }: TreeNode): Promise<TreeItem> {
    item.tooltip = tooltip(brief ? tooltipOf(await this.#portfolio.whole(brief), l10n) : lines)
    return item
  }

  dispose(): void {
    this.#listening.dispose()
    this.#view.dispose()
    this.#changed.dispose()
  }

  #show(): void {
    const { pilots = [] } = this.#portfolio
    void commands.executeCommand('setContext', 'pilots.listed', this.#portfolio.pilots !== undefined)
    const { error } = totalCount(pilots)
    const tooltip = error === 1 ? l10n.t('1 error in the pilots') : l10n.t('{0} errors in the pilots', error)
    this.#view.badge = error === 0 ? undefined : { value: error, tooltip }
    // While its rows come anew, VS Code unfolds none: whoever has just opened a file from the tree would press a key in vain.
    const shown = this.#shown
    if (shown?.size === pilots.length && pilots.every((pilot) => shown.has(pilot))) return
    this.#shown = new Set(pilots)
    this.#changed.fire(undefined)
  }
}

/** Where a view has a message, VS Code does not say what to do about its being empty. */
function messageOf({ portfolio, asOf: { day }, outage }: Told): string {
  if ((portfolio.pilots ?? []).length === 0) return ''
  if (outage.isLong) return l10n.t('Not up to date: the server is down and will be started again.')
  return day === undefined ? '' : l10n.t('As of {0}, not today', day)
}

/** A command of VS Code that shows a place in an editor. */
export function openCommand(
  { uri, range }: Place,
  title: string,
): { title: string; command: string; arguments: unknown[] } {
  const { start, end } = range
  const selection = new Range(start.line, start.character, end.line, end.character)
  return { title, command: 'vscode.open', arguments: [Uri.parse(uri), { selection }] }
}

function groupingOf(remembered: unknown): Grouping {
  return remembered === 'operator' || remembered === 'verdict' ? remembered : 'stage'
}

function collapsibleState({ foldable, unfolded }: TreeNode): TreeItemCollapsibleState {
  if (!foldable) return TreeItemCollapsibleState.None
  return unfolded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed
}

/** What stands in the file is escaped, so it cannot become a link, an image or a command. */
function tooltip(lines: TreeNode['tooltip']): MarkdownString {
  const markdown = lines.map(({ title, text }) => `**${escaped(title)}** ${escaped(text)}`)
  return new MarkdownString(markdown.join('  \n'))
}

/** VS Code makes all blanks hard ones, at which no line could be broken. */
function escaped(text: string): string {
  return new MarkdownString().appendText(text).value.replaceAll('&nbsp;', ' ')
}
