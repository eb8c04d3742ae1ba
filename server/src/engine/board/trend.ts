import type { FileHistory } from '../history/history.ts'
import { gapText } from '../history/source.ts'
import { addDays, addMonths, earliest, type IsoDate } from '../pilot/dates.ts'
import { type Stage, stageOf } from '../pilot/stages.ts'
import type { Trend, TrendMonth } from './board.ts'
import type { BoardFile } from './board-of.ts'

/** Months that are shown. */
const MOST = 12

/** The stages of the present pilots month by month, as they were committed; the last month has them as they are. */
export function trendOf(files: readonly BoardFile[], asOf: IsoDate): Trend {
  const known = files.filter(({ history }) => history !== undefined)
  const begun = earliest(...known.map(({ history }) => history?.revisions[0]?.date))
  if (begun === undefined) return { notRun: reason(files) }
  const first = [addMonths(monthStart(asOf), 1 - MOST), monthStart(begun)].sort()[1] ?? begun
  const months: TrendMonth[] = []
  for (let start = first; start <= asOf; start = addMonths(start, 1)) {
    const last = addDays(addMonths(start, 1), -1)
    months.push({ month: start.slice(0, 7), stages: count(known.map((file) => stageAt(file, last, asOf))) })
  }
  return { months, unknown: files.length - known.length }
}

function reason(files: readonly BoardFile[]): string {
  const gap = files.map(({ noHistory }) => noHistory).find((each) => each !== undefined)
  return gap ? gapText(gap) : 'no file has a history'
}

function stageAt({ history, analysis }: BoardFile, day: IsoDate, asOf: IsoDate): Stage | undefined {
  return day >= asOf ? stageOf(analysis.pilot) : stageThen(history, day)
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
