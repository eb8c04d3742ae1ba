import type { Fix, Related, Severity } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import type { SeverityByStage } from '../pilot/stages.ts'
import type { Suppression } from '../suppress.ts'
import type { Span } from '../text/span.ts'
import type { Syntax } from '../yaml/node.ts'

/**
 * One question about a pilot: will this keep it from reaching production? Everything about it stands in one constant;
 * its page, hover, `explain` and help are rendered from it, and its examples are its first tests.
 */
export interface Rule {
  /** `group/name`, and the file that it stands in. */
  readonly id: string
  readonly from: SeverityByStage
  /** What the rule has to be given beside the pilot. Without it the rule is listed as not run. */
  readonly needs?: readonly Need[]
  /** Thresholds that a configuration may change. */
  readonly options?: Readonly<Record<string, Option>>
  /** Reports what any text may hold, and is silent where another finding stands at the same place. */
  readonly general?: true
  /** Looks at the text, and so runs on a file that does not parse. */
  readonly broken?: true
  readonly docs: Docs
  /** A pure function of its arguments. Yields nothing for a field that is absent or of the wrong kind, unless that is its question. */
  check(pilot: Pilot, scene: Scene): Iterable<Report>
}

/** `today`: it can turn with the date alone; `history`: Git; `portfolio`: the other pilots; `registry`: known people and systems. */
export type Need = 'today' | 'history' | 'portfolio' | 'registry'

export interface Option {
  readonly description: string
  readonly default: number
}

/** What a rule sees beside the pilot. */
export interface Scene {
  readonly today: IsoDate
  readonly file: SourceFile
  /** The value of an option of the rule that runs. */
  option(name: string): number
  /** Where a pilot takes effect that does not say so itself. */
  readonly jurisdictions: readonly string[]
  /** The currency of a file that names none. */
  readonly currency: string
  /** The suppressions of the file with what they matched; empty until all other rules have run. */
  readonly suppressions: readonly Suppression[]
}

/** The file behind a pilot. */
export interface SourceFile {
  readonly syntax: Syntax
  /** Without folders; absent for text that is no file. */
  readonly name: string | undefined
}

/** What a rule found. The engine adds the rule and the severity of the stage. */
export interface Report {
  readonly at: Span
  readonly message: string
  readonly severity?: Severity
  readonly related?: readonly Related[]
  readonly fixes?: readonly Fix[]
}

export interface Docs {
  /** What it checks, as one sentence. */
  readonly summary: string
  /** Why pilots die of it, with the figure where there is one. */
  readonly why: string
  /** What to do about it. */
  readonly remedy: string
  readonly sources: readonly Source[]
  /** When a suppression is the right answer; absent where it never is. */
  readonly suppress?: string
  readonly bad: readonly Example[]
  readonly good: readonly Example[]
}

/** A claim that the rule rests on. The letter of its number names the document. */
export interface Source {
  readonly claim: string
  /** What the document says, in our words. */
  readonly says: string
}

/**
 * A fragment of a pilot file; the keys that every file needs are added when they are absent. In a bad one, a comment with
 * carets below a line marks each finding: `#   ^^^^ error: its message`.
 */
export interface Example {
  readonly title: string
  readonly yaml: string
  /** The day on which it is checked; 2026-06-01 when absent. */
  readonly today?: IsoDate
  /** The name of the file; that of the pilot when absent. */
  readonly file?: string
}
