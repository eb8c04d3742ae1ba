import { posix } from 'node:path'
import {
  BASELINE_FILE,
  type Baseline,
  type BaselineFile,
  baselineJson,
  baselineOf,
  totalOf,
} from '../../engine/baseline/baseline.ts'
import { baselineFileOf, prunedFile } from '../../engine/baseline/match.ts'
import { configPathsFor, folderOf, placesUpwards } from '../../engine/config/paths.ts'
import { compareTexts } from '../../engine/text/compare.ts'
import { counted } from '../../engine/text/counted.ts'
import { visible } from '../../engine/text/visible.ts'
import { analyzePaths } from '../analyze-paths.ts'
import { Baselines, type PlacedBaseline } from '../baselines.ts'
import type { Checked, Results } from '../checked.ts'
import { type ConfigOptions, rootFor } from '../configurations.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { fullPath, fullPaths, placesOf } from '../inputs.ts'
import type { Io } from '../io.ts'
import { joined } from '../paths.ts'
import { refusal } from '../refusal.ts'
import { baselineReport, baselineReportJson } from '../report/baseline.ts'
import { jsonText } from '../report/json.ts'
import { styleFor } from '../report/style.ts'
import { type Survey, survey, tells } from '../survey.ts'
import { complain } from './check.ts'

export type BaselineAction = 'create' | 'prune' | 'show'
export const baselineActions: readonly BaselineAction[] = ['create', 'prune', 'show']

export interface BaselineOptions extends ConfigOptions {
  readonly force?: boolean | undefined
  readonly format: 'pretty' | 'json'
}

/** Writes the baseline that holds for the folder of the run, or prunes or shows those of all pilots. */
export async function baseline(action: BaselineAction, options: BaselineOptions, io: Io): Promise<ExitCode> {
  if (action === 'create') return create(options, io)
  return action === 'prune' ? prune(options, io) : show(options, io)
}

function missing(where: string): UsageError {
  return new UsageError(`There is no ${BASELINE_FILE} for ${where}. pilots baseline create makes one.`)
}

/** Those that hold for the folder of the run and for all pilots around it, also those that are gone, whatever a check would leave out. */
async function show({ format }: BaselineOptions, io: Io): Promise<ExitCode> {
  const baselines = new Baselines(io)
  const places = fullPaths(await placesOf([], {}, io), io)
  const pilots = await Promise.all(places.map((place) => io.files.list(place)))
  const below = await Promise.all(places.map((place) => io.files.baselinesBelow?.(place) ?? []))
  const found = new Set<PlacedBaseline>()
  for (const full of [`${io.cwd}/.`, ...pilots.flatMap(({ paths }) => paths), ...below.flat()]) {
    const placed = await baselines.of(full)
    if (placed) found.add(placed)
  }
  if (found.size === 0) throw missing('this folder')
  const shown = [...found]
    .sort((a, b) => compareTexts(a.path, b.path))
    .map((placed) => ({ ...placed, name: posix.relative(io.cwd, placed.path) }))
  io.out(format === 'json' ? jsonText(baselineReportJson(shown)) : baselineReport(shown, styleFor(io)))
  return exit.clean
}

async function create(options: BaselineOptions, io: Io): Promise<ExitCode> {
  const path = await placeFor(io)
  const shown = posix.relative(io.cwd, path)
  const old = await io.files.read(path, folderOf(path) || '/')
  const isThere = (await io.files.kindOf(path)) !== 'missing'
  if (isThere && !options.force)
    throw new UsageError(
      `There is a ${shown} already. pilots baseline prune takes out what is fixed; create --force takes in everything anew.`,
    )
  if (isThere && old.kind !== 'text') throw new UsageError(`${shown} cannot be replaced: it is no text file.`)
  const all = await found(options, io)
  const results = await governed(all, path, io)
  if (complain(results, io)) return nothingWritten(io)
  const { away, unreadable } = isThere ? await keptFrom(path, results, io) : nothingKept
  const made = baselineOf(new Map([...filesOf(results, path, io), ...away, ...unreadable]))
  await write(path, old.kind === 'text' ? old.text : undefined, made, io)
  const where = `in ${made.files.size} of ${counted(results.files.length + away.length, 'file')}`
  io.out(
    `Wrote ${visible(shown)} with ${counted(totalOf(made), 'finding')} ${where}. Commit it: from now on pilots check counts what is new.\n`,
  )
  tellOfUnreadable(results, new Set(unreadable.map(([held]) => joined(folderOf(path), held))), io)
  await tellOfOthers(all, io)
  return exit.clean
}

/** What is wrong in a file that does not parse comes to light when it does, and counts as new then. */
function tellOfUnreadable({ files }: Results, kept: ReadonlySet<string>, io: Io): void {
  const [first, ...more] = files.filter(
    ({ path, analysis }) => !analysis.readable && !kept.has(fullPath(path, io)),
  )
  if (!first) return
  const which =
    more.length === 0 ? visible(first.path) : `${more.length + 1} files, such as ${visible(first.path)},`
  io.err(
    `pilots: ${which} cannot be read as a pilot, so nothing of it is in the baseline. Mend it, then run pilots baseline create --force.\n`,
  )
}

/** A check without a path goes on to count what no baseline holds. */
async function tellOfOthers({ files }: Results, io: Io): Promise<void> {
  const baselines = new Baselines(io)
  const found = files.filter(({ analysis }) => analysis.findings.length > 0)
  const places = await Promise.all(found.map(({ path }) => baselines.placeOf(fullPath(path, io))))
  const others = found.filter((_, index) => places[index] === undefined)
  if (!others[0]) return
  const have = others.length === 1 ? 'has no baseline,' : 'have no baseline, such as'
  io.err(
    `pilots: ${counted(others.length, 'other pilot')} ${have} ${visible(others[0].path)}. Run pilots baseline create in its folder, too.\n`,
  )
}

