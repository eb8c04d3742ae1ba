import { isOn } from '../config/presets.ts'
import type { Settings } from '../config/settings.ts'
import { countsOf } from '../counts.ts'
import { type Finding, outweighs } from '../finding.ts'
import { groupBy } from '../group-by.ts'
import { ofEach } from '../once.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { closes, type Standing, severitiesAt } from '../pilot/stages.ts'
import type { RuleInfo } from '../rules/rule.ts'
import { compareTexts } from '../text/compare.ts'
import type { Span } from '../text/span.ts'
import type { Cell, CellState, Place } from './board.ts'
import type { BoardFile, BoardScene } from './board-of.ts'

/** The groups in the order in which a pilot meets their questions; others, such as those of custom rules, follow. */
const ORDER = [
  ...['file', 'value', 'criteria', 'scope', 'owners', 'data', 'integration', 'workflow', 'conditions'],
  ...['rollout', 'gates', 'stage', 'history', 'next', 'change', 'adoption', 'kpis', 'production', 'outcome'],
  ...['compliance', 'governance', 'cost', 'vendor', 'portfolio', 'suppression'],
]

/** The groups of all rules that any of the files was given to, each once. */
export function groupsOf(files: readonly BoardFile[], { portfolioRules }: BoardScene): readonly string[] {
  const lists = new Set<readonly RuleInfo[]>([
    portfolioRules,
    ...files.map(({ circumstances }) => circumstances.rules),
  ])
  const found = new Set(['file', ...[...lists].flatMap((rules) => rules.map(({ id }) => groupOf(id)))])
  for (const { analysis } of files) for (const { rule } of analysis.findings) found.add(groupOf(rule))
  return [...found].sort((a, b) => rank(a) - rank(b) || compareTexts(a, b))
}

function rank(group: string): number {
  const at = ORDER.indexOf(group)
  return at < 0 ? ORDER.length : at
}

/** What the parser and the schema say is about the file. */
function groupOf(rule: string): string {
  const end = rule.indexOf('/')
  const group = end < 0 ? rule : rule.slice(0, end)
  return group === 'yaml' || group === 'schema' ? 'file' : group
}

/** By its group a cell for each of which a rule is due, or of which something was found. */
export function cellsOf(
  { analysis, circumstances }: BoardFile,
  { asOf, portfolioRules }: BoardScene,
  { standing, at }: { readonly standing: Standing; readonly at: (span: Span) => Place },
): ReadonlyMap<string, Cell> {
  const notRun = new Set(analysis.notRun.map(({ rule }) => rule))
  const found = byGroup(analysis.findings)
  const covered = byGroup(analysis.covered)
  const suppressed = byGroup(analysis.suppressed.map(({ finding }) => ({ rule: finding.rule })))
  const dueAt = (rules: readonly RuleInfo[]): RulesByGroup =>
    dueIn(circumstances.settings)(rules)(standing, asOf)
  const due = [circumstances.rules, portfolioRules].map(dueAt)
  const cellOf = (group: string): Cell => {
    const findings = found.get(group) ?? []
    const hidden = covered.get(group) ?? []
    const worst = weightiest(findings) ?? hidden[0]
    const own = due.flatMap((each) => each.get(group) ?? [])
    const asked = group === 'file' || own.some(({ id }) => !notRun.has(id))
    const state = stateOf(worst, { asked, due: own.length > 0 })
    const silenced = suppressed.get(group)?.length ?? 0
    if (!worst && silenced === 0) return nothingFound[state]
    return {
      state,
      ...countsOf(findings),
      covered: hidden.length,
      suppressed: silenced,
      at: worst && at(worst.span),
    }
  }
  const groups = new Set([
    'file',
    ...[found, covered, suppressed, ...due].flatMap((list) => [...list.keys()]),
  ])
  return new Map(Array.from(groups, (group) => [group, cellOf(group)]))
}

type RulesByGroup = ReadonlyMap<string, readonly RuleInfo[]>

/** The rules that are due where a pilot stands: the same for thousands that stand alike. */
const dueIn = ofEach((settings: Settings) =>
  ofEach((rules: readonly RuleInfo[]) => {
    const known = new Map<string, RulesByGroup>()
    return (standing: Standing, today: IsoDate): RulesByGroup => {
      const key = `${standing.stage} ${closes(standing, today)}`
      const severityOf = severitiesAt(standing, today)
      const isDue = ({ id, from }: RuleInfo): boolean => isOn(settings, id) && severityOf(from) !== undefined
      const due = known.get(key) ?? groupBy(rules.filter(isDue), ({ id }) => groupOf(id))
      known.set(key, due)
      return due
    }
  }),
)

/** The same cell for all in which nothing was found, which are most. */
function emptyCell(state: CellState): Cell {
  return { state, errors: 0, warnings: 0, infos: 0, covered: 0, suppressed: 0, at: undefined }
}

const nothingFound: Readonly<Record<CellState, Cell>> = {
  passed: emptyCell('passed'),
  failed: emptyCell('failed'),
  'not-applicable': emptyCell('not-applicable'),
  'not-run': emptyCell('not-run'),
}

/** The cell of a group in which no rule is due. */
export const notApplicable: Cell = nothingFound['not-applicable']

function stateOf(
  worst: Finding | undefined,
  { asked, due }: { readonly asked: boolean; readonly due: boolean },
): CellState {
  if (worst) return 'failed'
  if (asked) return 'passed'
  return due ? 'not-run' : 'not-applicable'
}

/** The first of those that weigh most. */
function weightiest(findings: readonly Finding[]): Finding | undefined {
  let worst = findings[0]
  for (const finding of findings) if (worst && outweighs(finding.severity, worst.severity)) worst = finding
  return worst
}

function byGroup<T extends Pick<Finding, 'rule'>>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return groupBy(all, ({ rule }) => groupOf(rule))
}
