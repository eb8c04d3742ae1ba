import type { Circumstances, Input } from '../engine/analyze.ts'
import { analyzeContent, type Content } from '../engine/analyze-content.ts'
import { type IsoDate, isDate } from '../engine/pilot/dates.ts'
import type { Results } from './checked.ts'
import { type ConfigOptions, Configurations } from './configurations.ts'
import { UsageError } from './exit.ts'
import { Histories, type HistoryOptions } from './histories.ts'
import { type InputOptions, readInputs } from './inputs.ts'
import type { Io } from './io.ts'
import { ruleIds, type SelectionOptions, settingsUnder } from './selection.ts'

export interface AnalysisOptions extends InputOptions, ConfigOptions, HistoryOptions, SelectionOptions {
  /** The day that the findings are for, instead of today. */
  readonly asOf?: string | undefined
}

/** A file with all that it is checked with. */
export interface Prepared {
  /** As it is shown. */
  readonly path: string
  readonly content: Content
  readonly file: Omit<Input, 'text'>
  readonly circumstances: Circumstances
}

/** Reads the files behind the paths and analyzes each of them, as its configuration says. */
export async function analyzePaths(
  paths: readonly string[],
  options: AnalysisOptions,
  io: Io,
): Promise<Results> {
  const { asOf, prepared, configs, unread } = await preparePaths(paths, options, io)
  const files = prepared.map(({ path, content, file, circumstances }) => {
    const { settings, rules } = circumstances
    return { path, analysis: analyzeContent(content, file, circumstances), settings, rules }
  })
  return { asOf, files, configs, unread }
}

/** Reads the files behind the paths, with their configurations and histories. */
export async function preparePaths(
  paths: readonly string[],
  options: AnalysisOptions,
  io: Io,
): Promise<Omit<Results, 'files'> & { readonly prepared: readonly Prepared[] }> {
  const today = dateOf(options, io)
  const configurations = new Configurations(options, io)
  const takes = (full: string): Promise<boolean> => configurations.includes(full)
  const histories = new Histories(options, io, today)
  const then = { ...io, files: await histories.filesFor(paths) }
  const { files, unread } = await readInputs(paths, { ...options, takes }, then)
  const prepared: Prepared[] = []
  const chosen = settingsUnder(options)
  for (const { path, full, name, content } of files) {
    const { settings: configured, rules } = await configurations.of(full)
    const settings = chosen(configured, ruleIds(rules))
    const file = { name, ...(await histories.of({ path, full })) }
    prepared.push({ path, content, file, circumstances: { today, settings, rules } })
  }
  return { asOf: today, prepared, configs: configurations.used(), unread }
}

function dateOf({ asOf }: AnalysisOptions, { today }: Io): IsoDate {
  if (asOf === undefined) return today
  if (!isDate(asOf))
    throw new UsageError(
      `"${asOf}" is not a date that exists. Write --as-of as year, month and day, such as 2026-11-20.`,
    )
  return asOf
}
