import type { Overview } from '../../engine/pilot/overview.ts'
import type { Verdict } from '../../engine/pilot/verdict.ts'
import { counted } from '../../engine/text/counted.ts'
import { visible } from '../../engine/text/visible.ts'
import { pilotNames } from './pilot-names.ts'
import type { Look, Style } from './style.ts'
import { type Cell, type Column, table } from './table.ts'

export interface StatusRow extends Overview {
  readonly path: string
  /** False where there is no pilot: all but what blocks it is a guess. */
  readonly readable: boolean
}

/** How a verdict reads. */
export const verdicts: Readonly<Record<Verdict, { readonly text: string; readonly look: Look }>> = {
  'in-purgatory': { text: 'in purgatory', look: 'error' },
  'at-risk': { text: 'at risk', look: 'warning' },
  healthy: { text: 'healthy', look: 'good' },
  'in-production': { text: 'in production', look: 'good' },
  'stopped-well': { text: 'stopped well', look: 'good' },
  stopped: { text: 'stopped', look: 'quiet' },
}

const columns: readonly Column[] = [
  { head: 'Pilot', most: 40 },
  { head: 'Stage' },
  { head: 'Readiness' },
  { head: 'Verdict' },
  { head: 'Next gate' },
  { head: 'Days left', align: 'right' },
  { head: 'Blocking', align: 'right' },
]

/** All pilots as a table, each in one row. */
export function statusTable(rows: readonly StatusRow[], style: Style): string {
  if (rows.length === 0) return 'No pilots.\n'
  const called = pilotNames(rows.filter(({ readable }) => readable))
  const cells = rows.map((row) => [
    ...(row.readable ? standing(row, called(row)) : unknown(row)),
    blocking(row),
  ])
  return `${table(columns, cells, style)}\n${summary(rows)}\n`
}

function standing(row: StatusRow, called: string): readonly Cell[] {
  return [
    { text: visible(called) },
    { text: row.stage },
    { text: ended(row) ? '-' : row.readiness },
    verdicts[row.verdict],
    { text: row.nextGate ? `${row.nextGate.stage ?? 'gate'} ${row.nextGate.due}` : '-' },
    daysLeft(row),
  ]
}

function unknown({ path }: StatusRow): readonly Cell[] {
  const none = { text: '-' }
  return [{ text: visible(path) }, none, none, notReadable, none, none]
}

const notReadable = { text: 'not readable', look: 'error' } as const

function blocking({ blocking: number }: StatusRow): Cell {
  return { text: String(number), look: number > 0 ? 'error' : 'quiet' }
}

function ended({ stage }: StatusRow): boolean {
  return stage === 'production' || stage === 'stopped'
}

function daysLeft({ daysLeft: days }: StatusRow): Cell {
  if (days === undefined) return { text: '-' }
  return days < 0 ? { text: `${-days} over`, look: 'error' } : { text: String(days) }
}

function summary(rows: readonly StatusRow[]): string {
  const known = Object.entries(verdicts).map(([verdict, { text }]) => ({
    text,
    number: rows.filter((row) => row.readable && row.verdict === verdict).length,
  }))
  const unread = rows.filter(({ readable }) => !readable).length
  const all = [...known, { text: notReadable.text, number: unread }]
  const parts = all.filter(({ number }) => number > 0).map(({ text, number }) => `${number} ${text}`)
  return `${counted(rows.length, 'pilot')}: ${parts.join(', ')}.`
}
