import type { Analysis } from '../engine/analyze.ts'
import type { KnownName } from '../engine/portfolio/known-names.ts'
import type { Reference } from '../engine/schema/describe.ts'

/** What completion knows of a pilot beside the text. */
export interface PilotKnowledge {
  /** Of the text as it is now. */
  readonly analysis: Analysis
  /** The name of the file without folders. */
  readonly file: string | undefined
  /** Whom and what the pilots mention and the registry lists. */
  names(refers: Reference): readonly KnownName[]
  /** The jobs that pilots do. */
  useCases(): readonly string[]
  /** The names of rules that the organisation wrote itself. */
  readonly customRules: readonly string[]
}
