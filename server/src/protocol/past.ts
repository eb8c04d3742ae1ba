import { RequestType } from 'vscode-languageserver-protocol'
import type { DocumentUri } from 'vscode-languageserver-types'

/** Asks for the texts before and after a change that Git remembers; `null` where it remembers none, or may not be asked. */
export const showRevision: RequestType<ChangeOfFile, RevisionTexts | null, void> = new RequestType(
  'pilots/revision',
)

/** Asks for every change of the success criteria of a pilot, the newest first. */
export const showGoalposts: RequestType<{ readonly uri: DocumentUri }, Goalposts | null, void> =
  new RequestType('pilots/goalposts')

/** A change of a file, or one that a finding in it is about. */
export interface ChangeOfFile {
  readonly uri: DocumentUri
  /** The full hash; absent for what is in no commit yet. */
  readonly commit?: string | undefined
}

export interface RevisionTexts {
  /** Absent where there was no such file. */
  readonly before: string | undefined
  readonly after: string | undefined
}

export interface Goalposts {
  readonly changes: readonly GoalpostChange[]
  /** Why nothing is known, as half a sentence. */
  readonly gap: string | undefined
}

export interface GoalpostChange {
  readonly commit: string | undefined
  readonly date: string
  readonly author: string | undefined
  /** The criterion, as it is called after the change. */
  readonly metric: string
  readonly what: 'added' | 'dropped' | 'metric' | 'better' | 'baseline' | 'target' | 'deadline'
  readonly before: string | undefined
  readonly after: string | undefined
  /** Whether it is easier to meet, or to look good by, than before. */
  readonly easier: boolean
}

/** What a client is told to run when the user wants to see a change; it gets a `ChangeOfFile` with the date. */
export const SHOW_CHANGE = 'pilots.showChange'
