import type { Turn } from '../../engine/forecast.ts'
import type { IsoDate } from '../../engine/pilot/dates.ts'
import { pageOf } from '../../engine/rules/page.ts'
import { counted } from '../../engine/text/counted.ts'
import { visible } from '../../engine/text/visible.ts'
import type { Unread } from '../checked.ts'
import { jsonText } from './json.ts'
import { pilotNames } from './pilot-names.ts'
import type { Style } from './style.ts'
import { type Column, table } from './table.ts'

/** What time alone will bring about in the pilots of a run. */
export interface Outlook {
  readonly asOf: IsoDate
  /** The last day that was looked at. */
  readonly until: IsoDate
  /** How many were looked at. */
  readonly pilots: number
  readonly unread: readonly Unread[]
  /** In the order of the days, then of the paths. */
  readonly coming: readonly Coming[]
}

export interface Coming extends Turn {
  readonly path: string
  readonly name: string | undefined
  readonly title: string | undefined
}

const columns: readonly Column[] = [
  { head: 'Day' },
  { head: 'Pilot', most: 40 },
  { head: 'Severity' },
  { head: 'Rule' },
  { head: 'Finding', most: 300 },
]

/** The forecast for people, a finding in each row. */
export function forecastTable({ asOf, until, pilots, coming }: Outlook, style: Style): string {
  const span = `from ${asOf} to ${until}, if nothing changes`
  if (coming.length === 0) return `No new findings in ${counted(pilots, 'pilot')} ${span}.\n`
  const called = pilotNames(coming)
  const rows = coming.map(({ date, finding, was, ...pilot }) => [
    { text: date },
    { text: visible(called(pilot)) },
    { text: was ? `${was} → ${finding.severity}` : finding.severity, look: finding.severity },
    { text: visible(finding.rule) },
    { text: visible(finding.message) },
  ])
  const affected = new Set(coming.map(({ path }) => path)).size
  const pilotsWith =
    affected === pilots ? counted(pilots, 'pilot') : `${affected} of ${counted(pilots, 'pilot')}`
  return `${table(columns, rows, style)}\n${counted(coming.length, 'finding')} in ${pilotsWith} ${span}.\n`
}

/** The forecast for programs. Keys are only ever added within a version. */
export function forecastJson({ asOf, until, unread, coming }: Outlook): string {
  const findings = coming.map(({ date, path, name, finding, was }) => {
    const { rule, severity, message } = finding
    return { date, path, pilot: name, rule, severity, was, message, help: pageOf(rule) }
  })
  return jsonText({ version: 1, asOf, until, findings, unread })
}
