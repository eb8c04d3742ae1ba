import { isReadable, understand } from '../../engine/analyze.ts'
import { NO_PILOT } from '../../engine/analyze-content.ts'
import { forecast } from '../../engine/forecast.ts'
import { addDays, daysBetween, type IsoDate, isDate } from '../../engine/pilot/dates.ts'
import { portfolioOnDays } from '../../engine/portfolio/days.ts'
import { compareTexts } from '../../engine/text/compare.ts'
import { visible } from '../../engine/text/visible.ts'
import { analyzeMany, type Prepared, remembering } from '../analyze-many.ts'
import { type AnalysisOptions, preparePaths } from '../analyze-paths.ts'
import type { Unread } from '../checked.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { placesOf } from '../inputs.ts'
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
  named: readonly string[],
  options: ForecastOptions,
  io: Io,
): Promise<ExitCode> {
  const paths = await placesOf(named, options, io)
  // What is said of a file today is said again with that of all days; of the others the rules over all pilots need little.
  const keep = remembering(options)
  const { asOf, prepared, around, ...rest } = await preparePaths(paths, { ...options, keep }, io)
  const until = lastDay(options.until, asOf)
  const days = daysFrom(asOf, until)
  const among = around && portfolioOnDays(await analyzeMany(prepared, keep, io), around, days)
  const within = io.within ?? ((run) => ({ value: run() }))
  const [coming, others]: [Coming[], Unread[]] = [[], []]
  for (const each of prepared) {
    // What is judged once within its time may not be so for each of the days.
    const looked = within(() => comingOf(each, { until, join: among?.(each.full) }))
    if (looked?.value) for (const turn of looked.value) coming.push(turn)
    else others.push({ path: each.path, problem: looked ? NO_PILOT : TOO_SLOW })
  }
  const pilots = prepared.length - others.length
  const unread = [...rest.unread, ...others]
  const outlook = { asOf, until, pilots, unread, coming: coming.sort(byDay) }
  io.out(reports[options.format](outlook, io))
  for (const { path, problem } of others)
    io.err(`pilots: ${visible(path)} is not in the forecast: ${problem}.\n`)
  return complain(rest, io) ? exit.usage : exit.clean
}

const reports: Readonly<Record<ForecastOptions['format'], (outlook: Outlook, io: Io) => string>> = {
  table: (outlook, io) => forecastTable(outlook, styleFor(io)),
  json: forecastJson,
  ics: calendar,
}

const TOO_SLOW = 'to judge it on each day takes too long'

/** What comes of the pilot in a file; `undefined` where there is none. What cannot be read today cannot be read tomorrow. */
function comingOf(
  { path, content, file, circumstances }: Prepared,
  ahead: Parameters<typeof forecast>[2],
): readonly Coming[] | undefined {
  if (content.kind !== 'text') return undefined
  const { text } = content
  const { syntax, pilot } = understand({ text })
  if (!isReadable(syntax)) return undefined
  const [name, title] = [pilot.name?.value, pilot.title?.value]
  return forecast({ ...file, text }, circumstances, ahead).map((turn) => ({ path, name, title, ...turn }))
}

function byDay(a: Coming, b: Coming): number {
  return compareTexts(a.date, b.date) || compareTexts(a.path, b.path)
}

/** Days that a forecast reaches: what is further away will change before. */
const MOST_DAYS = 400

function daysFrom(first: IsoDate, last: IsoDate): readonly IsoDate[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, days) => addDays(first, days))
}

function lastDay(until: string, today: IsoDate): IsoDate {
  const days = /^\d{1,4}d$/.test(until) ? Number(until.slice(0, -1)) : undefined
  if (days === undefined && !isDate(until))
    throw new UsageError(
      `"${until}" is neither a date like 2026-11-20 nor a count of days like 90d. Write --until as one of them.`,
    )
  const last = days === undefined ? until : addDays(today, days)
  if (last <= today) throw new UsageError(`A forecast looks ahead: --until has to be after ${today}.`)
  if (daysBetween(today, last) > MOST_DAYS)
    throw new UsageError(`A forecast reaches ${MOST_DAYS} days at most, to ${addDays(today, MOST_DAYS)}.`)
  return last
}
