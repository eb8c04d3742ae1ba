import type { Analysis } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import type { Departed } from '../engine/history/history.ts'
import type { Gone } from '../engine/history/source.ts'
import type { IsoDate } from '../engine/pilot/dates.ts'
import { type Around, checkPortfolio, type PortfolioFile } from '../engine/portfolio/check-portfolio.ts'
import { notRunAlone } from '../engine/portfolio/place.ts'
import { revised } from '../engine/revised.ts'
import { problemWithDay } from '../engine/templates/new-pilot.ts'
import { analyzeMany, type Keeping, type Prepared } from './analyze-many.ts'
import type { Results } from './checked.ts'
import { type ConfigOptions, Configurations } from './configurations.ts'
import { pilotsElsewhere } from './elsewhere.ts'
import { UsageError } from './exit.ts'
import { Histories, type HistoryOptions } from './histories.ts'
import { fullPaths, type InputOptions, kindsOf, readInputs, readsStdin } from './inputs.ts'
import type { Io } from './io.ts'
import { pathOf } from './paths.ts'
import { readRegistries } from './registries.ts'
import { type SelectionOptions, settingsUnder } from './selection.ts'
import { watched } from './watched.ts'

export interface AnalysisOptions extends InputOptions, ConfigOptions, HistoryOptions, SelectionOptions {
  /** The day that the findings are for, instead of today. */
  readonly asOf?: string | undefined
  /** False to work everything out anew. */
  readonly cache?: boolean | undefined
  /** Where only findings are reported, what is kept of each file: its tree is not, which in thousands of files is too much. */
  readonly keep?: Keeping | undefined
}

/** Reads the files behind the paths and analyzes each of them, as its configuration says. */
export async function analyzePaths(
  paths: readonly string[],
  options: AnalysisOptions,
  io: Io,
): Promise<Results> {
  const preparation = await preparePaths(paths, options, io)
  const { prepared } = preparation
  const alone = options.keep ? await analyzeMany(prepared, options.keep, io) : analyzeAll(prepared, io)
  return resultsOf(preparation, alone, io)
}

/** The files, each of them analyzed, with what the rules over all pilots find in them. */
export function resultsOf(
  { prepared, around, ...rest }: Preparation,
  alone: readonly PortfolioFile[],
  io: Pick<Io, 'portfolioRules'>,
): Results {
  const analyses = around ? checkPortfolio(alone, around) : alone.map((each) => withoutOthers(each, io))
  const shown = new Map(prepared.map(({ full, path }) => [full, path]))
  const files = prepared.flatMap(({ path, file, circumstances: { settings, rules } }, index) => {
    const analysis = analyses[index]
    return analysis ? [{ path, analysis: asShown(analysis, shown), settings, rules, past: file }] : []
  })
  return { ...rest, files }
}

/** Each file as one of all pilots, before they are compared. */
function analyzeAll(prepared: readonly Prepared[], { within }: Pick<Io, 'within'>): readonly PortfolioFile[] {
  const among = (analysis: Analysis, { full, circumstances }: Prepared): PortfolioFile => {
    return { file: full, analysis, circumstances }
  }
  return [...watched(prepared, among, within)]
}

function withoutOthers({ analysis, circumstances }: PortfolioFile, io: Pick<Io, 'portfolioRules'>): Analysis {
  const notRun = [...analysis.notRun, ...notRunAlone(io.portfolioRules, circumstances)]
  return revised(analysis, { notRun })
}

/** Names the other files of its findings as the report shows them. */
function asShown(analysis: Analysis, shown: ReadonlyMap<string, string>): Analysis {
  const leadsOut = ({ related }: Finding): boolean => related.some(({ file }) => file !== undefined)
  const { findings, suppressed } = analysis
  if (!findings.some(leadsOut) && !suppressed.some(({ finding }) => leadsOut(finding))) return analysis
  const renamed = (finding: Finding): Finding => {
    if (!leadsOut(finding)) return finding
    const related = finding.related.map((each) => {
      return each.file === undefined ? each : { ...each, file: shown.get(each.file) ?? each.file }
    })
    return { ...finding, related }
  }
  return revised(analysis, {
    findings: findings.map(renamed),
    suppressed: suppressed.map((each) => ({ ...each, finding: renamed(each.finding) })),
  })
}

/** What a run looks at, before it is checked. */
export interface Preparation extends Omit<Results, 'files'> {
  readonly prepared: readonly Prepared[]
  /** What the rules over all pilots are given; absent where only some of the pilots are looked at. */
  readonly around: Around | undefined
}

/** Reads the files behind the paths, with their configurations and histories. */
export async function preparePaths(
  paths: readonly string[],
  options: AnalysisOptions,
  io: Io,
): Promise<Preparation> {
  const today = dateOf(options, io)
  const configurations = new Configurations(options, io)
  const takes = (full: string): Promise<boolean> => configurations.includes(full)
  const histories = new Histories(paths, options, io, today)
  const then = { ...io, files: await histories.files() }
  const { files, unread } = await readInputs(paths, { ...options, takes }, then)
  histories.follow(files, then.files)
  const prepared: Prepared[] = []
  const chosen = settingsUnder(options)
  const otherRules = io.portfolioRules.map(({ id }) => id)
  for (const { path, full, name, content } of files) {
    const { settings: configured, rules } = await configurations.of(full)
    const settings = chosen(configured, rules)
    const file = { name, ...(await histories.of({ path, full })) }
    const circumstances = { today, settings, rules, otherRules }
    const hasCustomRules = rules.length > io.rules.length
    prepared.push({ path, full, content, file, circumstances, hasCustomRules })
  }
  const around =
    !options.shard && (await isPortfolio(paths, options, io))
      ? {
          today,
          rules: io.portfolioRules,
          registry: await readRegistries(configurations, io),
          unread: await pilotsElsewhere({ paths, files, takes }, then),
          ...(await goneFrom(paths, { histories, takes }, io)),
        }
      : undefined
  const misnamed = await configurations.misnamed()
  return { asOf: today, prepared, around, configs: configurations.used(), misnamed, unread }
}

interface Search {
  readonly histories: Histories
  takes(full: string): Promise<boolean>
}

/** The pilots that are gone from the folders of the run: those that it would have checked. */
async function goneFrom(paths: readonly string[], { histories, takes }: Search, io: Io): Promise<Gone> {
  const { departed, noHistory } = await histories.departed()
  if (!departed) return { noHistory }
  const folders = fullPaths(paths, io)
  const kept: Departed[] = []
  for (const each of departed) {
    const full = pathOf(each.file)
    if (folders.some((folder) => full.startsWith(`${folder}/`)) && (await takes(full))) kept.push(each)
  }
  return { departed: kept }
}

/** Files that were named one by one say nothing about those that were not. */
async function isPortfolio(paths: readonly string[], options: AnalysisOptions, io: Io): Promise<boolean> {
  return !readsStdin(paths, options) && (await kindsOf(paths, io)).includes('folder')
}

function dateOf({ asOf }: AnalysisOptions, { today }: Io): IsoDate {
  if (asOf === undefined) return today
  const problem = problemWithDay(asOf)
  if (problem !== undefined) throw new UsageError(`--as-of: ${problem}`)
  return asOf
}
