import schema from '../../../../schemas/import-map.schema.json' with { type: 'json' }
import { type Property, type Vocabulary, vocabularyOf } from '../schema/vocabulary.ts'
import type { Span } from '../text/span.ts'
import type { DateOrder } from './dates.ts'

/** What the schema says about the map of an import. */
export const mapWords: Vocabulary = vocabularyOf(schema, { root: 'map', noun: 'a map' })

/** Which column of a table becomes which key of a pilot. An immutable value. */
export interface ImportMap {
  /** In the order of the map. */
  readonly fields: readonly FieldMap[]
  /** The rows that are taken: each column has to hold one of its texts. */
  readonly only: readonly RowFilter[]
  /** The column that tells pilots with the same title apart. */
  readonly id: Column | undefined
  /** Absent where the map does not say; month-first then. */
  readonly dates: DateOrder | undefined
  /** Absent where it is to be found out. */
  readonly delimiter: string | undefined
  /** Texts that stand for nothing, in small letters. */
  readonly unknown: ReadonlySet<string>
}

/** A column, and where the map names it. */
export interface Column {
  readonly name: string
  readonly span: Span
}

export interface RowFilter {
  readonly column: Column
  readonly texts: readonly string[]
}

export type CellValue = string | number | boolean

/** Where the value of one key comes from. */
export interface FieldMap {
  /** The key with those above it. */
  readonly path: readonly string[]
  /** What the format says of it; absent for a key of the author's own. */
  readonly property: Property | undefined
  /** The first in which something stands counts; none where the value is the same for every pilot. */
  readonly columns: readonly Column[]
  /** What the texts of the column stand for, by the text in small letters. */
  readonly words: ReadonlyMap<string, CellValue>
  readonly otherwise: CellValue | undefined
  /** The same for every pilot. */
  readonly value: CellValue | undefined
  /** What stands between the entries of a list. */
  readonly split: string | undefined
}
