import { NO_PILOT } from '../../engine/analyze-content.ts'
import { dashboardOf } from '../../engine/pilot/dashboard.ts'
import { delayOf } from '../../engine/pilot/delay.ts'
import { overviewOf } from '../../engine/pilot/overview.ts'
import { readinessOf, windowOf } from '../../engine/pilot/readiness.ts'
import { remembering } from '../analyze-many.ts'
import { type AnalysisOptions, analyzePaths } from '../analyze-paths.ts'
import { type ExitCode, exit } from '../exit.ts'
import { fullPath, placesOf } from '../inputs.ts'
import type { Io } from '../io.ts'
import { onePilot } from '../one-pilot.ts'
import { dashboard } from '../report/dashboard.ts'
import { jsonText } from '../report/json.ts'
import { statusTable } from '../report/status.ts'
import { styleFor } from '../report/style.ts'
import { complain } from './check.ts'

export interface StatusOptions extends AnalysisOptions {
  readonly format: 'pretty' | 'json'
}

/** Shows how the pilots behind the paths stand, one in a row; for the name of a pilot its dashboard. */
export async function status(paths: readonly string[], options: StatusOptions, io: Io): Promise<ExitCode> {
  const [only, more] = paths
  const isName =
    only !== undefined && more === undefined && (await io.files.kindOf(fullPath(only, io))) === 'missing'
  return isName ? statusOfOne(only, options, io) : statusOfAll(paths, options, io)
}

async function statusOfAll(named: readonly string[], options: StatusOptions, io: Io): Promise<ExitCode> {
  const paths = await placesOf(named, options, io)
  const results = await analyzePaths(paths, { ...options, keep: remembering(options) }, io)
  const rows = results.files.map(({ path, analysis }) => {
    return { path, readable: analysis.readable, ...overviewOf(analysis, results.asOf) }
  })
  const pilots = rows.filter((row) => row.readable).map(({ readable: _readable, ...row }) => row)
  const broken = rows.filter((row) => !row.readable).map(({ path }) => ({ path, problem: NO_PILOT }))
  const json = { version: 1, asOf: results.asOf, pilots, unread: [...results.unread, ...broken] }
  io.out(options.format === 'json' ? jsonText(json) : statusTable(rows, styleFor(io)))
  return complain(results, io) ? exit.usage : exit.clean
}

async function statusOfOne(name: string, options: StatusOptions, io: Io): Promise<ExitCode> {
  const { checked, results } = await onePilot(name, options, io)
  const { path, analysis } = checked
  const { pilot } = analysis
  if (options.format === 'json') {
    const computed = {
      readiness: readinessOf(pilot),
      window: windowOf(pilot),
      costOfDelay: delayOf(pilot, results.asOf, checked.settings.currency),
      criteria: dashboardOf(pilot, results.asOf),
    }
    io.out(
      jsonText({ version: 1, asOf: results.asOf, path, ...overviewOf(analysis, results.asOf), ...computed }),
    )
  } else io.out(dashboard(checked, results.asOf, styleFor(io)))
  // What blocks it depends on the configuration; other files do not concern it.
  return complain({ ...results, unread: [] }, io) ? exit.usage : exit.clean
}
