import type { Template } from '../yaml/template.ts'
import type { FieldMap } from './import-map.ts'
import type { Converted } from './values.ts'

/** How a key of the map fared over all pilots. */
export interface FieldReport {
  readonly path: string
  readonly columns: readonly string[]
  readonly written: number
  /** Cells in which nothing stands, or a text that stands for nothing. */
  readonly unknown: number
  readonly leftOut: readonly Tally[]
  readonly remarks: readonly Tally[]
}

/** A reason, how often it was met, and the first cell it was met in. */
export interface Tally {
  readonly says: string
  readonly count: number
  readonly example: string
}

/** What became of a cell. */
export interface Value {
  readonly cell: string
  readonly converted: Converted
  /** What stands in the file: that of the cell, or what the map says otherwise. */
  readonly value: Template | undefined
}

/** Counts what became of the cells of one key. */
export class Report {
  readonly #field: FieldMap
  readonly #leftOut = new Map<string, Tally>()
  readonly #remarks = new Map<string, Tally>()
  #written = 0
  #unknown = 0

  constructor(field: FieldMap) {
    this.#field = field
  }

  add({ cell, converted, value }: Value): void {
    if (value !== undefined) this.#written++
    if (converted.is === 'unknown') this.#unknown++
    if (converted.is === 'left-out') count(this.#leftOut, converted.reason, cell)
    if (converted.is === 'value' && converted.remark !== undefined)
      count(this.#remarks, converted.remark, cell)
  }

  finished(): FieldReport {
    return {
      path: this.#field.path.join('.'),
      columns: this.#field.columns.map(({ name }) => name),
      written: this.#written,
      unknown: this.#unknown,
      leftOut: [...this.#leftOut.values()],
      remarks: [...this.#remarks.values()],
    }
  }
}

function count(tallies: Map<string, Tally>, says: string, example: string): void {
  const known = tallies.get(says)
  tallies.set(says, { says, count: (known?.count ?? 0) + 1, example: known?.example ?? example.trim() })
}
