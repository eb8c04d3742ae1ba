import { posix } from 'node:path'
import { folderOf, pathBelow } from '../../engine/config/paths.ts'
import type { Severity } from '../../engine/finding.ts'
import { unifiedDiff } from '../../engine/text/unified-diff.ts'
import { visible } from '../../engine/text/visible.ts'
import { type AnalysisOptions, type Preparation, preparePaths } from '../analyze-paths.ts'
import { type Results, severitiesFrom, told, totalsOf } from '../checked.ts'
import { compareWithBaseline } from '../compare-baseline.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { type FixedFile, isChanged } from '../fixed-file.ts'
import { fullPath, placesOf, readsStdin } from '../inputs.ts'
import type { Io } from '../io.ts'
import { Mending } from '../mending.ts'
import { refusal } from '../refusal.ts'
import { diffText, fixReport, fixSummary } from '../report/fixes.ts'
import { styleFor } from '../report/style.ts'
import { checkNames, choosable, selected } from '../selection.ts'
import { complain } from './check.ts'

export interface FixOptions extends Omit<AnalysisOptions, 'asOf'> {
  readonly unsafe?: boolean | undefined
  readonly diff?: boolean | undefined
  readonly dryRun?: boolean | undefined
  readonly failOn: Severity | 'never'
  /** False to count what the baseline holds, too. */
  readonly baseline?: boolean | undefined
}

/** Mends what has a fix. Shows instead of writing where that is asked for, and for standard input. */
export async function fix(named: readonly string[], options: FixOptions, io: Io): Promise<ExitCode> {
  const paths = await placesOf(named, options, io)
  const preparation = await preparePaths(paths, options, io)
  const isStdin = readsStdin(paths, options)
  if (isStdin) refuseNoText(preparation)
  const mending = new Mending(preparation, io)
  const found = mending.results()
  checkNames(options, choosable(io.rules, found))
  const compared = (each: Results): Promise<Results> =>
    options.baseline === false
      ? Promise.resolve(each)
      : compareWithBaseline(each, { paths, isWhole: false }, io)
  const results = selected(found, options)
  // A baseline that cannot be used stops the run before anything is written.
  const before = await compared(results)
  const chosen = new Set(results.files.map(({ path }) => path))
  const files = mending.mend(chosen, { unsafe: options.unsafe === true })
  const shows = options.diff === true || options.dryRun === true
  const refused = shows || isStdin ? [] : await writeAll(files, io)
  mending.revert(new Set(refused.map(({ path }) => path)))
  const { files: all, ...rest } = selected(mending.results(), { suppressions: options.suppressions })
  const left = await compared({ ...rest, files: all.filter(({ path }) => chosen.has(path)) })
  const done = files.filter((file) => !refused.includes(file))
  const base = options.diff ? await baseOfDiff(done, io) : io.cwd
  if (refused.length === 0 || done.some(isChanged)) show(done, { shows, isStdin, left, base, ...options }, io)
  const isComplete = !complain(results, io)
  if (!isComplete || refused.length > 0) return exit.usage
  if (shows) return files.some(isChanged) ? exit.findings : exit.clean
  if (!isStdin) adviseToPrune(totalsOf(before).unchanged - totalsOf(left).unchanged, io)
  return isLeft(left, options.failOn) ? exit.findings : exit.clean
}

/** The output takes the place of the input: without a text there is none that could. */
function refuseNoText({ prepared }: Preparation): void {
  for (const { content } of prepared)
    if (content.kind !== 'text')
      throw new UsageError(`Standard input was not mended: ${reasons[content.kind]}.`)
}

const reasons = { 'too-large': 'it is larger than 2 MB', 'not-utf-8': 'it is not UTF-8 text' }

/** What is mended has to leave the baseline, or the next check fails. */
function adviseToPrune(mended: number, io: Io): void {
  if (mended <= 0) return
  const are = mended === 1 ? '1 finding of the baseline is' : `${mended} findings of the baseline are`
  io.err(`pilots: ${are} fixed. Run pilots baseline prune and commit the file.\n`)
}

interface Shown {
  readonly shows: boolean
  /** What the paths of a difference are relative to. */
  readonly base: string
  readonly isStdin: boolean
  readonly diff?: boolean | undefined
  readonly unsafe?: boolean | undefined
  readonly left: Results
}

/**
 * The folder in which a difference can be applied: that of the run, or where a file lies outside of it, the repository or the
 * nearest folder around both.
 */
async function baseOfDiff(files: readonly FixedFile[], io: Io): Promise<string> {
  const { cwd } = io
  const full = files.filter(isChanged).map(({ path }) => fullPath(path, io))
  const holdsAll = (folder: string): boolean => full.every((path) => pathBelow(path, folder) !== undefined)
  if (holdsAll(cwd)) return cwd
  const root = await io.files.rootOf(cwd)
  if (root !== undefined && holdsAll(root)) return root
  let folder = cwd
  while (folder !== '' && !holdsAll(folder)) folder = folderOf(folder)
  return folder || '/'
}

/** Where the output is a text of its own, the summary goes to the person who called. */
function show(
  files: readonly FixedFile[],
  { shows, isStdin, diff, left, base, unsafe = false }: Shown,
  io: Io,
): void {
  const style = styleFor(io)
  const summary = fixSummary(files, { shows, unsafe, left }, style)
  if (diff) {
    const from = (path: string): string => posix.relative(base, fullPath(path, io))
    for (const { path, before, analysis } of files)
      io.out(diffText(unifiedDiff(from(path), before, analysis.text)))
    if (base !== io.cwd) io.err(`pilots: the paths of the difference are those from ${visible(base)}.\n`)
    io.err(summary)
  } else if (isStdin && !shows) {
    for (const { analysis } of files) io.out(analysis.text)
    io.err(summary)
  } else io.out(fixReport(files, style) + summary)
}

/** Writes what changed, and answers with the files that could not be written. */
async function writeAll(files: readonly FixedFile[], io: Io): Promise<readonly FixedFile[]> {
  const refused: FixedFile[] = []
  for (const file of files.filter(isChanged)) {
    const { path, before, analysis } = file
    const written = await io.writes.replace(fullPath(path, io), { before, after: analysis.text }, io.cwd)
    if (written.kind === 'written') continue
    io.err(`pilots: ${visible(path)} was not fixed: ${visible(refusal(written))}.\n`)
    refused.push(file)
  }
  return refused
}

function isLeft(results: Results, failOn: FixOptions['failOn']): boolean {
  const failing = severitiesFrom(failOn)
  return told(results).some(({ severity }) => failing.includes(severity))
}
