import type { FileHistory } from '../history/history.ts'
import { addDays, addMonths, earliest, type IsoDate, latest } from '../pilot/dates.ts'
import type { Stage } from '../pilot/stages.ts'
import type { Trend, TrendMonth } from './board.ts'

/** Months that are shown. */
const MOST = 12

/** Where a pilot stands, and where it stood. */
interface Course {
  readonly stage: Stage
  readonly history: FileHistory | undefined
}

/**
 * The stages of the present pilots month by month, as they were committed; the last month has them as they are. `undefined`
 * where none of them has a history.
 */
export function trendOf(files: readonly Course[], asOf: IsoDate): Trend | undefined {
  const known = files.filter(({ history }) => history !== undefined)
  const begun = earliest(...known.map(({ history }) => history?.revisions[0]?.date))
  if (begun === undefined) return undefined
  const first = latest(addMonths(monthStart(asOf), 1 - MOST), monthStart(begun)) ?? begun
  const months: TrendMonth[] = []
  for (let start = first; start <= asOf; start = addMonths(start, 1)) {
    const last = addDays(addMonths(start, 1), -1)
    const then = known.map(({ stage, history }) => (last >= asOf ? stage : stageThen(history, last)))
    months.push({ month: start.slice(0, 7), stages: count(then) })
  }
  return { months, unknown: files.length - known.length }
}

function stageThen(history: FileHistory | undefined, day: IsoDate): Stage | undefined {
  return history?.revisions.findLast(({ date }) => date <= day)?.commitments.stage
}

function count(found: readonly (Stage | undefined)[]): TrendMonth['stages'] {
  const of = (stage: Stage): number => found.filter((each) => each === stage).length
  return {
    criteria: of('criteria'),
    ownership: of('ownership'),
    data: of('data'),
    rollout: of('rollout'),
    adoption: of('adoption'),
    production: of('production'),
    stopped: of('stopped'),
  }
}

function monthStart(date: IsoDate): IsoDate {
  return `${date.slice(0, 8)}01`
}
