import type { Severity } from '../../engine/finding.ts'
import { pageOf } from '../../engine/rules/page.ts'
import type { RuleInfo } from '../../engine/rules/rule.ts'
import { compareTexts } from '../../engine/text/compare.ts'
import { counted } from '../../engine/text/counted.ts'
import { severities } from '../checked.ts'
import type { ConfigOptions } from '../configurations.ts'
import { customRulesBelow, type PlacedRule } from '../custom-rules.ts'
import { type ExitCode, exit } from '../exit.ts'
import { allRules, type Io } from '../io.ts'
import { jsonText } from '../report/json.ts'
import { styleFor } from '../report/style.ts'
import { type Column, table } from '../report/table.ts'
import { complain } from './check.ts'

export interface RulesOptions extends ConfigOptions {
  readonly format: 'pretty' | 'json'
}

const columns: readonly Column[] = [
  { head: 'Rule' },
  { head: 'Severity by stage', most: 60 },
  { head: 'Checks', most: 100 },
]

/** Lists all rules, with those that the configurations here and below add. */
export async function listRules(options: RulesOptions, io: Io): Promise<ExitCode> {
  const { rules: custom, configs } = await customRulesBelow(options, io)
  const rules = [...allRules(io).map(listed), ...custom.map(listedCustom)].sort((a, b) =>
    compareTexts(a.id, b.id),
  )
  if (options.format === 'json') io.out(jsonText({ version: 1, rules }))
  else {
    const rows = rules.map((rule) => [{ text: rule.id }, severity(rule), { text: rule.summary }])
    io.out(`${table(columns, rows, styleFor(io))}\n${counted(rules.length, 'rule')}.\n`)
  }
  // A rule of a configuration that cannot be read is not among them.
  return complain({ unread: [], configs }, io) ? exit.usage : exit.clean
}

interface Listed extends Pick<RuleInfo, 'id' | 'from' | 'needs' | 'options'> {
  readonly summary: string
  /** Its page, or the file that it is written in. */
  readonly help: string
}

function listed({ id, from, needs, options, docs }: RuleInfo): Listed {
  return { id, summary: docs.summary, from, needs: needs ?? [], options: options ?? {}, help: pageOf(id) }
}

function listedCustom({ rule: { id, from, severity, message }, config }: PlacedRule): Listed {
  return { id, summary: message, from: { [from]: severity }, needs: [], options: {}, help: config }
}

function severity({ from }: Listed): { readonly text: string; readonly look: Severity } {
  const entries = Object.entries(from)
  const worst = severities.find((each) => entries.some(([, of]) => of === each))
  return { text: entries.map(([stage, of]) => `${stage} ${of}`).join(', '), look: worst ?? 'info' }
}
