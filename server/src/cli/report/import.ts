import type { Tally } from '../../engine/import/field-report.ts'
import type { Imported, ImportedPilot } from '../../engine/import/import-rows.ts'
import { counted } from '../../engine/text/counted.ts'
import { shortListing } from '../../engine/text/listing.ts'
import { visible } from '../../engine/text/visible.ts'
import { cut, type Style } from './style.ts'
import { type Cell, type Column, table } from './table.ts'

/** An import that was done, shown, or refused because files were there. */
export interface ImportResult extends Imported {
  /** Of the whole table, without the empty ones. */
  readonly rows: number
  /** Rows with more cells than there are columns. */
  readonly torn: readonly number[]
  readonly state: 'written' | 'shown' | 'refused'
  /** Those for which there was a file. */
  readonly existing: readonly ImportedPilot[]
  readonly written: readonly ImportedPilot[]
}

export interface ImportPaths {
  /** The folder, as it was named. */
  readonly out: string
  pathOf(name: string): string
}

/** What an import made of each column, and what it left out. */
export function importReport(result: ImportResult, paths: ImportPaths, style: Style): string {
  const parts = [
    headline(result, paths, style),
    existingPart(result, paths),
    rowsPart(result),
    table(columns, result.fields.map(fieldRow), style),
    tallyPart('Left out:', result, ({ leftOut }) => leftOut),
    tallyPart('To know:', result, ({ remarks }) => remarks),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** The same for programs. */
export function importJson(result: ImportResult, { pathOf }: ImportPaths): object {
  const { state, rows, pilots, fields, others, leftOut, torn, existing, written } = result
  return {
    version: 1,
    state,
    rows,
    pilots: pilots.map(({ row, name }) => ({ row, name, path: pathOf(name) })),
    written: written.map(({ name }) => pathOf(name)),
    existing: existing.map(({ name }) => pathOf(name)),
    notTaken: others,
    leftOut: [...torn.map((row) => ({ row, reason: TORN })), ...leftOut],
    fields,
  }
}

const TORN = 'it has more cells than there are columns'

const columns: readonly Column[] = [
  { head: 'Key' },
  { head: 'Column', most: 40 },
  { head: 'Written', align: 'right' },
  { head: 'Unknown', align: 'right' },
  { head: 'Left out', align: 'right' },
]

function headline(
  { rows, pilots, state, written, existing }: ImportResult,
  { out }: ImportPaths,
  style: Style,
): string {
  const many = counted(pilots.length, 'pilot')
  const what = {
    written: `${counted(written.length, 'file')} written to ${visible(out)}/.`,
    shown: `${counted(pilots.length - existing.length, 'file')} would be written to ${visible(out)}/.`,
    refused: 'Nothing was written.',
  }[state]
  return `${counted(rows, 'row')}, ${many}. ${style.paint(state === 'refused' ? 'error' : 'good', what)}\n`
}

const MOST_LISTED = 20

function existingPart({ existing }: ImportResult, { pathOf }: ImportPaths): string {
  if (existing.length === 0) return ''
  const shown = existing.slice(0, MOST_LISTED).map(({ name }) => `  ${visible(pathOf(name))}\n`)
  const more = existing.length > MOST_LISTED ? `  and ${existing.length - MOST_LISTED} more\n` : ''
  return `There ${existing.length === 1 ? 'is' : 'are'} already:\n${shown.join('')}${more}`
}

function rowsPart({ others, leftOut, torn }: ImportResult): string {
  const byReason = new Map<string, number[]>(torn.length > 0 ? [[TORN, [...torn]]] : [])
  for (const { row, reason } of leftOut) byReason.set(reason, [...(byReason.get(reason) ?? []), row])
  const lines = [...byReason].map(([reason, rows]) => {
    const which = shortListing(rows.map(String), 10)
    return `No pilot was made of row ${which}: ${visible(reason)}.\n`
  })
  // A spreadsheet counts the row with the names, too.
  const note = lines.length > 0 ? 'Rows are counted from the first below the names of the columns.\n' : ''
  return (others > 0 ? `${counted(others, 'row')} not taken by the map.\n` : '') + lines.join('') + note
}

function fieldRow({
  path,
  columns: from,
  written,
  unknown,
  leftOut,
}: ImportResult['fields'][number]): readonly Cell[] {
  const out = leftOut.reduce((sum, each) => sum + each.count, 0)
  return [
    { text: path },
    { text: visible(from.join(', ')), look: 'quiet' },
    { text: String(written) },
    { text: String(unknown) },
    { text: String(out), ...(out > 0 ? { look: 'warning' } : {}) },
  ]
}

function tallyPart(
  heading: string,
  { fields }: ImportResult,
  talliesOf: (field: ImportResult['fields'][number]) => readonly Tally[],
): string {
  const lines = fields.flatMap((field) =>
    talliesOf(field).map(({ says, count: number, example }) => {
      const such = example === '' ? '' : `, such as "${cut(visible(example), 40)}"`
      return `  ${field.path}: ${number} ${visible(says)}${such}\n`
    }),
  )
  return lines.length === 0 ? '' : `${heading}\n${lines.join('')}`
}
