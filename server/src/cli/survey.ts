import { posix } from 'node:path'
import { type BaselineEntry, entryFor } from '../engine/baseline/baseline.ts'
import { folderOf, pathBelow } from '../engine/config/paths.ts'
import { fewAtATime } from '../engine/few-at-a-time.ts'
import { addTo } from '../engine/group-by.ts'
import { Baselines, type PlacedBaseline } from './baselines.ts'
import type { Checked, Results } from './checked.ts'
import { rootFor } from './configurations.ts'
import { fullPath, fullPaths } from './inputs.ts'
import type { Io } from './io.ts'
import { joined } from './paths.ts'

/** A baseline beside the files of a run that it holds for. */
export interface Survey {
  readonly placed: PlacedBaseline
  readonly files: readonly Surveyed[]
  /** The rules over all pilots where the run did not look at all of the repository: what they do not find need not be gone. */
  readonly idle: readonly string[]
  /** The paths in it of files that should have been among those of the run, and are not. */
  readonly lost: readonly string[]
  /** The paths in it of files that Git has not put into the folders: nobody knows what is fixed in them. */
  readonly away: readonly string[]
}

export interface Surveyed {
  readonly checked: Checked
  /** Below the folder of the baseline. */
  readonly path: string
  /** What the baseline holds of the file, with the path that it had then. */
  readonly entry: BaselineEntry | undefined
}

interface Gathered extends Pick<Survey, 'placed' | 'away'> {
  readonly files: readonly Checked[]
}

/** What a run was asked to look at. */
export interface Scope {
  readonly paths: readonly string[]
  /** Whether what is not found is gone; false where the user left out rules or pilots, or asks about another day. */
  readonly isWhole: boolean
}

/** The baselines that hold for the files behind the paths of a run, and where it is whole those of files that are gone, too. */
export async function survey(
  results: Results,
  { paths, isWhole }: Scope,
  io: Pick<Io, 'files' | 'cwd' | 'portfolioRules'>,
): Promise<readonly Survey[]> {
  const baselines = new Baselines(io)
  const groups = new Map<PlacedBaseline, Checked[]>()
  const wanted = fullPaths(paths, io)
  const asked = await Promise.all(wanted.map((path) => askedBy(path, isWhole, io)))
  for (const path of asked.flat()) {
    const placed = await baselines.of(path)
    if (placed) groups.set(placed, [])
  }
  const unplaced: string[] = []
  // Each folder is looked into, which takes a while for hundreds one after the other.
  await fewAtATime(results.files, ({ path }) => baselines.placeOf(fullPath(path, io)))
  for (const checked of results.files) {
    const full = fullPath(checked.path, io)
    const placed = await baselines.of(full)
    if (placed) addTo(groups, placed, checked)
    else unplaced.push(full)
  }
  if (groups.size === 0) return []
  const unreached = await unreachedAmong(unplaced, io)
  const unread = new Set(results.unread.map(({ path }) => fullPath(path, io)))
  return Promise.all(
    [...groups].map(async ([placed, files]) => {
      const away = await awayFrom(placed, files, io)
      const surveyed = await entriesOf({ placed, files, away }, io)
      const seen = new Set(surveyed.map(({ entry }) => entry?.path))
      const others = [...placed.baseline.files.keys()].filter((path) => !seen.has(path))
      const lost = others.filter((path) => {
        const full = joined(placed.folder, path)
        return (
          !unread.has(full) &&
          !unreached.has(full) &&
          !away.includes(path) &&
          wanted.some((each) => pathBelow(full, each) !== undefined)
        )
      })
      const root = await rootFor(placed.path, io)
      const isAll =
        away.length === 0 && wanted.some((each) => `${root}/`.startsWith(`${each.replace(/\/$/, '')}/`))
      const idle = isAll ? [] : io.portfolioRules.map(({ id }) => id)
      return { placed, files: surveyed, idle, lost, away }
    }),
  )
}

/** Without a repository the search may end below the baseline that held for a file in another run. */
async function unreachedAmong(
  paths: readonly string[],
  { files }: Pick<Io, 'files'>,
): Promise<ReadonlySet<string>> {
  const roots = await fewAtATime(paths, (path) => files.rootOf(folderOf(path)))
  return new Set(paths.filter((_, index) => roots[index] === undefined))
}

/** The places of which the baselines are wanted: a path, and those that are found below it. */
async function askedBy(
  path: string,
  isWhole: boolean,
  { files }: Pick<Io, 'files'>,
): Promise<readonly string[]> {
  if ((await files.kindOf(path)) !== 'folder') return [path]
  return [`${path}/.`, ...((isWhole && (await files.baselinesBelow?.(path))) || [])]
}

async function awayFrom(
  { baseline, folder }: PlacedBaseline,
  files: readonly Checked[],
  { files: world, cwd }: Pick<Io, 'files' | 'cwd'>,
): Promise<readonly string[]> {
  const seen = new Set(files.map(({ path }) => fullPath(path, { cwd })))
  const others = [...baseline.files.keys()].filter((path) => !seen.has(joined(folder, path)))
  const kinds = await Promise.all(others.map((path) => world.kindOf(joined(folder, path))))
  const gone = others.filter((_, index) => kinds[index] === 'missing')
  if (gone.length === 0) return []
  const kept = await world.notCheckedOut?.(folder)
  return gone.filter((path) => kept?.has(joined(folder, path)))
}

async function entriesOf(
  { placed: { baseline, folder }, files, away }: Gathered,
  io: Pick<Io, 'files' | 'cwd'>,
): Promise<readonly Surveyed[]> {
  const pathOf = ({ path }: Checked): string => posix.relative(folder, fullPath(path, io))
  const there = new Set([...files.map(pathOf), ...away])
  // Only where a pilot has no entry of its own it matters which files are gone.
  if (files.some((each) => !baseline.files.has(pathOf(each)))) {
    const others = [...baseline.files.keys()].filter((path) => !there.has(path))
    for (const path of others)
      if ((await io.files.kindOf(joined(folder, path))) !== 'missing') there.add(path)
  }
  return files.map((checked) => {
    const path = pathOf(checked)
    const identity = checked.analysis.called
    return { checked, path, entry: entryFor(baseline, { path, identity }, (other) => there.has(other)) }
  })
}

/** Tells of a rule whether it looked at a file, so that what it does not find there is gone; those that are idle did not. */
export function tells(
  { analysis, past, rules }: Checked,
  idle: readonly string[],
): (rule: string) => boolean {
  const unsure = past.history ? [] : rules.filter(({ recalls }) => recalls).map(({ id }) => id)
  const silent = new Set([...analysis.notRun.map(({ rule }) => rule), ...idle, ...unsure])
  return (rule) => analysis.readable && !silent.has(rule)
}
