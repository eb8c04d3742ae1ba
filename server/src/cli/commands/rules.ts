import type { Severity } from '../../engine/finding.ts'
import { pageOf } from '../../engine/rules/page.ts'
import type { RuleInfo } from '../../engine/rules/rule.ts'
import { type ExitCode, exit } from '../exit.ts'
import { allRules, type Io } from '../io.ts'
import { jsonText } from '../report/json.ts'
import { count, styleFor } from '../report/style.ts'
import { type Column, table } from '../report/table.ts'

export interface RulesOptions {
  readonly format: 'pretty' | 'json'
}

const columns: readonly Column[] = [
  { head: 'Rule' },
  { head: 'Severity by stage', most: 60 },
  { head: 'Checks', most: 100 },
]

/** Lists all rules. */
export function listRules(options: RulesOptions, io: Io): ExitCode {
  const rules = allRules(io)
  if (options.format === 'json') io.out(jsonText({ version: 1, rules: rules.map(facts) }))
  else {
    const rows = rules.map((rule) => [{ text: rule.id }, severity(rule), { text: rule.docs.summary }])
    io.out(`${table(columns, rows, styleFor(io))}\n${count(rules.length, 'rule')}.\n`)
  }
  return exit.clean
}

function facts({ id, from, needs, options, docs }: RuleInfo): object {
  return { id, summary: docs.summary, from, needs: needs ?? [], options: options ?? {}, help: pageOf(id) }
}

function severity({ from }: RuleInfo): { readonly text: string; readonly look: Severity } {
  const entries = Object.entries(from)
  const worst = (['error', 'warning', 'info'] as const).find((each) => entries.some(([, of]) => of === each))
  return { text: entries.map(([stage, of]) => `${stage} ${of}`).join(', '), look: worst ?? 'info' }
}
