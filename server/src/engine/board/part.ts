import type { Analysis } from '../analyze.ts'
import { dashboardOf } from '../pilot/dashboard.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { delayOf } from '../pilot/delay.ts'
import { pilotNameOf } from '../pilot/file-name.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { criteriaOf, readingsOf } from '../pilot/progress.ts'
import { readinessOf } from '../pilot/readiness.ts'
import { stageTime } from '../pilot/stage-time.ts'
import { isActive, stageOf } from '../pilot/stages.ts'
import { verdictOf } from '../pilot/verdict.ts'
import type { Span } from '../text/span.ts'
import type { BoardCriterion, BoardPilot, Cell, Place } from './board.ts'
import type { BoardFile, BoardScene } from './board-of.ts'
import { cellsOf } from './heat.ts'
import { furthestOf, timelineOf } from './timeline.ts'

/** What the board says of one file, as far as no other matters. Nothing of its tree is held. */
export interface BoardPart {
  /** Without what only all files together tell: its owner in the common spelling, and which groups there are. */
  readonly pilot: Omit<BoardPilot, 'file' | 'uri'>
  /** The cells of the groups of which anything is to be said. */
  readonly cells: ReadonlyMap<string, Cell>
  /** The name as it is written here. */
  readonly operator: string | undefined
  readonly isActive: boolean
}

/** Reads all that the board needs of a file at one go; the file has to be readable. */
export function partOf(source: BoardFile, scene: BoardScene): BoardPart {
  const { file, analysis, history } = source
  const { pilot, findings, currency } = analysis
  const { asOf } = scene
  const at = (span: Span): Place => placeOf(analysis, span)
  const time = stageTime(pilot, asOf, history)
  const timeline = timelineOf(pilot, { asOf, history, at })
  return {
    operator: pilot.owners?.operator?.name?.value,
    isActive: isActive(pilot),
    cells: cellsOf(source, scene, at),
    pilot: {
      name: pilot.name?.value ?? pilotNameOf(file),
      title: pilot.title?.value,
      team: (pilot.team ?? pilot.owners?.operator?.team)?.value,
      owner: undefined,
      stage: stageOf(pilot),
      furthest: furthestOf(pilot, timeline.stages),
      at: at((pilot.title ?? pilot.name ?? pilot).keySpan),
      ...verdictOf(pilot, findings, asOf),
      readiness: readinessOf(pilot),
      timeline,
      stageTime: time && { since: time.since, days: time.days, longest: time.longest },
      delay: delayOf(pilot, asOf, currency),
      heat: [],
      criteria: criteriaWith(pilot, asOf, at),
      findings: findings.map(({ rule, severity, message, span }) => ({
        rule,
        severity,
        message,
        at: at(span),
      })),
    },
  }
}

function placeOf({ lines }: Analysis, { start }: Span): Place {
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
