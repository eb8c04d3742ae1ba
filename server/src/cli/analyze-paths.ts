import { analyzeContent } from '../engine/analyze-content.ts'
import { type IsoDate, isDate } from '../engine/pilot/dates.ts'
import type { Checked, Results } from './checked.ts'
import { type ConfigOptions, Configurations } from './configurations.ts'
import { UsageError } from './exit.ts'
import { Histories, type HistoryOptions, type Remembered } from './histories.ts'
import { type InputFile, type InputOptions, readInputs } from './inputs.ts'
import type { Io } from './io.ts'

export interface AnalysisOptions extends InputOptions, ConfigOptions, HistoryOptions {
  /** The day that the findings are for, instead of today. */
  readonly asOf?: string | undefined
}

/** Reads the files behind the paths and analyzes each of them, as its configuration says. */
export async function analyzePaths(
  paths: readonly string[],
  options: AnalysisOptions,
  io: Io,
): Promise<Results> {
  const today = dateOf(options, io)
  const configurations = new Configurations(options, io)
  const takes = (full: string): Promise<boolean> => configurations.includes(full)
  const histories = new Histories(options, io, today)
  const then = { ...io, files: await histories.filesFor(paths) }
  const { files, unread } = await readInputs(paths, { ...options, takes }, then)
  const checked: Checked[] = []
  for (const file of files) {
    const remembered = await histories.of(file)
    checked.push(await analyzed({ ...file, ...remembered }, today, configurations))
  }
  return { asOf: today, files: checked, configs: configurations.used(), unread }
}

async function analyzed(
  { path, full, name, content, history, noHistory }: InputFile & Remembered,
  today: IsoDate,
  configurations: Configurations,
): Promise<Checked> {
  const { settings, rules } = await configurations.of(full)
  const circumstances = { today, settings, rules }
  return { path, analysis: analyzeContent(content, { name, history, noHistory }, circumstances), settings }
}

function dateOf({ asOf }: AnalysisOptions, { today }: Io): IsoDate {
  if (asOf === undefined) return today
  if (!isDate(asOf))
    throw new UsageError(
      `"${asOf}" is not a date that exists. Write --as-of as year, month and day, such as 2026-11-20.`,
    )
  return asOf
}
