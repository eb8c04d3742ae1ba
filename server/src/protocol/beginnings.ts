import { RequestType, RequestType0 } from 'vscode-languageserver-protocol'
import type { FindingItem } from './pilots.ts'

/** Asks for the text of a new pilot, or what is wrong with the answers. Nothing is written. */
export const newPilotText: RequestType<NewPilot, NewPilotText | Problems, void> = new RequestType(
  'pilots/newText',
)

/** Asks for the names that a person can choose from. */
export const knownNames: RequestType0<KnownNames, void> = new RequestType0('pilots/names')

/** Asks for the workflow that checks the pilots of a repository. */
export const workflowFile: RequestType<BelowRoot, StarterFile, void> = new RequestType('pilots/workflow')

/** Asks what would be found in a text if it were a pilot file of that name; `null` when that failed. */
export const checkText: RequestType<TextToCheck, readonly FindingItem[] | null, void> = new RequestType(
  'pilots/checkText',
)

/** Asks what is wrong with a value before it is written under a path of keys, in the words of a finding. */
export const checkAnswer: RequestType<AnswerToCheck, string | null, void> = new RequestType(
  'pilots/checkAnswer',
)

export interface AnswerToCheck {
  /** Keys, and indexes of lists. */
  readonly path: readonly (string | number)[]
  readonly value: string | number | boolean
}

export type PilotKind = 'minimal' | 'five-stage' | 'ninety-day'

/** As a person typed it; what is empty is left to be filled in. */
export interface NewPilot {
  readonly template: PilotKind
  readonly name: string
  readonly title?: string
  readonly team?: string
  readonly operator?: string
  readonly sponsor?: string
  readonly start?: string
}

export interface NewPilotText {
  readonly kind: 'text'
  /** The name of the file, without folders. */
  readonly file: string
  readonly text: string
}

/** Each for a reader, in the words of a finding. */
export interface Problems {
  readonly kind: 'problems'
  readonly name: string | undefined
  readonly start: string | undefined
}

export interface KnownNames {
  readonly people: readonly string[]
  readonly teams: readonly string[]
  /** The day on which pilots are judged. */
  readonly today: string
}

/** A folder by the way that leads to it from the root of its repository, empty where they are one. */
export interface BelowRoot {
  readonly below: string
}

export interface StarterFile {
  /** From the folder of the workspace, with forward slashes. */
  readonly path: string
  readonly text: string
}

export interface TextToCheck {
  readonly text: string
  readonly name?: string
}
