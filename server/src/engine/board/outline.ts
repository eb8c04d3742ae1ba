import type { Analysis } from '../analyze.ts'
import type { FileHistory } from '../history/history.ts'
import { dashboardOf } from '../pilot/dashboard.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { delayOf } from '../pilot/delay.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { criteriaOf, readingsOf } from '../pilot/progress.ts'
import { readinessOf } from '../pilot/readiness.ts'
import { stageTime } from '../pilot/stage-time.ts'
import { type Standing, standingOf } from '../pilot/stages.ts'
import { type Outlook, outlookOf } from '../pilot/verdict.ts'
import type { Span } from '../text/span.ts'
import type { BoardCriterion, BoardPilot, Place } from './board.ts'
import { furthestOf, timelineOf } from './timeline.ts'

/**
 * What the board says of a pilot whatever is found in it: plain data, which can be held where its tree is not. It depends on the
 * text, the day and the history.
 */
export interface Outline
  extends Pick<
    BoardPilot,
    'title' | 'team' | 'furthest' | 'at' | 'readiness' | 'timeline' | 'stageTime' | 'delay' | 'criteria'
  > {
  /** As it is written. */
  readonly name: string | undefined
  readonly operator: string | undefined
  readonly standing: Standing
  readonly outlook: Outlook
}

export function outlineOf(analysis: Analysis, history: FileHistory | undefined, asOf: IsoDate): Outline {
  const { pilot, findings, currency } = analysis
  const at = (span: Span): Place => placeOf(analysis, span)
  const time = stageTime(pilot, asOf, history)
  const timeline = timelineOf(pilot, { asOf, history, at })
  return {
    name: pilot.name?.value,
    title: pilot.title?.value,
    team: (pilot.team ?? pilot.owners?.operator?.team)?.value,
    operator: pilot.owners?.operator?.name?.value,
    standing: standingOf(pilot),
    outlook: outlookOf(pilot, findings, asOf),
    furthest: furthestOf(pilot, timeline.stages),
    at: at((pilot.title ?? pilot.name ?? pilot).keySpan),
    readiness: readinessOf(pilot),
    timeline,
    stageTime: time && { since: time.since, days: time.days, longest: time.longest },
    delay: delayOf(pilot, asOf, currency),
    criteria: criteriaWith(pilot, asOf, at),
  }
}

export function placeOf({ lines }: Analysis, { start }: Span): Place {
  const { line, character } = lines.positionAt(start)
  return { line: line + 1, column: character + 1 }
}

function criteriaWith(pilot: Pilot, asOf: IsoDate, at: (span: Span) => Place): readonly BoardCriterion[] {
  const sources = criteriaOf(pilot)
  return dashboardOf(pilot, asOf).flatMap((row, index) => {
    const source = sources[index]
    if (!source) return []
    const readings = readingsOf(source).map(({ date, value }) => ({ date: date.value, value: value.value }))
    return [{ ...row, readings, at: at(source.keySpan) }]
  })
}
