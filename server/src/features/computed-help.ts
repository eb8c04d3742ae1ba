import type { Analysis } from '../engine/analyze.ts'
import { type DashboardRow, dashboardOf, type Milestone } from '../engine/pilot/dashboard.ts'
import { delayOf } from '../engine/pilot/delay.ts'
import { money } from '../engine/pilot/money.ts'
import { readinessOf, toldWindow, windowWords } from '../engine/pilot/readiness.ts'
import { verdictOf } from '../engine/pilot/verdict.ts'
import { regimesFrom } from '../engine/regimes/applicable.ts'
import { placeAt } from '../engine/yaml/path.ts'
import type { Markup } from './markup.ts'

type Path = readonly (string | number)[]

/**
 * What is computed from the file and never written in it, at the key that it belongs to: the verdict at `name`, readiness
 * and window at `stage` and `timeline.productionBy`, the success dashboard at `criteria`, and at a jurisdiction what is asked for
 * there, and from when. Nothing is while the text is broken.
 */
export function computedHelp(analysis: Analysis, path: Path, markup: Markup): string | undefined {
  if (!analysis.readable) return undefined
  const [block, key, at] = path
  if (block === 'compliance' && key === 'jurisdictions' && typeof at === 'number')
    return regimes(analysis, path, markup)
  switch (path.join('.')) {
    case 'name':
      return lines([verdict(analysis, markup), delay(analysis, markup)])
    case 'stage':
      return lines([verdict(analysis, markup), readiness(analysis, markup), window(analysis, markup)])
    case 'timeline.productionBy':
      return lines([window(analysis, markup), readiness(analysis, markup), delay(analysis, markup)])
    case 'criteria':
      return dashboard(dashboardOf(analysis.pilot, analysis.today), markup)
    default:
      return undefined
  }
}

function verdict({ pilot, findings, today }: Analysis, markup: Markup): string {
  const { verdict: found, signs } = verdictOf(pilot, findings, today)
  const because = signs.length === 0 ? '' : `: ${signs.join('; ')}`
  return `${markup.strong('Verdict')} ${markup.text(`${found.replaceAll('-', ' ')}${because}`)}`
}

function readiness({ pilot }: Analysis, markup: Markup): string {
  const { level, gaps } = readinessOf(pilot)
  return `${markup.strong('Readiness')} ${markup.text(gaps.length === 0 ? level : `${level}: ${gaps.join('; ')}`)}`
}

function window({ pilot, today }: Analysis, markup: Markup): string | undefined {
  const days = toldWindow(pilot, today)
  return days && `${markup.strong('Window')} ${markup.text(windowWords(days))}`
}

function delay({ pilot, today, currency }: Analysis, markup: Markup): string | undefined {
  const cost = delayOf(pilot, today, currency)
  if (!cost) return undefined
  const text = `${money(cost.total, cost.currency)} in the ${cost.months} months since ${cost.since}`
  return `${markup.strong('Cost of delay')} ${markup.text(text)}`
}

function dashboard(rows: readonly DashboardRow[], markup: Markup): string | undefined {
  if (rows.length === 0) return undefined
  const head = ['Criterion', 'Better', 'Baseline', 'Month 1', 'Month 3', 'Newest', 'Target']
  return markup.table(head, rows.map(cells))
}

function cells(row: DashboardRow): readonly string[] {
  const unit = row.unit === undefined ? '' : ` (${row.unit})`
  return [
    row.metric + unit,
    row.direction ?? '',
    text(row.baseline),
    milestone(row.month1),
    milestone(row.month3),
    row.newest ? `${row.newest.value}${row.met ? ', met' : ''}` : '',
    text(row.target),
  ]
}

function milestone(value: Milestone): string {
  return typeof value === 'object' ? String(value.value) : value
}

function text(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

function regimes({ syntax, today }: Analysis, path: Path, markup: Markup): string | undefined {
  const node = syntax.root && placeAt(syntax.root, path)?.node
  const code = node?.kind === 'scalar' ? String(node.value) : ''
  const known = regimesFrom([code], today).map(({ name, source, since, note }) => {
    return `${markup.strong(name)} ${markup.text(`from ${since}: ${source}. ${note}`)}`
  })
  return known.length > 0 ? lines(known) : undefined
}

function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n')
}
