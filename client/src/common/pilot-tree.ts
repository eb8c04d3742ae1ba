import type { PilotItem, Severity } from '../../../server/src/protocol/pilots.ts'
import { inOrder } from './in-order.ts'
import { nextGate } from './next-gate.ts'
import { findingSection, gateSection, outputSection } from './pilot-sections.ts'
import {
  type Icon,
  type Language,
  lazyRow,
  oneLine,
  rowWith,
  type TooltipLine,
  type TreeNode,
} from './tree-node.ts'
import { waysApart } from './ways-apart.ts'
import {
  countWords,
  findingWords,
  gateWord,
  notRunWords,
  passed,
  readinessWord,
  severityIcons,
  stages,
  stageWord,
  totalCount,
  verdicts,
  verdictWord,
} from './words.ts'

export type Grouping = 'stage' | 'operator' | 'verdict'

/** The rows of the tree: groups that hold pilots, which hold their outputs, gates and findings. A pure function. */
export function pilotTree(
  pilots: readonly PilotItem[],
  grouping: Grouping,
  l10n: Language,
): readonly TreeNode[] {
  const ways = waysApart(pilots)
  return groupsOf(pilots, grouping, l10n).map(({ id, label, members }) => {
    const count = countWords(totalCount(members), l10n)
    const size = members.length === 1 ? l10n.t('1 pilot') : l10n.t('{0} pilots', members.length)
    return rowWith({
      id,
      kind: 'group',
      label,
      description: size,
      tooltip: [{ title: label, text: `${size}, ${count}` }],
      spoken: `${label}, ${size}, ${count}`,
      unfolded: true,
      children: members.map((pilot) => rowOf({ group: id, way: ways.get(pilot) }, pilot, grouping, l10n)),
    })
  })
}

/** The row of each pilot as it was last made. A pilot that has not changed is the same object, and thousands take seconds to make. */
const rows = new WeakMap<PilotItem, Spot & { readonly l10n: Language; readonly row: TreeNode }>()

/** Where a row stands, and what tells it apart from others with its name. */
interface Spot {
  readonly group: string
  readonly way: string | undefined
}

function rowOf(spot: Spot, pilot: PilotItem, grouping: Grouping, l10n: Language): TreeNode {
  const before = rows.get(pilot)
  if (before?.group === spot.group && before.way === spot.way && before.l10n === l10n) return before.row
  const row = pilot.readable ? pilotNode(spot, pilot, grouping, l10n) : unreadNode(spot, pilot, l10n)
  rows.set(pilot, { l10n, ...spot, row })
  return row
}

interface Group {
  readonly id: string
  readonly label: string
  readonly members: readonly PilotItem[]
}

function groupsOf(pilots: readonly PilotItem[], grouping: Grouping, l10n: Language): readonly Group[] {
  const sorted = [...pilots].sort((a, b) => inOrder.compare(a.name, b.name) || (a.uri < b.uri ? -1 : 1))
  const own = new Map<string | undefined, PilotItem[]>()
  for (const pilot of sorted) {
    if (!pilot.readable) continue
    const members = own.get(pilot[grouping])
    if (members) members.push(pilot)
    else own.set(pilot[grouping], [pilot])
  }
  const group = (key: string, label: string): Group => {
    return { id: `${grouping}/${key}`, label, members: own.get(key) ?? [] }
  }
  const all = {
    stage: () => stages.map((stage) => group(stage, stageWord(stage, l10n))),
    verdict: () => verdicts.map((verdict) => group(verdict, verdictWord(verdict, l10n))),
    operator: () => [
      { ...group('', l10n.t('No operator')), members: own.get(undefined) ?? [] },
      ...operatorsOf(pilots).map((name) => group(name, oneLine(name))),
    ],
  }
  const members = sorted.filter(({ readable }) => !readable)
  const unread = { id: 'unread', label: l10n.t('Not readable'), members }
  return [...all[grouping](), unread].filter((each) => each.members.length > 0)
}

function operatorsOf(pilots: readonly PilotItem[]): readonly string[] {
  const names = new Set(pilots.map(({ operator }) => operator).filter((name) => name !== undefined))
  return [...names].sort(inOrder.compare)
}

