import { posix } from 'node:path'
import { isInside } from '../engine/config/paths.ts'
import type { Severity } from '../engine/finding.ts'
import { type AnalysisOptions, analyzePaths } from './analyze-paths.ts'
import type { Shelf } from './cache/shelf.ts'
import type { Checked, Hidden, Results } from './checked.ts'
import { compareWithBaseline } from './compare-baseline.ts'
import { compareWithCommit } from './compare-commit.ts'
import { UsageError } from './exit.ts'
import { fullPath, fullPaths, kindsOf, readsStdin } from './inputs.ts'
import type { Io } from './io.ts'
import { type FormerTexts, formerTexts, hiddenIn, withFormer } from './reconfigured.ts'
import { sinceIn } from './report/compared.ts'
import type { Target } from './report/formats.ts'
import { checkNames, choosable, selected } from './selection.ts'
import { type Base, baseSince, configsSince, refuseOthers, resultsAt } from './since.ts'
import { stagedRun } from './staged.ts'

export interface CheckOptions extends AnalysisOptions {
  readonly format?: readonly Target[] | undefined
  /** Reports how often each rule was broken, beside the formats. */
  readonly statistics?: boolean | undefined
  /** Reports errors, and what makes the check fail besides. */
  readonly quiet?: boolean | undefined
  /** The file to which goes what `merge` takes. */
  readonly part?: string | undefined
  /** What other runs have found. */
  readonly parts?: readonly Shelf[] | undefined
  readonly failOn: Severity | 'never'
  readonly maxWarnings?: number | undefined
  /** False to count what the baseline holds, too. */
  readonly baseline?: boolean | undefined
  /** Counts only what is new or worse since the present line of commits left this one. */
  readonly since?: string | undefined
  /** Checks what the next commit holds. */
  readonly staged?: boolean | undefined
}

/** What was found behind the paths, as far as the user wants to see it, beside what was found before. */
export async function checkPaths(paths: readonly string[], options: CheckOptions, io: Io): Promise<Results> {
  const base = options.since === undefined ? undefined : await baseSince(options.since, paths, options, io)
  const staged = options.staged ? await stagedRun(paths, io) : undefined
  const world = staged ? { ...io, files: staged.files } : io
  const allowEmpty = options.allowEmpty || staged !== undefined
  const mayBeGone = base !== undefined
  const all = await analyzePaths(staged?.paths ?? paths, { ...options, allowEmpty, mayBeGone }, world)
  checkNames(options, choosable(io.rules, all))
  const results = selected(staged?.subjects(all) ?? all, options)
  if (staged && results.files.length === 0) io.err('pilots: No pilot is staged.\n')
  if (base) return withBase(results, base, { paths, options, io })
  if (options.baseline === false) return results
  const isWhole =
    !staged &&
    !readsStdin(paths, options) &&
    !options.shard &&
    !choosesPilots(options) &&
    !choosesRules(options) &&
    options.asOf === undefined
  return compareWithBaseline(results, { paths, isWhole }, world)
}

interface Call {
  readonly paths: readonly string[]
  readonly options: CheckOptions
  readonly io: Io
}

async function withBase(results: Results, base: Base, call: Call): Promise<Results> {
  const { options, io } = call
  await refuseOthers(results, base, io)
  const compared = await comparedWith(results, base, call)
  const changed = await configsSince(results, base, options, io)
  const moved = new Map(
    sinceIn(compared)?.moved?.map(({ path, from }) => [fullPath(path, io), fullPath(from, io)]),
  )
  const former = { texts: await formerTexts(changed, base, io), moved }
  const hidden = await hiddenSince(compared, former, base, call)
  const configs = changed.configs.map((path) => posix.relative(io.cwd, path))
  const told = { ...(configs.length > 0 && { configs }), ...(hidden.length > 0 && { hidden }) }
  const comparisons = compared.comparisons?.map((each) => ({ ...each, ...told }))
  return { ...compared, comparisons }
}

/** What held for the pilots before. */
interface Former {
  /** Of configurations that have changed; nothing where there is none, or they cannot be asked. */
  readonly texts: FormerTexts | undefined
  /** The former paths of pilots, by the present ones. */
  readonly moved: ReadonlyMap<string, string>
}

/** What the changed configurations, and those of other folders, keep from being reported. */
async function hiddenSince(
  compared: Results,
  former: Former,
  base: Base,
  call: Call,
): Promise<readonly Hidden[]> {
  try {
    const isSame = former.texts === undefined && former.moved.size === 0
    return isSame ? [] : hiddenIn(compared, await underFormer(former, base, call))
  } catch (error) {
    // Such as one that was named and was not there, or for an owner whose pilots they left out.
    if (error instanceof UsageError) return []
    throw error
  }
}

/** The same under the configurations of the merge base, at the paths of then. */
async function underFormer({ texts, moved }: Former, base: Base, call: Call): Promise<Results> {
  const { paths } = call
  const options = { ...call.options, allowEmpty: true, mayBeGone: true, standIns: moved }
  const io = { ...call.io, files: withFormer(texts ?? new Map(), call.io.files) }
  const results = selected(await analyzePaths(paths, options, io), options)
  return comparedWith(results, base, { paths, options, io })
}

/** The results, each finding with what it was at the merge base. */
async function comparedWith(results: Results, base: Base, { paths, options, io }: Call): Promise<Results> {
  const { suppressions } = options
  const at = async (wanted: readonly string[]): Promise<Results['files']> =>
    selected(await resultsAt(base, wanted, options, io), { suppressions }).files
  const files = await at(paths)
  const known = new Set(files.map(({ path }) => path))
  const wanted = fullPaths(paths, io)
  const isSeen = ({ path }: Checked): boolean => wanted.some((each) => isInside(fullPath(path, io), each))
  // A pilot that is new in these folders may come from another one.
  const asksOn =
    !wanted.includes(base.root) && files.every(isSeen) && !results.files.every(({ path }) => known.has(path))
  const elsewhere = asksOn ? (await at([base.root])).filter((each) => !isSeen(each)) : []
  const isWhole = !choosesPilots(options) && !(await kindsOf(paths, io)).includes('file')
  return compareWithCommit(results, { ...base, files, elsewhere, isWhole }, io)
}

/** Whether some of the pilots are asked for alone. */
export function choosesPilots({ stage = [], owner = [] }: CheckOptions): boolean {
  return stage.length + owner.length > 0
}

function choosesRules({ rule = [], ignore = [], severity = [], suppressions }: CheckOptions): boolean {
  return rule.length + ignore.length + severity.length > 0 || suppressions === false
}
