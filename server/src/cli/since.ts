import { posix } from 'node:path'
import { configPathsFor, pathBelow } from '../engine/config/paths.ts'
import { gapText, type HistoryGap, type RepositoryHistory } from '../engine/history/source.ts'
import { compareTexts } from '../engine/text/compare.ts'
import type { MergeBase } from '../node/revisions.ts'
import { type AnalysisOptions, analyzePaths } from './analyze-paths.ts'
import type { Results } from './checked.ts'
import { UsageError } from './exit.ts'
import { fullPath, fullPaths, kindsOf, readsStdin } from './inputs.ts'
import type { Io } from './io.ts'
import { pastFiles } from './past-files.ts'
import { pathOf, uriOf } from './paths.ts'
import { shellWord } from './report/escape.ts'

/** The state of a repository that a run is compared with. */
export interface Base {
  /** As the user named the other line of commits. */
  readonly ref: string
  readonly commit: string
  readonly root: string
  readonly history: RepositoryHistory
}

/** What stands in the way of a comparison is said before any work is done. */
export async function baseSince(
  ref: string,
  paths: readonly string[],
  options: AnalysisOptions,
  io: Io,
): Promise<Base> {
  if (ref.trim() === '')
    throw new UsageError(
      '--since is followed by no commit: is a variable empty? Name a branch or a commit, such as origin/main.',
    )
  if (readsStdin(paths, options))
    throw new UsageError('--since compares files, and standard input is none. Leave out one of them.')
  if (options.history === false) throw new UsageError('--since needs the history. Leave out --no-history.')
  if (options.asOf !== undefined && options.asOf < io.today)
    throw new UsageError('--since and --as-of with a day of the past name two states. Leave out one of them.')
  const root = await repositoryOf(paths, io)
  const folder = uriOf(root)
  const base = await io.revisions.mergeBase(folder, ref)
  if (base.gap !== undefined) throw new UsageError(complaint(ref, base.gap))
  const history = await io.history.read(folder, { at: base.commit })
  if (history.gap !== undefined) throw new UsageError(complaint(ref, history.gap))
  const lost = [...(history.past?.texts.values() ?? [])].filter(({ kind }) => kind === 'missing').length
  if (lost > 0)
    throw new UsageError(
      `--since needs the files of commit ${base.commit.slice(0, 7)}, and Git cannot read ${lost} of them. Fetch the repository as a whole.`,
    )
  return { ref, commit: base.commit, root, history }
}

/** What would have been found in that state, today and with the present configuration. */
export async function resultsAt(
  { root, history }: Base,
  paths: readonly string[],
  options: AnalysisOptions,
  io: Io,
): Promise<Results> {
  const files = pastFiles(root, { texts: history.past?.texts ?? new Map() }, io.files)
  const then = { ...io, files, history: { read: async () => history } }
  const kinds = await kindsOf(paths, then)
  // A file that was not there may have had another path.
  const all = kinds.includes('missing') ? [root] : paths
  const isOfFiles = !(await kindsOf(paths, io)).includes('folder')
  const asked = isOfFiles ? { ...then, portfolioRules: [] } : then
  return analyzePaths(all, { ...options, allowEmpty: true }, asked)
}

/** What has changed in the configurations since. */
export interface Reconfigured {
  /** Those that hold for the files, or held for them. What they say now is applied to both states. */
  readonly configs: readonly string[]
  /** The ids that all files which have changed had then, by their paths. */
  readonly ids: ReadonlyMap<string, string>
}

