import type { Finding } from '../../engine/finding.ts'
import { groupBy } from '../../engine/group-by.ts'
import { compareTexts } from '../../engine/text/compare.ts'
import { visible } from '../../engine/text/visible.ts'
import { type Results, severities, told } from '../checked.ts'
import type { Parts } from './parts.ts'
import { summary } from './pretty.ts'
import type { Style } from './style.ts'
import { type Cell, type Column, table } from './table.ts'

/** How often each rule was broken, the most frequent first, and the summary. */
export function* statistics(results: Results, style: Style): Parts {
  const groups = groupBy(told(results), ({ rule, severity }) => `${severities.indexOf(severity)} ${rule}`)
  const rows = [...groups].sort(([a, { length }], [b, other]) => other.length - length || compareTexts(a, b))
  if (rows.length > 0)
    yield `${table(
      columns,
      rows.map(([, findings]) => cellsOf(findings)),
      style,
    )}\n`
  yield summary(results, style)
}

const columns: readonly Column[] = [
  { head: 'Findings', align: 'right' },
  { head: 'Severity' },
  { head: 'Rule' },
  { head: '' },
]

function cellsOf(findings: readonly Finding[]): readonly Cell[] {
  const [first] = findings
  if (!first) return []
  const { severity, rule } = first
  const isFixable = findings.some(({ fixes }) => fixes.length > 0)
  return [
    { text: String(findings.length) },
    { text: severity, look: severity },
    { text: visible(rule) },
    { text: isFixable ? '[fix]' : '', look: 'good' },
  ]
}
