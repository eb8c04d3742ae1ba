import type { ImportMap } from '../engine/import/import-map.ts'
import { type Imported, importRows, type Occasion, type Table } from '../engine/import/import-rows.ts'
import { visible } from '../engine/text/visible.ts'
import { fullPath } from './inputs.ts'
import type { Io } from './io.ts'

export interface Again extends Omit<Occasion, 'kept'> {
  readonly table: Table
  readonly map: ImportMap
  pathOf(name: string): string
}

/**
 * What an import makes of a table of which an earlier one may have been imported. A pilot whose title was its own then, and is not
 * any more, keeps its name where its file tells which row it was; where it does not, that is said.
 */
export async function importAgain({ table, map, pathOf, ...occasion }: Again, io: Io): Promise<Imported> {
  const first = importRows(table, map, occasion)
  const kept = new Map<string, string>()
  for (const name of first.shared) {
    const result = await io.files.read(fullPath(pathOf(name), io), undefined)
    if (result.kind === 'text') kept.set(name, result.text)
  }
  if (kept.size === 0) return first
  const second = importRows(table, map, { ...occasion, kept })
  for (const name of second.shared.filter((each) => kept.has(each)))
    io.err(
      `pilots: ${visible(pathOf(name))} has the title of several rows and may be one of them. Delete what is there twice.\n`,
    )
  return second
}
