import { posix } from 'node:path'
import type { Severity } from '../../engine/finding.ts'
import { portfolioRules } from '../../engine/rules/all.generated.ts'
import { visible } from '../../engine/text/visible.ts'
import { type AnalysisOptions, analyzePaths } from '../analyze-paths.ts'
import { type Results, told, totalsOf } from '../checked.ts'
import { compareWithBaseline } from '../compare-baseline.ts'
import { type ExitCode, exit } from '../exit.ts'
import type { Io } from '../io.ts'
import { staleIn } from '../report/compared.ts'
import type { Target } from '../report/formats.ts'
import { reportOf } from '../report/reported.ts'
import { checkNames, ruleIds, selected } from '../selection.ts'
import { targetsFor, writeReports } from '../write-reports.ts'

export interface CheckOptions extends AnalysisOptions {
  readonly format?: readonly Target[] | undefined
  readonly failOn: Severity | 'never'
  readonly maxWarnings?: number | undefined
  /** False to count what the baseline holds, too. */
  readonly baseline?: boolean | undefined
}

/** Checks the pilots behind the paths and reports what was found. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const targets = await targetsFor(options.format, io)
  const all = await analyzePaths(paths, options, io)
  checkNames(options, ruleIds([...io.rules, ...all.files.flatMap(({ rules }) => rules)]))
  const results = await compared(selected(all, options), paths, options, io)
  const failing = failingSeverities(results, options)
  const rules = [...io.rules, ...portfolioRules]
  await writeReports(reportOf(results, { failing, rules, base: await baseOf(io) }), targets, io)
  if (complain(results, io)) return exit.usage
  const stale = staleIn(results)
  for (const { path, advice } of stale) io.err(`pilots: ${visible(path)}: ${advice}\n`)
  const fails = told(results).some(({ severity }) => failing.has(severity))
  return fails || (stale.length > 0 && options.failOn !== 'never') ? exit.findings : exit.clean
}

async function compared(
  results: Results,
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<Results> {
  if (options.baseline === false) return results
  const { rule = [], ignore = [], severity = [], stage = [], owner = [], asOf } = options
  const chosen = [rule, ignore, severity, stage, owner].some(({ length }) => length > 0)
  const isWhole = !chosen && asOf === undefined && options.suppressions !== false
  return compareWithBaseline(results, { paths, isWhole }, io)
}

/** Names the files that could not be read, and the configurations that are wrong; whether there are any. */
export function complain({ unread, configs }: Pick<Results, 'unread' | 'configs'>, io: Io): boolean {
  for (const { path, problem } of unread)
    io.err(`pilots: ${visible(path)} was not checked: ${visible(problem)}.\n`)
  const broken = configs.filter(({ findings }) => findings.length > 0)
  for (const { path } of broken)
    io.err(`pilots: ${visible(path)} has errors. What can be read of it was applied.\n`)
  return unread.length > 0 || broken.length > 0
}

/** The severities of which one finding is too much. */
function failingSeverities(results: Results, { failOn, maxWarnings }: CheckOptions): ReadonlySet<Severity> {
  const severities = ['error', 'warning', 'info'] as const
  const failing = new Set<Severity>(
    failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1),
  )
  if (maxWarnings !== undefined && totalsOf(results).warnings > maxWarnings) failing.add('warning')
  return failing
}

/** The way from the root of the repository to the folder of the run. */
async function baseOf({ cwd, files }: Io): Promise<string> {
  return posix.relative((await files.rootOf(cwd)) ?? cwd, cwd)
}
