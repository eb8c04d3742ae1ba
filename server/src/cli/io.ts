import type { Content } from '../engine/analyze-content.ts'
import type { CustomChecks } from '../engine/config/custom.ts'
import type { HistorySource } from '../engine/history/source.ts'
import type { IsoDate } from '../engine/pilot/dates.ts'
import type { FileKind, ReadResult, Within } from '../engine/ports.ts'
import type { PortfolioRule, Rule } from '../engine/rules/rule.ts'
import type { Skipped } from '../engine/skipped.ts'
import { compareTexts } from '../engine/text/compare.ts'
import type { CacheFolder } from '../node/cache-folder.ts'
import type { Revisions } from '../node/revisions.ts'
import type { Writes } from '../node/write.ts'
import type { Threads } from './crew.ts'
import type { Outputs } from './outputs.ts'
import type { Prompt } from './prompt.ts'

/** The world of the command line. `main.ts` hands over that of the process, a test one in memory. */
export interface Io {
  /** Takes the report and nothing else. */
  out(text: string): void
  /** Waits while so much of the report is not taken that no more should be handed to `out`; absent where all is taken at once. */
  drained?(): Promise<void>
  /** Takes what is said to the person who called. */
  err(text: string): void
  /** All of standard input. */
  stdin(): Promise<Content>
  /** The folder that paths are relative to: absolute, with forward slashes. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isTerminal: boolean
  /** Whether a coding agent runs the program. */
  readonly isAgent: boolean
  readonly columns: number | undefined
  /** The day on which the program runs. */
  readonly today: IsoDate
  readonly machine: Machine
  readonly files: Files
  readonly outputs: Outputs
  /** Where what was found is remembered from one run to the next. */
  readonly cache: CacheFolder
  /** Writes pilots and the files beside them. */
  readonly writes: Writes
  readonly history: HistorySource
  readonly revisions: Revisions
  readonly rules: readonly Rule[]
  /** Those over all pilots. */
  readonly portfolioRules: readonly PortfolioRule[]
  readonly customChecks: CustomChecks
  /** The threads that may work beside this one; none when absent. They have the rules of the program. */
  readonly threads?: Threads
  /** Ends the check of a file that takes too long; without it nothing is ended. */
  readonly within?: Within
  /** Called before what is found in many files is held at once. */
  holdLess?(): void
  /** Milliseconds since some moment; absent where nobody watches what is said on `err`. */
  watch?(): number
  /** The person at the terminal, who can be asked; absent where nobody is. Whoever calls it has to close what it gives. */
  prompt(): Prompt | undefined
  /** Serves an editor over standard input and output until it leaves. */
  serve(): Promise<void>
}

/** All rules of the program, those over all pilots among them, in the order of their names. */
export function allRules({
  rules,
  portfolioRules,
}: Pick<Io, 'rules' | 'portfolioRules'>): readonly (Rule | PortfolioRule)[] {
  return [...rules, ...portfolioRules].sort((a, b) => compareTexts(a.id, b.id))
}

/** What the program runs on. */
export interface Machine {
  /** The version of Node.js, without a letter. */
  readonly node: string
  /** Such as `linux x64`. */
  readonly platform: string
  /** The build service that runs the program; absent where none does. */
  readonly ci: string | undefined
  /** The version of Git; absent where there is none. */
  gitVersion(): Promise<string | undefined>
}

/** The files that can be read. Paths are absolute, with forward slashes. All calls settle with a result. */
export interface Files {
  kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'missing'>
  /** The nearest folder upwards that holds a Git repository. */
  rootOf(folder: string): Promise<string | undefined>
  /** The pilots of the repository around a folder that Git holds and did not put there; absent where nobody can tell. */
  notCheckedOut?(folder: string): Promise<ReadonlySet<string>>
  /** The baselines below a folder, without those that Git ignores; absent where nobody can tell. */
  baselinesBelow?(folder: string): Promise<readonly string[]>
  /**
   * The files of a kind below a folder, pilots unless another is named, without what Git ignores. What it holds is not ignored,
   * whatever a pattern says.
   */
  list(folder: string, kind?: FileKind): Promise<Found>
  /** Reads a file found below `folder`, or one that the user named, which may be a link. */
  read(path: string, folder: string | undefined): Promise<ReadResult>
  /** Reads a file that the user named and that may be larger than a pilot: a table of up to 64 MB. */
  readTable(path: string): Promise<ReadResult>
  /** Reads a file that the user named and that this program wrote; `undefined` where that cannot be. */
  readBytes(path: string): Promise<Uint8Array | undefined>
  /** The same files for whoever leaves out Git; absent where it is never asked. */
  readonly withoutGit?: Files
}

export interface Found {
  readonly paths: readonly string[]
  /** False when there was too much to visit. */
  readonly complete: boolean
  /** What was left alone, by its path. */
  readonly skipped?: readonly Skipped[]
  /** How many more Git ignores. */
  readonly ignored?: number
  /** Folders that may not be read, without those that Git ignores. */
  readonly closed?: readonly string[]
}
