import type { IsoDate } from '../pilot/dates.ts'
import { keysOf, pilotWords, ROOT } from '../schema/describe.ts'
import { pilotText } from '../templates/pilot.ts'
import { visible } from '../text/visible.ts'
import type { Template, TemplateBlock } from '../yaml/template.ts'
import { type FieldReport, Report, type Value } from './field-report.ts'
import type { CellValue, FieldMap, ImportMap } from './import-map.ts'
import { defectOf } from './misfit.ts'
import { namesFor, sharedNames } from './names.ts'
import { type Converted, convert, convertTarget, isUnknown } from './values.ts'

/** A table as it was read, its first row apart. */
export interface Table {
  /** Without folders. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

export interface Row {
  /** From 1, the first below the names of the columns. */
  readonly number: number
  /** As many as there are columns. */
  readonly cells: readonly string[]
}

/** What an import makes of a table. */
export interface Imported {
  readonly pilots: readonly ImportedPilot[]
  readonly fields: readonly FieldReport[]
  /** Rows that the map does not take. */
  readonly others: number
  /** Rows of which no pilot can be made. */
  readonly leftOut: readonly LeftOut[]
  /** The names that several rows would have, and none of them was given. */
  readonly shared: readonly string[]
}

export interface ImportedPilot {
  readonly row: number
  readonly name: string
  readonly text: string
}

export interface LeftOut {
  readonly row: number
  readonly reason: string
}

/** What an import is made under. */
export interface Occasion {
  readonly today: IsoDate
  /** What a pilot counts in that names no currency. */
  readonly currency: string
  /** The texts of files that are there, by the names that several rows would have. */
  readonly kept?: ReadonlyMap<string, string> | undefined
}

/** Makes a pilot of each row that the map takes. The table has to have all columns of the map. */
export function importRows(table: Table, map: ImportMap, occasion: Occasion): Imported {
  const cellOf = cellsOf(table)
  const reports = map.fields.map((field) => new Report(field))
  const taken = table.rows.filter((row) => isTaken(row, map, cellOf))
  const leftOut: LeftOut[] = []
  const drafts: Draft[] = []
  for (const row of taken) {
    const asked = { map, cellOf, ...occasion, currency: currencyOf(row, { map, cellOf, ...occasion }) }
    const values = map.fields.map((field) => valueFor(row, { ...asked, field }))
    const title = values[map.fields.findIndex(({ path }) => path.join('.') === 'title')]?.value
    if (title === undefined) {
      leftOut.push({ row: row.number, reason: 'it has no title' })
      continue
    }
    for (const [index, each] of values.entries()) reports[index]?.add(each)
    drafts.push({ row, values, title: String(title) })
  }
  const wanted = drafts.map((draft) => named(draft, { map, cellOf }))
  const names = namesFor(wanted, (index, base) => {
    const [draft, text] = [drafts[index], occasion.kept?.get(base)]
    return (
      draft !== undefined &&
      text !== undefined &&
      isMade(text, textOf(base, { ...draft, table, fields: map.fields }))
    )
  })
  const pilots: ImportedPilot[] = []
  for (const [index, { row, values }] of drafts.entries()) {
    const name = names[index] ?? ''
    const text = textOf(name, { table, row, values, fields: map.fields })
    const reason = defectOf(text)
    if (reason === undefined) pilots.push({ row: row.number, name, text })
    else leftOut.push({ row: row.number, reason: `the file would not be valid: ${reason}` })
  }
  const fields = reports.map((report) => report.finished())
  const given = new Set(names)
  const shared = sharedNames(wanted).filter((base) => !given.has(base))
  return { pilots, fields, others: table.rows.length - taken.length, leftOut, shared }
}

type CellOf = (row: Row, column: string) => string

function cellsOf({ columns }: Table): CellOf {
  const places = new Map(columns.map((column, index) => [column, index]))
  return ({ cells }, column) => cells[places.get(column) ?? -1] ?? ''
}

