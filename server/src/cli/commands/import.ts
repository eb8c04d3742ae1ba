import { posix } from 'node:path'
import type { Column, ImportMap } from '../../engine/import/import-map.ts'
import type { ImportedPilot, Table } from '../../engine/import/import-rows.ts'
import { readMap } from '../../engine/import/read-map.ts'
import { usFederal2025 } from '../../engine/import/us-federal-2025.ts'
import type { ReadResult } from '../../engine/ports.ts'
import { nearest } from '../../engine/schema/suggest.ts'
import { visible } from '../../engine/text/visible.ts'
import { Configurations } from '../configurations.ts'
import { readCsv } from '../csv.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { importAgain } from '../import-again.ts'
import { fullPath } from '../inputs.ts'
import type { Io } from '../io.ts'
import { refusal, refuseNoFolder } from '../refusal.ts'
import { importJson, importReport } from '../report/import.ts'
import { jsonText } from '../report/json.ts'
import { placeText } from '../report/place.ts'
import { styleFor } from '../report/style.ts'

export interface ImportOptions {
  /** The name of a map of ours, or a file. */
  readonly map: string
  readonly out: string
  readonly skipExisting?: boolean | undefined
  readonly dryRun?: boolean | undefined
  readonly format: 'pretty' | 'json'
}

/** The maps that come with the program. */
const maps: ReadonlyMap<string, string> = new Map([['us-federal-2025', usFederal2025]])

/** Turns each row of a table into a pilot file. Overwrites nothing. */
export async function importTable(path: string, options: ImportOptions, io: Io): Promise<ExitCode> {
  refuseNoFolder(options.out)
  const map = await mapNamed(options.map, io)
  if (!map) return exit.usage
  const table = readCsv(
    await textOf(await io.files.readTable(fullPath(path, io)), { path }, io),
    posix.basename(path),
    map.delimiter,
  )
  checkColumns(map, table, options.map)
  const { settings } = await new Configurations({}, io).of(fullPath(pathOf('a', options.out), io))
  const { currency } = settings
  const own = (name: string): string => pathOf(name, options.out)
  const imported = await importAgain({ table, map, today: io.today, currency, pathOf: own }, io)
  const existing = await existingOf(imported.pilots, options.out, io)
  const kept = new Set(existing.map(({ name }) => name))
  const wanted = imported.pilots.filter(({ name }) => !kept.has(name))
  const isRefused = existing.length > 0 && !options.skipExisting
  const written = options.dryRun || isRefused ? [] : await writeAll(wanted, options.out, io)
  const doing = options.dryRun ? 'shown' : 'written'
  const state = isRefused ? 'refused' : doing
  const done = {
    ...imported,
    torn: table.torn,
    rows: table.rows.length + table.torn.length,
    state,
    existing,
    written,
  } as const
  const paths = { out: withoutSlash(options.out), pathOf: own }
  io.out(
    options.format === 'json' ? jsonText(importJson(done, paths)) : importReport(done, paths, styleFor(io)),
  )
  if (isRefused)
    io.err('pilots: nothing was written. Move the files away, or keep them with --skip-existing.\n')
  const isComplete = !isRefused && (options.dryRun === true || written.length === wanted.length)
  return isComplete ? exit.clean : exit.usage
}

async function mapNamed(name: string, io: Io): Promise<ImportMap | undefined> {
  const own = maps.get(name)
  const read = (): Promise<ReadResult> => io.files.read(fullPath(name, io), undefined)
  const text = own ?? (await textOf(await read(), { path: name, others: [...maps.keys()] }, io))
  const { map, lines, findings } = readMap(text)
  for (const { message, span } of findings)
    io.err(`pilots: ${visible(name)}:${placeText({ text, lines }, span.start)}: ${visible(message)}\n`)
  return findings.length === 0 ? map : undefined
}

/** A file that the user named. */
interface NamedFile {
  readonly path: string
  /** What could have been named instead. */
  readonly others?: readonly string[]
}

async function textOf(result: ReadResult, { path, others = [] }: NamedFile, io: Io): Promise<string> {
  switch (result.kind) {
    case 'text':
      return result.text
    case 'missing': {
      if ((await io.files.kindOf(fullPath(path, io))) !== 'missing')
        throw new UsageError(`${path} cannot be read: it is no regular file, or reading it is not allowed.`)
      const meant = nearest(path, others) ?? others.find((each) => each.startsWith(path))
      throw new UsageError(`There is no file "${path}".${meant ? ` Did you mean ${meant}?` : ''}`)
    }
    case 'too-large':
      throw new UsageError(`${path} is too large. Split it.`)
    case 'not-utf-8':
      throw new UsageError(`${path} is not UTF-8 text. Save it as "CSV UTF-8".`)
  }
}

function checkColumns({ fields, only, id }: ImportMap, { columns, name }: Table, map: string): void {
  const used: readonly Column[] = [
    ...fields.flatMap((field) => field.columns),
    ...only.map(({ column }) => column),
    ...(id ? [id] : []),
  ]
  for (const column of used.map((each) => each.name)) {
    const count = columns.filter((each) => each === column).length
    if (count === 1) continue
    const meant = nearest(column, columns)
    const advice = meant ? `Did you mean "${meant}"?` : `It has: ${columns.slice(0, 20).join(', ')}.`
    throw new UsageError(
      count > 1
        ? `${name} has ${count} columns "${column}", which ${map} names. Give them different names.`
        : `${name} has no column "${column}", which ${map} names. ${advice}`,
    )
  }
}

/** The pilots for which there is a file already, also one whose name differs only in small and capital letters. */
async function existingOf(
  pilots: readonly ImportedPilot[],
  out: string,
  io: Io,
): Promise<readonly ImportedPilot[]> {
  const folder = fullPath(withoutSlash(out), io)
  const kind = await io.files.kindOf(folder)
  if (kind === 'missing') return []
  if (kind !== 'folder') throw new UsageError(`"${out}" is a file. Name a folder behind --out.`)
  const { paths } = await io.files.list(folder)
  const inside = paths.filter((path) => posix.dirname(path) === folder)
  const names = new Set(inside.map((path) => posix.basename(path).toLowerCase()))
  const isThere = await Promise.all(
    pilots.map(async ({ name }) => {
      const file = posix.basename(pathOf(name, out))
      if (names.has(file) || names.has(`${name}.pilot.yml`)) return true
      return (await io.files.kindOf(`${folder}/${file}`)) !== 'missing'
    }),
  )
  return pilots.filter((_, index) => isThere[index])
}

/** Those that could be written; what keeps one from it is said. */
async function writeAll(
  pilots: readonly ImportedPilot[],
  out: string,
  io: Io,
): Promise<readonly ImportedPilot[]> {
  const written: ImportedPilot[] = []
  for (const pilot of pilots) {
    const path = pathOf(pilot.name, out)
    const result = await io.writes.create(fullPath(path, io), pilot.text, io.cwd)
    if (result.kind === 'written') written.push(pilot)
    else {
      io.err(`pilots: ${visible(path)} was not written: ${visible(refusal(result))}.\n`)
      // A full disk would refuse all others as well.
      if (result.kind !== 'exists') break
    }
  }
  return written
}

function withoutSlash(out: string): string {
  return out.replace(/(?<=.)[\\/]+$/, '')
}

function pathOf(name: string, out: string): string {
  return `${withoutSlash(out)}/${name}.pilot.yaml`
}