function pilotNode({ group, way }: Spot, pilot: PilotItem, grouping: Grouping, l10n: Language): TreeNode {
  const id = `${group}/${pilot.uri}`
  const operator = pilot.operator === undefined ? l10n.t('no operator') : oneLine(pilot.operator)
  const beside = grouping === 'stage' ? operator : stageWord(pilot.stage, l10n)
  const description = joined(way, beside)
  const verdict = verdictWord(pilot.verdict, l10n)
  // A title would leave no room for what stands beside it.
  const label = oneLine(pilot.name)
  const row = {
    id,
    kind: 'pilot',
    label,
    description,
    icon: pilotIcon(pilot),
    spoken: `${label}, ${oneLine(pilot.title)}, ${description}, ${verdict}, ${findingWords(pilot, l10n)}`,
    place: { uri: pilot.uri, range: pilot.range },
    brief: pilot.brief && pilot,
  } as const
  return lazyRow(row, {
    tooltip: () => tooltipOf(pilot, l10n),
    children: () => sectionsOf(id, pilot, l10n),
  })
}

/** The rows below that of a pilot. */
export function sectionsOf(id: string, pilot: PilotItem, l10n: Language): readonly TreeNode[] {
  return [
    outputSection(id, pilot, l10n),
    gateSection(id, pilot, l10n),
    findingSection(id, pilot, l10n),
  ].filter((section) => section !== undefined)
}

function joined(way: string | undefined, ...others: readonly string[]): string {
  return [...(way === undefined ? [] : [oneLine(way)]), ...others].join(', ')
}

/** A file of which nothing is known but what is wrong with it. */
function unreadNode({ group, way }: Spot, pilot: PilotItem, l10n: Language): TreeNode {
  const id = `${group}/${pilot.uri}`
  const label = oneLine(pilot.name)
  const findings = findingWords(pilot, l10n)
  const section = findingSection(id, pilot, l10n)
  return rowWith({
    id,
    kind: 'pilot',
    label,
    description: joined(way),
    tooltip: [{ title: label, text: l10n.t('Not readable') }, findingLine(pilot, l10n)],
    icon: pilotIcon(pilot),
    spoken: [label, joined(way, l10n.t('Not readable')), findings].join(', '),
    place: { uri: pilot.uri, range: pilot.range },
    children: section ? [section] : [],
  })
}

export function tooltipOf(pilot: PilotItem, l10n: Language): readonly TooltipLine[] {
  const readiness = [readinessWord(pilot.readiness, l10n), ...pilot.gaps.map(oneLine)].join('; ')
  const gate = nextGate(pilot)
  const stage = gate?.stage && stageWord(gate.stage, l10n)
  const when = gate && [stage, gate.date, gateWord(gate.state, l10n)].filter((part) => part !== undefined)
  return [
    { title: oneLine(pilot.name), text: oneLine(pilot.title) },
    { title: l10n.t('Verdict'), text: verdictWord(pilot.verdict, l10n) },
    ...pilot.signs.map((sign) => ({ title: l10n.t('Sign'), text: oneLine(sign) })),
    { title: l10n.t('Readiness'), text: readiness },
    ...(pilot.window ? [{ title: l10n.t('Window'), text: windowText(pilot.window, l10n) }] : []),
    ...(pilot.delay ? [{ title: l10n.t('Cost of delay'), text: delayText(pilot.delay, l10n) }] : []),
    ...(when ? [{ title: l10n.t('Next gate'), text: when.join(', ') }] : []),
    findingLine(pilot, l10n),
  ]
}

/** What was found, and what was not looked for and why. */
function findingLine(pilot: PilotItem, l10n: Language): TooltipLine {
  const text = [findingWords(pilot, l10n), ...notRunWords(pilot.notRun, l10n)].join('. ')
  return { title: l10n.t('Findings'), text }
}

function windowText({ from, to, isOver }: NonNullable<PilotItem['window']>, l10n: Language): string {
  return isOver
    ? l10n.t('production was realistic from {0} to {1}', from, to)
    : l10n.t('production is realistic from {0} to {1}', from, to)
}

function delayText({ cost, since }: NonNullable<PilotItem['delay']>, l10n: Language): string {
  return l10n.t('{0} since {1}', oneLine(cost), since)
}

function pilotIcon({ count }: PilotItem): Icon {
  const severities: readonly Severity[] = ['error', 'warning', 'info']
  const worst = severities.find((severity) => count[severity] > 0)
  return worst ? severityIcons[worst] : passed
}
