import { analyzeContent } from '../engine/analyze-content.ts'
import { recommended } from '../engine/config/settings.ts'
import { type IsoDate, isDate } from '../engine/pilot/dates.ts'
import type { Results } from './checked.ts'
import { UsageError } from './exit.ts'
import { type InputOptions, readInputs } from './inputs.ts'
import type { Io } from './io.ts'

export interface AnalysisOptions extends InputOptions {
  /** A what-if date instead of today. */
  readonly asOf?: string | undefined
}

/** Reads the files behind the paths and analyzes each of them. */
export async function analyzePaths(
  paths: readonly string[],
  options: AnalysisOptions,
  io: Io,
): Promise<Results> {
  const today = dateOf(options, io)
  const { files, unread } = await readInputs(paths, options, io)
  const circumstances = { today, settings: recommended, rules: io.rules }
  return {
    asOf: today,
    settings: recommended,
    files: files.map(({ path, name, content }) => ({
      path,
      analysis: analyzeContent(content, name, circumstances),
    })),
    unread,
  }
}

function dateOf({ asOf }: AnalysisOptions, { today }: Io): IsoDate {
  if (asOf === undefined) return today
  if (!isDate(asOf))
    throw new UsageError(
      `"${asOf}" is not a date that exists. Write --as-of as year, month and day, such as 2026-11-20.`,
    )
  return asOf
}
