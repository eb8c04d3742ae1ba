import { NotificationType, RequestType } from 'vscode-languageserver-protocol'
import type { DocumentUri, Range } from 'vscode-languageserver-types'

/** Asks for every pilot of the workspace, those that are open with their unsaved text; or for what is new since an answer. */
export const listPilots: RequestType<ListParams, PilotList, void> = new RequestType('pilots/list')

/** Asks for all of a pilot that the list names in brief; `null` when there is none. */
export const showPilot: RequestType<{ readonly uri: DocumentUri }, PilotItem | null, void> = new RequestType(
  'pilots/one',
)

/** Sent after the first `pilots/list` whenever its answer may have changed. Says no more: without any parameter the client would complain. */
export const pilotsChanged: NotificationType<object> = new NotificationType('pilots/changed')

export interface ListParams {
  /** The `state` of the answer that the client has. */
  readonly since?: string
  /** Whether many may come in brief: the client asks about the few that are looked at. */
  readonly brief?: boolean
}

export interface PilotList {
  /** Names this answer. */
  readonly state: string
  /** All, in their order; of what is the same in the answer that the client has only its place there is said. */
  readonly pilots: readonly (PilotItem | Run)[]
}

/** Pilots one after another in the answer before. */
export type Run = readonly [from: number, count: number]

export interface PilotItem {
  readonly uri: DocumentUri
  /** Present where only what a row of a list shows is said: the lists below are empty then, and what may be absent is. */
  readonly brief?: true
  /** The short name; the file's name where none is written. */
  readonly name: string
  /** The title; the short name where none is written. */
  readonly title: string
  /** Whether there is a pilot in the file; without one all but its findings is a guess. */
  readonly readable: boolean
  readonly stage: Stage
  /** The name of the operator. */
  readonly operator: string | undefined
  readonly verdict: Verdict
  /** The signs of purgatory, each as half a sentence. */
  readonly signs: readonly string[]
  readonly readiness: Readiness
  /** What keeps it from being more ready, each as half a sentence. */
  readonly gaps: readonly string[]
  /** The first and the last day on which production is realistic, while it is on its way, and whether they have passed. */
  readonly window: { readonly from: string; readonly to: string; readonly isOver: boolean } | undefined
  /** What waiting has cost since the promised production date. */
  readonly delay: DelayItem | undefined
  readonly outputs: readonly OutputItem[]
  readonly gates: readonly GateItem[]
  readonly count: Readonly<Record<Severity, number>>
  /** Those that count. */
  readonly findings: readonly FindingItem[]
  /** How many more there are that the baseline holds. */
  readonly known: number
  readonly notRun: readonly NotRunItem[]
  /** Of the key that names the pilot: where a click on it leads. */
  readonly range: Range
}

export interface DelayItem {
  readonly since: string
  /** With its currency, for a reader. */
  readonly cost: string
}

export type Stage = 'criteria' | 'ownership' | 'data' | 'rollout' | 'adoption' | 'production' | 'stopped'
export type Verdict = 'in-purgatory' | 'at-risk' | 'healthy' | 'in-production' | 'stopped-well' | 'stopped'
export type Readiness = 'high' | 'medium' | 'low'
export type Severity = 'error' | 'warning' | 'info'

/** What a stage has to produce, and whether it is there. */
export interface OutputItem {
  readonly stage: Stage
  readonly label: string
  readonly exists: boolean
  /** What is missing from it, each as half a sentence. */
  readonly missing: readonly string[]
  /** Where it stands, or where the first thing that it lacks belongs. */
  readonly range: Range
}

/**
 * `passed`: held, and the pilot may go on; `held-back`: held, and it may not; `due`: planned; `overdue`: its date and the
 * days of grace have passed; `missing`: the pilot went past the stage without one, or no date is written.
 */
export type GateState = 'passed' | 'held-back' | 'due' | 'overdue' | 'missing'

export interface GateItem {
  readonly stage: Stage | undefined
  readonly state: GateState
  /** The day on which it was held or is due. */
  readonly date: string | undefined
  /** Absent where no gate is written. */
  readonly range: Range | undefined
}

export interface FindingItem {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly range: Range
}

/** A rule that could not be evaluated. */
export interface NotRunItem {
  readonly rule: string
  /** The end of a sentence: `for lack of Git history: this workspace is not trusted`. */
  readonly reason: string
}