function isTaken(row: Row, { only }: ImportMap, cellOf: CellOf): boolean {
  return only.every(({ column, texts }) => texts.includes(cellOf(row, column.name).trim().toLowerCase()))
}

interface Draft {
  readonly row: Row
  /** In the order of the map's fields. */
  readonly values: readonly Value[]
  readonly title: string
}

interface Asked extends Occasion {
  readonly field: FieldMap
  readonly map: ImportMap
  readonly cellOf: CellOf
}

/** What the pilot of a row counts in. */
function currencyOf(row: Row, asked: Omit<Asked, 'field'>): string {
  const field = asked.map.fields.find(({ path }) => path.join('.') === 'currency')
  const own = field && valueFor(row, { ...asked, field }).value
  return typeof own === 'string' ? own : asked.currency
}

function valueFor(row: Row, { field, map, cellOf, today, currency }: Asked): Value {
  const { value: fixed, otherwise, columns } = field
  const reading = { ...map, today, currency }
  const said = (target: CellValue | undefined): Converted =>
    target === undefined ? { is: 'unknown' } : convertTarget(target, field, reading)
  if (fixed !== undefined) return { cell: '', converted: said(fixed), value: valueIn(said(fixed)) }
  const cells = columns.map(({ name }) => cellOf(row, name))
  const cell = cells.find((each) => !isUnknown(each, map.unknown)) ?? cells[0] ?? ''
  const converted = convert(cell, field, reading)
  return { cell, converted, value: valueIn(converted) ?? valueIn(said(otherwise)) }
}

function valueIn(converted: Converted): Template | undefined {
  return converted.is === 'value' ? converted.value : undefined
}

function named(
  { row, values, title }: Draft,
  { map, cellOf }: Pick<Asked, 'map' | 'cellOf'>,
): Parameters<typeof namesFor>[0][number] {
  const own = values[map.fields.findIndex(({ path }) => path.join('.') === 'name')]?.value
  const id = map.id ? cellOf(row, map.id.name) : ''
  return { title: own === undefined ? title : String(own), id, content: row.cells.join('\u0000') }
}

interface Written {
  readonly table: Table
  readonly row: Row
  readonly values: readonly Value[]
  readonly fields: readonly FieldMap[]
}

function textOf(name: string, { table, row, values, fields }: Written): string {
  const nested = new Map<string, Nested>([
    ['apiVersion', { value: 'pilot-as-code/v1' }],
    ['stage', { value: 'criteria' }],
  ])
  for (const [index, { path }] of fields.entries()) {
    const value = values[index]?.value
    if (value !== undefined) put(nested, path, value)
  }
  nested.set('name', { value: name })
  const from = `# Imported from ${visible(table.name)}, row ${row.number}.\n`
  return from + pilotText(ordered(nested, ROOT))
}

/** Whether a file is what a row becomes, wherever that stands in which table. */
function isMade(text: string, made: string): boolean {
  const content = (each: string): string =>
    each
      .replaceAll('\r\n', '\n')
      .replace(/^#.*\n/, '')
      .trimEnd()
  return content(text) === content(made)
}

/** A value, or the keys of a block. */
interface Nested {
  readonly value?: Template
  readonly keys?: Map<string, Nested>
}

function put(into: Map<string, Nested>, [key = '', ...rest]: readonly string[], value: Template): void {
  if (rest.length === 0) {
    into.set(key, { value })
    return
  }
  const keys = into.get(key)?.keys ?? new Map<string, Nested>()
  into.set(key, { keys })
  put(keys, rest, value)
}

/** In the order of the format; keys that it does not name come last. */
function ordered(nested: ReadonlyMap<string, Nested>, def: string): TemplateBlock {
  const order = keysOf(def)
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length)
  const entries = [...nested].sort(([a], [b]) => rank(a) - rank(b))
  return Object.fromEntries(
    entries.map(([key, { value, keys }]) => {
      return [key, value ?? ordered(keys ?? new Map(), pilotWords.propertyOf(def, key)?.block ?? '')]
    }),
  )
}
