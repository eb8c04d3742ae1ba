import { isReadable } from '../../engine/analyze.ts'
import { NO_PILOT } from '../../engine/analyze-content.ts'
import { forecast } from '../../engine/forecast.ts'
import { addDays, daysBetween, type IsoDate, isDate } from '../../engine/pilot/dates.ts'
import { lowerPilot } from '../../engine/pilot/lower.ts'
import { portfolioOnDays } from '../../engine/portfolio/days.ts'
import { compareTexts } from '../../engine/text/compare.ts'
import { visible } from '../../engine/text/visible.ts'
import { parse } from '../../engine/yaml/parse.ts'
import { analyzeMany, remembering } from '../analyze-many.ts'
import { type AnalysisOptions, type Prepared, preparePaths } from '../analyze-paths.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { calendar } from '../report/calendar.ts'
import { type Coming, forecastJson, forecastTable, type Outlook } from '../report/forecast.ts'
import { styleFor } from '../report/style.ts'
import { complain } from './check.ts'

export interface ForecastOptions extends AnalysisOptions {
  readonly format: 'table' | 'json' | 'ics'
  /** A date, or a count of days such as `90d`. */
  readonly until: string
}

/** Shows which finding appears on which day if nothing changes. */
export async function forecastPilots(
  paths: readonly string[],
  options: ForecastOptions,
  io: Io,
): Promise<ExitCode> {
  // What is said of a file today is said again with that of all days; of the others the rules over all pilots need little.
  const keep = remembering(options)
  const { asOf, prepared, around, ...rest } = await preparePaths(paths, { ...options, keep }, io)
  const until = lastDay(options.until, asOf)
  const among = around && portfolioOnDays(await analyzeMany(prepared, keep, io), around)
  const pilots = prepared.flatMap(readable)
  const coming = pilots.flatMap((each) => comingOf(each, { until, join: among?.(each.full) }))
  const others = prepared.filter((each) => !pilots.some(({ path }) => path === each.path))
  const unread = [...rest.unread, ...others.map(({ path }) => ({ path, problem: NO_PILOT }))]
  const outlook = { asOf, until, pilots: pilots.length, unread, coming: coming.sort(byDay) }
  io.out(reports[options.format](outlook, io))
  for (const { path } of others) io.err(`pilots: ${visible(path)} is not in the forecast: ${NO_PILOT}.\n`)
  return complain(rest, io) ? exit.usage : exit.clean
}

const reports: Readonly<Record<ForecastOptions['format'], (outlook: Outlook, io: Io) => string>> = {
  table: (outlook, io) => forecastTable(outlook, styleFor(io)),
  json: forecastJson,
  ics: calendar,
}

interface Readable extends Prepared {
  readonly text: string
  readonly name: string | undefined
  readonly title: string | undefined
}

/** The pilot in a file. What cannot be read today cannot be read tomorrow. */
function readable(each: Prepared): readonly Readable[] {
  if (each.content.kind !== 'text') return []
  const { text } = each.content
  const syntax = parse(text)
  if (!isReadable(syntax)) return []
  const { name, title } = lowerPilot(syntax)
  return [{ ...each, text, name: name?.value, title: title?.value }]
}

function comingOf(
  { path, name, title, text, file, circumstances }: Readable,
  ahead: Parameters<typeof forecast>[2],
): readonly Coming[] {
  return forecast({ ...file, text }, circumstances, ahead).map((turn) => ({ path, name, title, ...turn }))
}

function byDay(a: Coming, b: Coming): number {
  return compareTexts(a.date, b.date) || compareTexts(a.path, b.path)
}

/** Days that a forecast reaches: what is further away will change before. */
const MOST_DAYS = 400

function lastDay(until: string, today: IsoDate): IsoDate {
  const days = /^\d{1,4}d$/.test(until) ? Number(until.slice(0, -1)) : undefined
  if (days === undefined && !isDate(until))
    throw new UsageError(
      `"${until}" is neither a date that exists nor a count of days. Write --until as 2026-11-20 or as 90d.`,
    )
  const last = days === undefined ? until : addDays(today, days)
  if (last <= today) throw new UsageError(`A forecast looks ahead: --until has to be after ${today}.`)
  if (daysBetween(today, last) > MOST_DAYS)
    throw new UsageError(`A forecast reaches ${MOST_DAYS} days at most, to ${addDays(today, MOST_DAYS)}.`)
  return last
}
