import type { Counts } from '../counts.ts'
import type { Finding, Severity } from '../finding.ts'
import type { DashboardRow, Measured } from '../pilot/dashboard.ts'
import type { IsoDate } from '../pilot/dates.ts'
import type { CostOfDelay } from '../pilot/delay.ts'
import type { GateState } from '../pilot/gates.ts'
import type { ComputedReadiness, Window } from '../pilot/readiness.ts'
import type { StageTime } from '../pilot/stage-time.ts'
import type { Stage } from '../pilot/stages.ts'
import type { Judgement, Verdict } from '../pilot/verdict.ts'

/**
 * All pilots as a manager looks at them: plain data, which `schemas/board.schema.json` describes. Within a version keys are
 * only ever added. Pilots are in the order of their files, and others name them by their place in that order.
 */
export interface Board {
  readonly kind: 'board'
  readonly version: 1
  readonly asOf: IsoDate
  readonly pilots: readonly BoardPilot[]
  /** In the order of the work, without the end that is a stop. */
  readonly stages: readonly StageCount[]
  readonly verdicts: Readonly<Record<Verdict, number>>
  /** The columns of the heat table, from the file itself to the whole portfolio. */
  readonly groups: readonly string[]
  /** Those who carry most come first; the pilots without an operator come last. */
  readonly owners: readonly Owner[]
  /** What waiting has cost, summed for each currency, the largest first. */
  readonly delays: readonly Amount[]
  readonly trend: Trend
  /** Files of which nothing else is said here. */
  readonly unread: readonly Unread[]
}

export interface BoardPilot extends Judgement {
  /** As a reader knows it: relative, with forward slashes. */
  readonly file: string
  /** Where the caller finds the file again; absent in what is written to a file. */
  readonly uri?: string
  /** The short name; that of the file where none is written. */
  readonly name: string
  readonly title: string | undefined
  /** The team of the pilot, else that of its operator. */
  readonly team: string | undefined
  /** The operator, in the spelling that the portfolio uses first. */
  readonly owner: string | undefined
  readonly stage: Stage
  /** The furthest stage that it came to, which for a stopped one is where it was stopped; unknown where nothing tells. */
  readonly furthest: Stage | undefined
  readonly at: Place
  readonly readiness: ComputedReadiness
  readonly timeline: BoardTimeline
  /** Absent where the stage is an end, or nothing says since when it lasts. */
  readonly stageTime: Pick<StageTime, 'since' | 'days' | 'longest'> | undefined
  readonly delay: CostOfDelay | undefined
  /** One for each group of the board. */
  readonly heat: readonly Cell[]
  readonly criteria: readonly BoardCriterion[]
  /** In the order of their places. */
  readonly findings: readonly BoardFinding[]
}

/** Where something stands in the file. Both count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export interface BoardTimeline {
  readonly start: IsoDate | undefined
  readonly end: IsoDate | undefined
  readonly productionBy: IsoDate | undefined
  /** When production is realistic. */
  readonly window: Window | undefined
  /** The stages that were passed, without gaps, up to today or to the end of the pilot. */
  readonly stages: readonly StageSpan[]
  /** Without one whose decision was taken at a later one of its stage. */
  readonly gates: readonly BoardGate[]
}

export interface StageSpan {
  readonly stage: Stage
  readonly from: IsoDate
  readonly to: IsoDate
}

export interface BoardGate {
  readonly stage: Stage | undefined
  readonly state: GateState
  /** The day on which it was held or is due. */
  readonly date: IsoDate | undefined
  readonly at: Place
}

/**
 * `failed`: something was found; `passed`: rules were asked and found nothing; `not-run`: none of those that are due could be
 * asked; `not-applicable`: none is due at this stage.
 */
export type CellState = 'passed' | 'failed' | 'not-applicable' | 'not-run'

/** What the rules of a group say about a pilot. */
export interface Cell extends Counts {
  readonly state: CellState
  /** Findings that another one stands for, such as that of an incomplete file; not counted above. */
  readonly covered: number
  readonly suppressed: number
  /** The first of the weightiest findings. */
  readonly at: Place | undefined
}

export interface BoardCriterion extends DashboardRow {
  readonly readings: readonly Measured[]
  readonly at: Place
}

export interface BoardFinding extends Pick<Finding, 'rule' | 'message'> {
  readonly severity: Severity
  readonly at: Place
}

export interface StageCount {
  readonly stage: Stage
  /** Pilots that are in it. */
  readonly now: number
  /** Pilots that came at least as far, those that were stopped later included. */
  readonly reached: number
}

export interface Owner {
  /** Absent for the pilots that name nobody. */
  readonly name: string | undefined
  /** Whether it is the name of one person. */
  readonly isPerson: boolean
  readonly pilots: readonly number[]
  /** How many of them are neither in production nor stopped. */
  readonly active: number
}

export interface Amount {
  readonly currency: string
  readonly amount: number
}

/** How many pilots were in each stage at the end of each month, by the commits; or why nobody knows. */
export type Trend =
  | { readonly months: readonly TrendMonth[]; readonly unknown: number; readonly notRun?: undefined }
  | { readonly notRun: string }

export interface TrendMonth {
  /** `YYYY-MM`. The last one ends today. */
  readonly month: string
  readonly stages: Readonly<Record<Stage, number>>
}

export interface Unread {
  readonly file: string
  /** Where the caller finds the file again; absent in what is written to a file. */
  readonly uri?: string
  readonly problem: string
}