export async function configsSince(
  { files, configs }: Pick<Results, 'files' | 'configs'>,
  { root, commit }: Base,
  { config }: Pick<AnalysisOptions, 'config'>,
  io: Io,
): Promise<Reconfigured> {
  const changed = await io.revisions.changedSince(uriOf(root), commit)
  if ('gap' in changed) return { configs: [], ids: new Map() }
  const places = new Set(configs.map(({ path }) => fullPath(path, io)))
  if (config === undefined)
    for (const { path } of files)
      for (const place of configPathsFor(fullPath(path, io), root)) places.add(place)
  const ids = new Map(Array.from(changed, ([uri, id]) => [pathOf(uri), id]))
  const isIn = (path: string): boolean => ids.has(path) || (path !== root && isIn(posix.dirname(path)))
  const isThere = (path: string): boolean => pathBelow(path, root) !== undefined && isIn(path)
  return { configs: [...places].filter(isThere).sort(compareTexts), ids }
}

/** Pilots of another repository below have another past: all that is found in them would seem to be new. */
export async function refuseOthers(
  { files }: Pick<Results, 'files'>,
  { root, ref }: Base,
  io: Io,
): Promise<void> {
  const folders = new Set(files.map(({ path }) => posix.dirname(fullPath(path, io))))
  const others = new Set<string>()
  for (const folder of folders) {
    const own = await io.files.rootOf(folder)
    if (own !== undefined && own !== root) others.add(own)
  }
  const [other] = others
  if (other === undefined) return
  const isOther = (path: string): boolean => [...others].some((each) => `${path}/`.startsWith(`${each}/`))
  const isAbove = (path: string): boolean => [...others].some((each) => each.startsWith(`${path}/`))
  const full = files.map(({ path }) => fullPath(path, io)).filter((path) => !isOther(path))
  const here = new Set(full.map((path) => outermost(path, root, isAbove)))
  const word = (path: string): string => shellWord(posix.relative(io.cwd, path) || '.')
  const call = (paths: readonly string[], base: string): string =>
    `pilots check ${paths.join(' ')} --since ${base}`
  const listed = here.size > MOST ? ['FOLDERS'] : Array.from(here, word)
  const first = here.size === 0 ? '' : `Check this one by: ${call(listed, shellWord(ref))}. `
  throw new UsageError(
    `--since compares one repository, and "${posix.relative(io.cwd, other)}" is another one, such as a submodule, with commits of its own. ${first}Check the other by: ${call([word(other)], 'COMMIT')}.`,
  )
}

/** Places that are named in a message. */
const MOST = 5

/** The path, or the outermost of the folders above it in the repository that holds no other repository. */
function outermost(path: string, root: string, isAbove: (folder: string) => boolean): string {
  let found = path
  for (let at = posix.dirname(path); at !== root && !isAbove(at); at = posix.dirname(at)) found = at
  return found
}

async function repositoryOf(paths: readonly string[], io: Io): Promise<string> {
  const roots = new Set<string>()
  for (const path of fullPaths(paths, io)) {
    const root = await io.files.rootOf((await io.files.kindOf(path)) === 'file' ? posix.dirname(path) : path)
    if (root === undefined) throw new UsageError(complaint('', 'no-repository'))
    roots.add(root)
  }
  const [root, other] = roots
  if (root === undefined || other !== undefined)
    throw new UsageError(
      '--since compares one repository, and the paths lie in several. Check them one by one.',
    )
  return root
}

function complaint(ref: string, gap: HistoryGap | NonNullable<MergeBase['gap']>): string {
  switch (gap) {
    case 'unknown':
      return `There is no commit "${ref}" here. Correct it, or fetch it: in GitHub Actions, give actions/checkout fetch-depth: 0.`
    case 'ambiguous':
      return `"${ref}" is the name of several things here, such as a branch and a tag. Delete one of them, or write the name in full, such as refs/remotes/origin/main.`
    case 'unrelated':
      return `"${ref}" and the present commit have no commit in common. Name the branch that this one will go into.`
    case 'shallow':
      return '--since cannot tell where the branches part: this is a shallow clone. Run git fetch --unshallow; in GitHub Actions, give actions/checkout fetch-depth: 0.'
    default:
      return `--since needs the history, and ${gapText(gap)}.`
  }
}