/** As the check asks for it, which looks at all pilots wherever it runs: each baseline of which something is fixed. */
async function prune(options: BaselineOptions, io: Io): Promise<ExitCode> {
  const results = await found(options, io)
  if (complain(results, io)) return nothingWritten(io)
  const paths = [...(await placesOf([], {}, io)), io.cwd]
  const surveys = await survey(results, { paths, isWhole: true }, io)
  if (surveys.length === 0) throw missing('these pilots')
  for (const each of surveys.toSorted((a, b) => compareTexts(a.placed.path, b.placed.path)))
    await pruneOne(each, io)
  return exit.clean
}

async function pruneOne(own: Survey, io: Io): Promise<void> {
  const { placed } = own
  const files = own.files.flatMap(({ checked, path, entry }) => {
    const left = entry && prunedFile(entry.file, checked.analysis, tells(checked, own.idle))
    return left ? [[path, left] as const] : []
  })
  const pruned = baselineOf(new Map([...files, ...awayOf(own)]))
  const [before, after] = [totalOf(placed.baseline), totalOf(pruned)]
  const shown = visible(posix.relative(io.cwd, placed.path))
  const isChanged = jsonText(baselineJson(pruned)) !== placed.text
  if (isChanged) await write(placed.path, placed.text, pruned, io)
  const fixed = before - after
  const left = `${counted(after, 'finding')} ${after === 1 ? 'is' : 'are'} left.`
  const nothing = isChanged ? `Brought ${shown} up to date` : `Nothing of ${shown} is fixed`
  io.out(`${fixed === 0 ? nothing : `Took ${counted(fixed, 'fixed finding')} out of ${shown}`}: ${left}\n`)
}

/** Where a baseline is, or belongs: beside the configuration, else at the root. */
async function placeFor(io: Io): Promise<string> {
  const here = `${io.cwd}/.`
  const known = await new Baselines(io).placeOf(here)
  if (known !== undefined) return known
  const root = await rootFor(here, io)
  for (const path of configPathsFor(here, root))
    if ((await io.files.kindOf(path)) === 'file') return `${folderOf(path)}/${BASELINE_FILE}`
  return `${root}/${BASELINE_FILE}`
}

/** What is found in all pilots, as a check does without a path: what is found among them depends on all. */
async function found({ config }: BaselineOptions, io: Io): Promise<Results> {
  return analyzePaths(await placesOf([], {}, io), { config, allowEmpty: true }, io)
}

/** The pilots that a baseline at a place holds for: of the same repository, and of no baseline that is nearer to them. */
async function governed(results: Results, path: string, io: Io): Promise<Results> {
  const baselines = new Baselines(io)
  const isOwn = async ({ path: shown }: Pick<Checked, 'path'>): Promise<boolean> => {
    const full = fullPath(shown, io)
    const places = placesUpwards(full, await rootFor(full, io), BASELINE_FILE)
    return places.includes(path) && [path, undefined].includes(await baselines.placeOf(full))
  }
  const own = await Promise.all(results.files.map(isOwn))
  return { ...results, files: results.files.filter((_, index) => own[index]) }
}

function filesOf(results: Results, path: string, io: Io): Baseline['files'] {
  const files = results.files.flatMap((checked) => {
    const file = baselineFileOf(checked.analysis)
    return file ? [[posix.relative(folderOf(path), fullPath(checked.path, io)), file] as const] : []
  })
  return new Map(files)
}

type Held = readonly (readonly [path: string, file: BaselineFile])[]

interface Kept {
  /** Of pilots that are not checked out. */
  readonly away: Held
  /** Of files that cannot be read as pilots for now, as in the middle of a merge. */
  readonly unreadable: Held
}

const nothingKept: Kept = { away: [], unreadable: [] }

/** What stays of the baseline that is replaced, since nobody can tell what is fixed of it; nothing where it cannot be read. */
async function keptFrom(path: string, results: Results, io: Io): Promise<Kept> {
  try {
    const surveys = await survey(results, { paths: [folderOf(path) || '/'], isWhole: false }, io)
    const own = surveys.filter(({ placed }) => placed.path === path)
    return { away: own.flatMap(awayOf), unreadable: own.flatMap(unreadableOf) }
  } catch (error) {
    if (error instanceof UsageError) return nothingKept
    throw error
  }
}

function unreadableOf({ files }: Survey): Held {
  return files.flatMap(({ checked, path, entry }) =>
    entry && !checked.analysis.readable ? [[path, entry.file] as const] : [],
  )
}

function awayOf({ away, placed }: Survey): Held {
  return away.flatMap((path) => {
    const file = placed.baseline.files.get(path)
    return file ? [[path, file] as const] : []
  })
}

async function write(path: string, before: string | undefined, made: Baseline, io: Io): Promise<void> {
  const after = jsonText(baselineJson(made))
  const folder = folderOf(path) || '/'
  const written =
    before === undefined
      ? await io.writes.create(path, after, folder)
      : await io.writes.replace(path, { before, after }, folder)
  if (written.kind !== 'written')
    throw new UsageError(`${posix.relative(io.cwd, path)} is not written: ${refusal(written)}.`)
}

function nothingWritten(io: Io): ExitCode {
  io.err('pilots: nothing was written.\n')
  return exit.usage
}
