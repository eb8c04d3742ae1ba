import { RequestType } from 'vscode-languageserver-protocol'
import type { DocumentUri, Range, WorkspaceEdit } from 'vscode-languageserver-types'
import type { Stage } from './pilots.ts'

/** Asks what a person can choose from who takes a step with a pilot. */
export const stepChoices: RequestType<PilotParams, StepChoices | Refusal, void> = new RequestType(
  'pilots/choices',
)

/** Asks for the edit of a step. The server changes nothing. */
export const stepEdit: RequestType<StepParams, StepEdit | Refusal, void> = new RequestType('pilots/edit')

/** Asks what keeps a pilot from its next stage. */
export const checklist: RequestType<PilotParams, Checklist | Refusal, void> = new RequestType(
  'pilots/checklist',
)

/** Asks for the closing review of a pilot as a page of Markdown. */
export const closingReview: RequestType<PilotParams, Page | Refusal, void> = new RequestType('pilots/closing')

export interface PilotParams {
  readonly uri: DocumentUri
}

export interface StepParams extends PilotParams {
  readonly step: Step
}

/** Why something cannot be done, and what to do, for a reader. */
export interface Refusal {
  readonly kind: 'refused'
  readonly message: string
  /** What is in the way, where that can be listed. */
  readonly missing: readonly MissingItem[]
  /** Of the document that it is about; `null` for a file on disk. */
  readonly version: number | null
}

export interface StepEdit {
  readonly kind: 'edit'
  readonly edit: WorkspaceEdit
  readonly version: number | null
}

export interface Checklist {
  readonly kind: 'checklist'
  readonly title: string
  readonly from: Stage
  readonly to: Stage
  readonly missing: readonly MissingItem[]
  readonly version: number | null
}

export interface Page {
  readonly kind: 'page'
  readonly title: string
  readonly markdown: string
}

/** One thing that keeps a pilot from a stage. */
export interface MissingItem {
  readonly kind: 'output' | 'gate' | 'finding'
  /** The stage that owes it. */
  readonly stage: Stage | undefined
  /** Half a sentence, or the message of the finding. */
  readonly says: string
  readonly rule: string | undefined
  /** The gate at which a decision is to be recorded. */
  readonly gate: number | undefined
  readonly range: Range
  readonly fixes: readonly { readonly title: string; readonly edit: WorkspaceEdit }[]
}

export type Step =
  | {
      readonly do: 'decide'
      /** Its place among the gates of the file, from 0; absent: one that nobody had planned. */
      readonly gate?: number
      /** Of a gate that nobody had planned. */
      readonly stage?: Stage
      readonly decision: Decision
      readonly by: string
      readonly date: string
      readonly adoptersUsing?: number
      readonly metricsMoving?: boolean
    }
  | { readonly do: 'advance' }
  | { readonly do: 'read'; readonly criterion: number; readonly date: string; readonly value: number }
  | {
      readonly do: 'stop'
      readonly by: string
      readonly date: string
      readonly because: string
      readonly learned: readonly string[]
    }

export type Decision = 'advance' | 'expand' | 'diagnose' | 'hold' | 'stop'

export interface StepChoices {
  readonly kind: 'choices'
  readonly title: string
  readonly stage: Stage
  /** The stage that it can go on to. */
  readonly next: Stage | undefined
  readonly today: string
  readonly sponsor: string | undefined
  /** The gates without a decision; of the present stage, and of those that were left without one, also a gate that nobody planned. */
  readonly gates: readonly GateChoice[]
  readonly criteria: readonly CriterionChoice[]
  /** The people of all pilots, those in most places first. */
  readonly people: readonly string[]
}

export interface GateChoice {
  /** Its place in the file; absent for one that nobody had planned. */
  readonly gate: number | undefined
  readonly stage: Stage
  readonly due: string | undefined
  readonly held: string | undefined
  readonly isOverdue: boolean
  readonly decisions: readonly { readonly word: string; readonly meaning: string }[]
  /** Whether it asks how many use it and whether the numbers move. */
  readonly asksEvidence: boolean
}

export interface CriterionChoice {
  readonly criterion: number
  readonly metric: string
  readonly unit: string | undefined
  readonly target: number | undefined
  readonly newest: { readonly date: string; readonly value: number } | undefined
}
