import type { PilotItem, Stage } from '../../../server/src/protocol/pilots.ts'

/** One row of the tree with all that stands below it. A plain value, which knows nothing of VS Code. */
export interface TreeNode {
  /** The same row has the same id after every change, so that it stays open and selected. */
  readonly id: string
  readonly kind: 'group' | 'pilot' | 'section' | 'output' | 'gate' | 'finding'
  readonly label: string
  readonly description: string
  readonly tooltip: readonly TooltipLine[]
  readonly icon: Icon | undefined
  /** What a screen reader says; icons are named in it. */
  readonly spoken: string
  /** Where a click leads. */
  readonly place: Place | undefined
  /** Whether the rows below are shown until somebody folds them. */
  readonly unfolded: boolean
  readonly children: readonly TreeNode[]
  /** Whether there are any. */
  readonly foldable: boolean
  /** The pilot of a row that is made of what the list says in brief: what is below it, and its tooltip, are asked for. */
  readonly brief: PilotItem | undefined
  /** The rule of a finding. */
  readonly rule: string | undefined
  /** Of a gate whose decision can be recorded: its place in the file, or its stage where none is written. */
  readonly gate: number | undefined
  readonly stage: Stage | undefined
}

/** Text of the author, never read as markup. */
export interface TooltipLine {
  readonly title: string
  readonly text: string
}

export interface Place {
  readonly uri: PilotItem['uri']
  readonly range: PilotItem['range']
}

/** An icon of VS Code, in one of its own colours. */
export interface Icon {
  readonly name: string
  readonly color:
    | 'problemsErrorIcon.foreground'
    | 'problemsWarningIcon.foreground'
    | 'problemsInfoIcon.foreground'
    | 'testing.iconPassed'
    | 'disabledForeground'
    | undefined
}

/** Puts a message of ours into the language of the user; `{0}` stands for the first argument. */
export interface Language {
  t(message: string, ...args: readonly (string | number)[]): string
}

/** A row of what is given, and of nothing else. */
export function rowWith(node: Pick<TreeNode, 'id' | 'kind' | 'label'> & Partial<TreeNode>): TreeNode {
  return {
    description: '',
    tooltip: [],
    icon: undefined,
    spoken: node.label,
    place: undefined,
    unfolded: false,
    children: [],
    foldable: (node.children ?? []).length > 0,
    brief: undefined,
    rule: undefined,
    gate: undefined,
    stage: undefined,
    ...node,
  }
}

/** The same, whose tooltip and whose rows below it are made when somebody looks at them: of thousands few are pointed at or unfolded. */
export function lazyRow(
  node: Parameters<typeof rowWith>[0],
  later: { tooltip(): readonly TooltipLine[]; children(): readonly TreeNode[] },
): TreeNode {
  let tooltip: readonly TooltipLine[] | undefined
  let children: readonly TreeNode[] | undefined
  return {
    ...rowWith(node),
    foldable: true,
    get tooltip() {
      tooltip ??= later.tooltip()
      return tooltip
    },
    get children() {
      children ??= later.children()
      return children
    },
  }
}

/** Text from a file as one short line without characters that nobody sees. */
export function oneLine(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}

/** Characters; more does not fit into a side bar. */
const LONGEST = 200
