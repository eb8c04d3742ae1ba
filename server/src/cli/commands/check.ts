import { posix } from 'node:path'
import { CONFIG_FILE } from '../../engine/config/paths.ts'
import type { Severity } from '../../engine/finding.ts'
import { visible } from '../../engine/text/visible.ts'
import { type CheckOptions, checkPaths } from '../check-paths.ts'
import { type Results, severitiesFrom, told, totalsOf } from '../checked.ts'
import { type ExitCode, exit } from '../exit.ts'
import { placesOf } from '../inputs.ts'
import type { Io } from '../io.ts'
import { quietly } from '../quiet.ts'
import { staleIn } from '../report/compared.ts'
import { targetOf } from '../report/formats.ts'
import { placeText } from '../report/place.ts'
import { reportOf } from '../report/reported.ts'
import { streamFor } from '../stream.ts'
import { partFor } from '../write-part.ts'
import { print, targetsFor, writeReports } from '../write-reports.ts'

/** Checks the pilots behind the paths and reports what was found. */
export async function check(named: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const paths = await placesOf(named, options, io)
  const targets = await targetsFor(wantedIn(options), options.part, io)
  const base = await baseOf(io)
  const stream = streamFor(targets, options, { io, base })
  const part = options.part === undefined ? undefined : await partFor(options.part, paths, io)
  const keep = {
    // Which report will be made of the parts is not known yet.
    edits:
      targets.some(({ format }) => format.edits === true) ||
      part !== undefined ||
      options.parts !== undefined,
    cache: options.cache !== false,
    parts: options.parts,
    hand: part?.hand,
    tell: stream?.begin,
  }
  const results = await checkPaths(paths, { ...options, keep }, io)
  const failing = failingSeverities(results, options)
  const rules = [...io.rules, ...io.portfolioRules]
  const report = reportOf(options.quiet ? quietly(results, failing) : results, { failing, rules, base })
  if (stream) await print(stream.rest(report), io)
  else await writeReports(report, targets, io)
  await part?.write(options)
  if (complain(results, io, { isReported: true })) return exit.usage
  const stale = staleIn(results)
  for (const { path, advice } of stale) io.err(`pilots: ${visible(path)}: ${advice}\n`)
  const fails = told(results).some(({ severity }) => failing.has(severity))
  return fails || (stale.length > 0 && options.failOn !== 'never') ? exit.findings : exit.clean
}

/**
 * Names the files that could not be read, and the configurations that are wrong; whether there are any. What only looks like
 * a configuration is named, too. What is wrong in a configuration is said here unless a report does.
 */
export function complain(
  { unread, configs, misnamed = [] }: Complaints,
  io: Io,
  { isReported = false }: { readonly isReported?: boolean } = {},
): boolean {
  for (const { path, problem } of unread)
    io.err(`pilots: ${visible(path)} was not checked: ${visible(problem)}.\n`)
  for (const path of misnamed)
    io.err(`pilots: ${visible(path)} is not read. Call it ${CONFIG_FILE}, or give it another name.\n`)
  const broken = configs.filter(({ findings }) => findings.length > 0)
  for (const config of broken) {
    const path = visible(config.path)
    io.err(`pilots: ${path} has errors. What can be read of it was applied.\n`)
    for (const { message, span } of isReported ? [] : config.findings)
      io.err(`pilots: ${path}:${placeText(config, span.start)}: ${visible(message)}\n`)
  }
  return unread.length > 0 || broken.length > 0
}

type Complaints = Pick<Results, 'unread' | 'configs' | 'misnamed'>

/** The reports that are asked for: who asks for the statistics in both ways gets them once. */
function wantedIn({ format, statistics }: CheckOptions): CheckOptions['format'] {
  if (!statistics) return format
  const known = (format ?? []).filter(({ name, file }) => name !== 'statistics' || file !== undefined)
  return [...known, targetOf('statistics')]
}

/** The severities of which one finding is too much. */
function failingSeverities(results: Results, { failOn, maxWarnings }: CheckOptions): ReadonlySet<Severity> {
  const failing = new Set(severitiesFrom(failOn))
  if (maxWarnings !== undefined && totalsOf(results).warnings > maxWarnings) failing.add('warning')
  return failing
}

/** The way from the root of the repository to the folder of the run. */
async function baseOf({ cwd, files }: Io): Promise<string> {
  return posix.relative((await files.rootOf(cwd)) ?? cwd, cwd)
}
