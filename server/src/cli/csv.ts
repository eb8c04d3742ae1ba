import { CsvError, parse } from 'csv-parse/sync'
import type { Row, Table } from '../engine/import/import-rows.ts'
import { grouped } from '../engine/text/grouped.ts'
import { UsageError } from './exit.ts'

export interface ReadTable extends Table {
  /** Rows with more cells than there are columns: what stands in which column of them is anyone's guess. */
  readonly torn: readonly number[]
}

/** Rows that become files at most. */
const MOST_ROWS = 50_000
/** Of a row that ends early, all cells count: each is held. */
const MOST_CELLS = 20_000_000
/** As many as a spreadsheet has columns. */
const MOST_IN_LINE = 16_384

/** Reads a table whose first row names the columns (RFC 4180). Rows that are empty do not count. */
export function readCsv(text: string, name: string, delimiter: string | undefined): ReadTable {
  // The parser takes the first end of a line for that of all: behind CR LF, lines that end with LF would be one row.
  const even = text.replaceAll('\r\n', '\n')
  const [first, sign] = FOR_EXCEL.exec(even) ?? ['']
  const table = even.slice(first.length)
  const lines = first === '' ? 0 : 1
  const [header, ...records] = recordsOf(table, {
    name,
    delimiter: delimiter ?? sign ?? delimiterOf(table),
    lines,
  })
  if (!header) throw new UsageError(`${name} is empty. Its first row has to name the columns.`)
  if (records.length > MOST_ROWS)
    throw new UsageError(`${name} has more than ${grouped(MOST_ROWS)} rows. Split it.`)
  if (records.length * header.length > MOST_CELLS)
    throw new UsageError(
      `${name} has ${grouped(header.length)} columns, and more than ${grouped(MOST_CELLS)} cells. Remove columns, or split it.`,
    )
  const rows: Row[] = []
  const torn: number[] = []
  for (const [index, record] of records.entries()) {
    if (record.every((cell) => cell.trim() === '')) continue
    if (record.slice(header.length).some((cell) => cell.trim() !== '')) torn.push(index + 1)
    // Spreadsheets leave out the empty cells at the end.
    else rows.push({ number: index + 1, cells: header.map((_, column) => record[column] ?? '') })
  }
  return { name, columns: header.map((cell) => cell.trim()), rows, torn }
}

/** A line in front of the table that says only for Excel what stands between the cells. */
const FOR_EXCEL = /^\uFEFF?"?sep=(.)"?\n/i

interface Reading {
  readonly name: string
  readonly delimiter: string
  /** Lines in front of the table. */
  readonly lines: number
}

function recordsOf(text: string, reading: Reading): readonly (readonly string[])[] {
  const { name, delimiter, lines } = reading
  refuseLong(text.replaceAll('\r', '\n'), reading)
  let cells = 0
  const count = (record: string[]): string[] => {
    cells += record.length
    if (cells > MOST_CELLS)
      throw new UsageError(`${name} has more than ${grouped(MOST_CELLS)} cells. Remove columns, or split it.`)
    return record
  }
  try {
    // One more than the first row and those that are too many, so that it shows.
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      on_record: count,
      to: MOST_ROWS + 2,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? `, line ${error['lines'] + lines}` : ''
    throw new UsageError(`${name}${line}: ${reasons[error.code] ?? 'this is no CSV'}.`)
  }
}

/** The parser holds every cell of a row before anybody can count them. */
function refuseLong(text: string, { name, delimiter, lines }: Reading): void {
  let next = text.indexOf(delimiter)
  for (let start = 0, line = lines + 1; next >= 0; line++) {
    const end = text.indexOf('\n', start)
    let count = 1
    for (; next >= 0 && (end < 0 || next < end); count++)
      next = text.indexOf(delimiter, next + delimiter.length)
    if (count > MOST_IN_LINE)
      throw new UsageError(
        `${name}, line ${line}: more than ${grouped(MOST_IN_LINE)} cells, which no spreadsheet has in a row. Remove columns.`,
      )
    start = end + 1
  }
}

const reasons: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed. Close it',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote. Double the quotes inside a cell',
  INVALID_OPENING_QUOTE:
    'a quote stands inside a cell that is not quoted. Put the whole cell in quotes, and double those inside',
}

const delimiters = [',', ';', '\t', '|'] as const

/** Whichever parts the first row, outside of quotes, into most columns. */
function delimiterOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 100_000))?.[0] ?? ''
  const bare = first.replace(/"(?:[^"]|"")*"/g, '')
  const counted = delimiters.map((sign) => ({ sign, count: bare.split(sign).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).sign
}
