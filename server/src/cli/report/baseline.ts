import { type Baseline, sizeOf, totalOf } from '../../engine/baseline/baseline.ts'
import { compareTexts } from '../../engine/text/compare.ts'
import { counted } from '../../engine/text/counted.ts'
import { visible } from '../../engine/text/visible.ts'
import { sumOf } from '../checked.ts'
import type { Style } from './style.ts'
import { type Column, table } from './table.ts'

/** A baseline under the name that is shown. */
interface Named {
  readonly name: string
  readonly baseline: Baseline
}

/** What baselines hold: how much of each rule, and of each file. */
export function baselineReport(all: readonly Named[], style: Style): string {
  const held = all.map(({ name, baseline }) => ({ name, ...countsOf(baseline) }))
  const texts = held.map((each) => textOf(each, style))
  if (texts.length === 1) return texts.join('')
  const [findings, files] = [sumOf(held, ({ total }) => total), sumOf(held, (each) => each.files.length)]
  const summary = `${all.length} baselines hold ${counted(findings, 'finding')} in ${counted(files, 'file')}.\n`
  return [...texts, summary].join('\n')
}

function textOf({ name, rules, files, total }: Counts & Pick<Named, 'name'>, style: Style): string {
  const summary = `${visible(name)} holds ${counted(total, 'finding')} in ${counted(files.length, 'file')}.\n`
  if (total === 0) return summary
  const ruleRows = rules.map(({ rule, findings, files: number }) => [
    { text: visible(rule) },
    { text: String(findings) },
    { text: String(number) },
  ])
  const fileRows = files.map(({ path, findings }) => [{ text: visible(path) }, { text: String(findings) }])
  return [table(ruleColumns, ruleRows, style), table(fileColumns, fileRows, style), summary].join('\n')
}

/** The same for programs. */
export function baselineReportJson(all: readonly Named[]): object {
  const baselines = all.map(({ name, baseline }) => {
    const { rules, files, total } = countsOf(baseline)
    return { path: name, findings: total, rules, files }
  })
  return { version: 1, findings: sumOf(baselines, ({ findings }) => findings), baselines }
}

const ruleColumns: readonly Column[] = [
  { head: 'Rule' },
  { head: 'Findings', align: 'right' },
  { head: 'Files', align: 'right' },
]
const fileColumns: readonly Column[] = [
  { head: 'File', most: 100 },
  { head: 'Findings', align: 'right' },
]

interface Counts {
  readonly total: number
  /** The most frequent first. */
  readonly rules: readonly { readonly rule: string; readonly findings: number; readonly files: number }[]
  /** In the order of their paths. */
  readonly files: readonly {
    readonly path: string
    readonly findings: number
    readonly rules: Readonly<Record<string, number>>
  }[]
}

function countsOf(baseline: Baseline): Counts {
  const files = Array.from(baseline.files, ([path, { findings }]) => {
    const rules = Array.from(findings, ([rule, prints]) => [rule, prints.length] as const)
    return { path, findings: sizeOf(findings), rules: Object.fromEntries(rules) }
  })
  const byRule = new Map<string, { findings: number; files: number }>()
  for (const [rule, findings] of files.flatMap((file) => Object.entries(file.rules))) {
    const known = byRule.get(rule) ?? { findings: 0, files: 0 }
    byRule.set(rule, { findings: known.findings + findings, files: known.files + 1 })
  }
  const rules = Array.from(byRule, ([rule, each]) => ({ rule, ...each }))
  return {
    total: totalOf(baseline),
    rules: rules.sort((a, b) => b.findings - a.findings || compareTexts(a.rule, b.rule)),
    files: files.sort((a, b) => compareTexts(a.path, b.path)),
  }
}
