import type { Analysis } from '../../engine/analyze.ts'
import { type DashboardRow, dashboardOf, type Milestone } from '../../engine/pilot/dashboard.ts'
import { daysBetween, type IsoDate, inWords } from '../../engine/pilot/dates.ts'
import { type CostOfDelay, delayOf } from '../../engine/pilot/delay.ts'
import { money } from '../../engine/pilot/money.ts'
import { overviewOf, type PlannedGate } from '../../engine/pilot/overview.ts'
import { readinessOf, toldWindow, windowWords } from '../../engine/pilot/readiness.ts'
import { counted } from '../../engine/text/counted.ts'
import { inPercent } from '../../engine/text/in-percent.ts'
import { visible } from '../../engine/text/visible.ts'
import type { Checked } from '../checked.ts'
import { verdicts } from './status.ts'
import type { Style } from './style.ts'
import { type Column, table } from './table.ts'

/** One pilot: how it stands, what that rests on, and its criteria with what was measured. */
export function dashboard(
  { analysis, settings }: Pick<Checked, 'analysis' | 'settings'>,
  asOf: IsoDate,
  style: Style,
): string {
  const overview = overviewOf(analysis, asOf)
  const verdict = verdicts[overview.verdict]
  const delay = delayOf(analysis.pilot, asOf, settings.currency)
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Signs', overview.signs.join('; ')],
    ['Readiness', readiness(analysis)],
    ['Window', window(analysis, asOf)],
    ['Next gate', overview.nextGate && nextGate(overview.nextGate, asOf)],
    ['Delay', delay && delayText(delay)],
    [
      'Blocking',
      overview.blocking === 0 ? 'no findings' : `${counted(overview.blocking, 'finding')}, see pilots check`,
    ],
  ]
  const head = [
    style.paint('strong', visible(overview.title ?? overview.name ?? 'A pilot without a name')),
    `${visible(overview.name ?? '')}, stage ${overview.stage}, ${style.paint(verdict.look, verdict.text)}`,
    '',
    ...facts
      .filter(([, text]) => text)
      .map(([name, text]) => `${style.paint('quiet', name.padEnd(11))}${visible(text ?? '')}`),
  ]
  return `${head.join('\n')}\n\n${criteria(dashboardOf(analysis.pilot, asOf), style)}`
}

function readiness({ pilot }: Analysis): string {
  const { level, gaps } = readinessOf(pilot)
  return gaps.length === 0 ? level : `${level}: ${gaps.join('; ')}`
}

function window({ pilot }: Analysis, today: IsoDate): string | undefined {
  const days = toldWindow(pilot, today)
  return days && windowWords(days)
}

function nextGate({ stage, due }: PlannedGate, today: IsoDate): string {
  const days = daysBetween(today, due)
  return `${stage ?? 'a gate'}, due ${due}, ${whenIn(days)}`
}

function whenIn(days: number): string {
  if (days === 0) return 'today'
  return days > 0 ? `in ${inWords(days)}` : `${inWords(days)} ago`
}

function delayText({ since, value, software, total, currency }: CostOfDelay): string {
  const parts = [
    value && `${money(value, currency)} of value`,
    software && `${money(software, currency)} of software`,
  ]
  return `${money(total, currency)} since ${since}: ${parts.filter(Boolean).join(' and ')}`
}

const columns: readonly Column[] = [
  { head: 'Criterion', most: 40 },
  { head: 'Better' },
  { head: 'Baseline', align: 'right' },
  { head: 'Month 1', align: 'right' },
  { head: 'Month 3', align: 'right' },
  { head: 'Newest', align: 'right' },
  { head: 'Target', align: 'right' },
  { head: 'Due' },
  { head: 'Progress', align: 'right' },
]

function criteria(rows: readonly DashboardRow[], style: Style): string {
  if (rows.length === 0) return 'No success criterion is defined.\n'
  const cells = rows.map((row) => [
    { text: visible(row.unit ? `${row.metric} (${row.unit})` : row.metric) },
    { text: row.direction ?? '-' },
    { text: number(row.baseline) },
    milestone(row.month1),
    milestone(row.month3),
    { text: row.newest ? String(row.newest.value) : '-' },
    { text: number(row.target) },
    { text: row.deadline ?? '-' },
    progress(row),
  ])
  return table(columns, cells, style)
}

function number(value: number | undefined): string {
  return value === undefined ? '-' : String(value)
}

function milestone(reading: Milestone): { readonly text: string; readonly look?: 'warning' } {
  if (reading === 'missing') return { text: 'missing', look: 'warning' }
  return { text: reading === 'not due' ? '-' : String(reading.value) }
}

function progress({ progress: share, met }: DashboardRow): { readonly text: string; readonly look?: 'good' } {
  if (met) return { text: 'met', look: 'good' }
  return { text: share === undefined ? '-' : inPercent(share) }
}
