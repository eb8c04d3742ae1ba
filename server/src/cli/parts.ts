import { posix } from 'node:path'
import { isKept } from '../engine/kept-shape.ts'
import { isDate, latest } from '../engine/pilot/dates.ts'
import { isNumber, isText, listOf, maybe, recordOf } from '../engine/shape.ts'
import { compareTexts } from '../engine/text/compare.ts'
import { type Shelf, shelfOf } from './cache/shelf.ts'
import type { CheckOptions } from './check-paths.ts'
import { UsageError } from './exit.ts'
import { fullPath, fullPaths } from './inputs.ts'
import type { Io } from './io.ts'

/** What a run says of itself in the first line of what it leaves to `merge`. */
export interface PartHead {
  readonly type: string
  readonly version: number
  readonly paths: readonly string[]
  readonly today: string
  readonly asOf?: string | undefined
}

const TYPE = 'pilots-part'
const VERSION = 1

/** The text that `merge` takes, line by line: what there is to say of each file by itself. The paths are those of `pathsBelow`. */
export function* partText(
  paths: readonly string[],
  { asOf }: Pick<CheckOptions, 'asOf'>,
  { lines, today }: { readonly lines: readonly Uint8Array[]; readonly today: string },
): Generator<string, void> {
  const head: PartHead = { type: TYPE, version: VERSION, paths, today, asOf }
  yield `${JSON.stringify(head)}\n`
  for (const line of lines) yield Buffer.from(line).toString('utf8')
}

/** What shards are about, each place once and in one spelling, however the paths were written and in whichever order. */
export function pathsBelow(paths: readonly string[], io: Pick<Io, 'cwd'>): readonly string[] {
  const ways = fullPaths(paths, io).map((full) => posix.relative(io.cwd, full) || '.')
  return [...new Set(ways)].sort(compareTexts)
}

export function isPart(text: string): boolean {
  return text.startsWith(`{"type":"${TYPE}",`)
}

/** What `merge` has to know of the parts: what all of them are about, and what they hold. */
export interface Parts extends Pick<PartHead, 'paths' | 'today' | 'asOf'> {
  readonly shelves: readonly Shelf[]
}

/** Reads the parts of one check. What they say of single files is not looked at before it is asked for. */
export async function readParts(files: readonly string[], io: Io): Promise<Parts> {
  const parts: { readonly head: PartHead; readonly bytes: Uint8Array }[] = []
  for (const file of files) parts.push(await readPart(file, io))
  const [first] = parts
  if (!first)
    throw new UsageError('There are no parts to merge. Name the files that pilots check --part wrote.')
  const { paths, asOf } = first.head
  for (const [index, { head }] of parts.entries()) {
    if (head.asOf !== asOf || head.paths.join('\0') !== paths.join('\0'))
      throw new UsageError(
        `"${files[index]}" is of another check than "${files[0]}". Give all shards the same paths and the same day.`,
      )
  }
  const strange = paths.find((path) => !isBelow(path, io))
  if (strange !== undefined)
    throw new UsageError(
      `The parts are of "${strange}", which is not in this folder. Run merge where the shards ran.`,
    )
  const today = latest(...parts.map(({ head }) => head.today)) ?? io.today
  return { paths, asOf, today, shelves: parts.map(({ bytes }) => shelfOf(bytes, isKept)) }
}

/** A part comes from elsewhere, and must not lead out of the folder, nor to standard input. */
export function isBelow(path: string, io: Pick<Io, 'cwd'>): boolean {
  if (path === '-') return false
  const way = posix.relative(io.cwd, fullPath(path, io))
  return !posix.isAbsolute(way) && way.split('/')[0] !== '..'
}

async function readPart(file: string, io: Io): Promise<{ head: PartHead; bytes: Uint8Array }> {
  const bytes = await io.files.readBytes(fullPath(file, io))
  if (!bytes) throw new UsageError(`"${file}" cannot be read. Name the files that pilots check --part wrote.`)
  const end = bytes.indexOf(10)
  const head = headOf(Buffer.from(bytes.subarray(0, end === -1 ? 0 : Math.min(end, HEAD))).toString('utf8'))
  if (!head)
    throw new UsageError(`"${file}" is no part of a check. Name the files that pilots check --part wrote.`)
  if (head.version !== VERSION)
    throw new UsageError(`"${file}" was written by another version of pilots. Use the same one everywhere.`)
  return { head, bytes }
}

/** Bytes of the first line. */
const HEAD = 100_000

function headOf(line: string): PartHead | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isHead(value) && value.type === TYPE && isDate(value.today) ? value : undefined
  } catch {
    return undefined
  }
}

const isHead = recordOf<PartHead>({
  type: isText,
  version: isNumber,
  paths: listOf(isText),
  today: isText,
  asOf: maybe(isText),
})
