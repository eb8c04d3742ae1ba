import type {
  FindingItem,
  GateItem,
  GateState,
  OutputItem,
  PilotItem,
} from '../../../server/src/protocol/pilots.ts'
import { type Icon, type Language, oneLine, rowWith, type TreeNode } from './tree-node.ts'
import { findingWords, gateWord, passed, severityIcons, severityWord, stages, stageWord } from './words.ts'

type OutputState = 'passed' | 'missing' | 'due' | 'overdue' | 'later'

/** What the stages leave behind: those passed with what they owe, the present one, and those still to come. */
export function outputSection(parent: string, pilot: PilotItem, l10n: Language): TreeNode {
  const outputs = pilot.outputs.filter((output) => concerns(output, pilot))
  const done = outputs.filter(({ exists }) => exists).length
  const description = l10n.t('{0} of {1}', done, outputs.length)
  const id = `${parent}/outputs`
  const nodes = outputs.map((output) => outputNode(id, output, pilot, l10n))
  return section(id, l10n.t('Outputs'), description, nodes)
}

/** A pilot that goes on has no decision to stop, and one that was stopped owes nothing but that decision. */
function concerns({ stage, exists }: OutputItem, pilot: PilotItem): boolean {
  return pilot.stage === 'stopped' ? exists || stage === 'stopped' : stage !== 'stopped'
}

function outputNode(parent: string, output: OutputItem, pilot: PilotItem, l10n: Language): TreeNode {
  const { stage, exists, missing, range } = output
  const state = exists ? 'passed' : outputState(output, pilot)
  const word = {
    passed: l10n.t('passed'),
    missing: l10n.t('missing'),
    due: l10n.t('due'),
    overdue: l10n.t('overdue'),
    later: l10n.t('later'),
  }[state]
  const label = stageWord(stage, l10n)
  const gaps = missing.map((gap) => ({ title: l10n.t('Missing'), text: oneLine(gap) }))
  return rowWith({
    id: `${parent}/${stage}`,
    kind: 'output',
    label,
    description: exists ? oneLine(output.label) : `${word}: ${oneLine(missing[0] ?? output.label)}`,
    tooltip: [{ title: label, text: oneLine(output.label) }, ...gaps],
    icon: outputIcons[state],
    spoken: [label, word, output.label, ...missing].map(oneLine).join(', '),
    place: { uri: pilot.uri, range },
  })
}

function outputState({ stage }: OutputItem, pilot: PilotItem): OutputState {
  if (stage === pilot.stage) {
    const late = pilot.gates.some((gate) => gate.stage === stage && gate.state === 'overdue')
    return late ? 'overdue' : 'due'
  }
  return stages.indexOf(stage) < stages.indexOf(pilot.stage) ? 'missing' : 'later'
}

const outputIcons: Readonly<Record<OutputState, Icon>> = {
  passed,
  missing: { name: 'circle-slash', color: 'problemsErrorIcon.foreground' },
  due: { name: 'clock', color: undefined },
  overdue: { name: 'watch', color: 'problemsErrorIcon.foreground' },
  later: { name: 'circle-large-outline', color: 'disabledForeground' },
}

/** The gates that were held, are planned or were left out; absent while there is none. */
export function gateSection(parent: string, pilot: PilotItem, l10n: Language): TreeNode | undefined {
  const { gates } = pilot
  if (gates.length === 0) return undefined
  const order = ['overdue', 'missing', 'held-back', 'due'] as const
  const count = (state: GateState): number => gates.filter((gate) => gate.state === state).length
  const open = order.filter((state) => count(state) > 0)
  const description = open.map((state) => `${count(state)} ${gateWord(state, l10n)}`).join(', ')
  const id = `${parent}/gates`
  // Those that are written come first, in the order of the file.
  const nodes = gates.map((gate, index) => {
    const node = gateNode(`${id}/${index}`, gate, pilot, l10n)
    if (gate.state === 'passed' || gate.state === 'held-back') return node
    return gate.range ? { ...node, gate: index } : { ...node, stage: gate.stage }
  })
  return section(id, l10n.t('Gates'), description || l10n.t('all passed'), nodes)
}

function gateNode(
  id: string,
  { stage, state, date, range }: GateItem,
  pilot: PilotItem,
  l10n: Language,
): TreeNode {
  const label = stage ? stageWord(stage, l10n) : l10n.t('Gate')
  const word = gateWord(state, l10n)
  const description = date === undefined ? word : `${word} ${date}`
  return rowWith({
    id,
    kind: 'gate',
    label,
    description,
    tooltip: [{ title: label, text: description }],
    icon: gateIcons[state],
    spoken: `${label}, ${description}`,
    place: { uri: pilot.uri, range: range ?? pilot.range },
  })
}

const gateIcons: Readonly<Record<GateState, Icon>> = {
  passed,
  'held-back': { name: 'debug-pause', color: 'problemsWarningIcon.foreground' },
  due: { name: 'clock', color: undefined },
  overdue: { name: 'watch', color: 'problemsErrorIcon.foreground' },
  missing: { name: 'circle-slash', color: 'problemsErrorIcon.foreground' },
}

/** What the rules found and no baseline holds, the worst first; absent when there is nothing. */
export function findingSection(parent: string, pilot: PilotItem, l10n: Language): TreeNode | undefined {
  if (pilot.findings.length === 0) return undefined
  const id = `${parent}/findings`
  const order = ['error', 'warning', 'info'] as const
  const sorted = order.flatMap((severity) =>
    pilot.findings.filter((finding) => finding.severity === severity),
  )
  const nodes = sorted.map((finding, index) => findingNode(`${id}/${index}`, finding, pilot, l10n))
  return { ...section(id, l10n.t('Findings'), findingWords(pilot, l10n), nodes), unfolded: true }
}

function findingNode(
  id: string,
  { rule, severity, message, range }: FindingItem,
  pilot: PilotItem,
  l10n: Language,
): TreeNode {
  const label = oneLine(message)
  const line = l10n.t('line {0}', range.start.line + 1)
  return rowWith({
    id,
    kind: 'finding',
    label,
    description: oneLine(rule),
    tooltip: [
      { title: severityWord(severity, l10n), text: label },
      { title: oneLine(rule), text: line },
    ],
    icon: severityIcons[severity],
    spoken: `${severityWord(severity, l10n)}, ${label}, ${line}`,
    place: { uri: pilot.uri, range },
    rule,
  })
}

function section(id: string, label: string, description: string, children: readonly TreeNode[]): TreeNode {
  return rowWith({ id, kind: 'section', label, description, spoken: `${label}, ${description}`, children })
}
