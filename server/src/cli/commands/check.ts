import type { Severity } from '../../engine/finding.ts'
import { visible } from '../../engine/text/visible.ts'
import { type AnalysisOptions, analyzePaths } from '../analyze-paths.ts'
import { type Results, totalsOf } from '../checked.ts'
import { type ExitCode, exit } from '../exit.ts'
import type { Io } from '../io.ts'
import { json } from '../report/json.ts'
import { pretty } from '../report/pretty.ts'
import { styleFor } from '../report/style.ts'

export interface CheckOptions extends AnalysisOptions {
  readonly format: 'pretty' | 'json'
  readonly failOn: Severity | 'never'
  readonly maxWarnings?: number | undefined
}

/** Checks the pilots behind the paths and reports what was found. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const results = await analyzePaths(paths, options, io)
  io.out(options.format === 'json' ? json(results) : pretty(results, styleFor(io)))
  return complain(results, io) ? exit.usage : verdict(results, options)
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

function verdict(results: Results, { failOn, maxWarnings }: CheckOptions): ExitCode {
  const { errors, warnings, infos } = totalsOf(results)
  if (maxWarnings !== undefined && warnings > maxWarnings) return exit.findings
  const counted = { error: errors, warning: errors + warnings, info: errors + warnings + infos, never: 0 }
  return counted[failOn] > 0 ? exit.findings : exit.clean
}
