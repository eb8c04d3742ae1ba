import type { IsoDate } from './pilot/dates.ts'
import type { Skipped } from './skipped.ts'

/** What the world says about a file that was to be read. */
export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  /** There is no such file, or it is nothing that may be read: a folder, a link, a device. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-utf-8' }

/** `yaml`: all files of YAML, among which a configuration finds its registry. */
export type FileKind = 'pilots' | 'yaml'

/** The files of a kind below a folder. */
export interface Listing {
  readonly uris: readonly string[]
  /** The baselines that were met on the way; absent where there are none. */
  readonly baselines?: readonly string[]
  /** Whether every folder was visited; false when a limit ended the walk. */
  readonly complete: boolean
  /** What is named like a wanted file and is none, links that lead in a circle, folders that lie too deep; the first few. */
  readonly skipped?: readonly Skipped[]
  /** The folders that may not be read. */
  readonly closed?: readonly string[]
}

/** The files of a workspace. Every call settles with a result, also for an address that names nothing here; none rejects. */
export interface Files {
  /** The pilots when no kind is named. A folder that is named with one around it lists nothing when a link leads to it. */
  list(folder: string, kind?: FileKind, around?: string): Promise<Listing>
  /** Reads a file that lies below the folder; never follows a link. Of one that was just listed it is known that it is wanted. */
  read(uri: string, folder: string, isListed?: boolean): Promise<ReadResult>
  /** The user trusts the workspace: from now on Git may be asked which of the pilots that it ignores it holds nevertheless. */
  trust?(): void
  /** Whether anything stands there, be it something that may not be read; without it nobody can tell. */
  isThere?(uri: string): Promise<boolean>
  /** The root of the repository that a folder lies in; without it nobody can tell. */
  rootOf?(folder: string): Promise<string | undefined>
}

/** Runs work, and gives up on it when it takes too long: the answer is `undefined` then. Throws what the work throws. */
export type Within = <T>(run: () => T) => { readonly value: T } | undefined

/** A second thread of this program, which answers one question after another. */
export interface Thread<Question = unknown, Answer = unknown> {
  /**
   * The answer. More than one may be waited for, and are given in turn. Rejects when the thread is gone, or takes too long; it is not
   * to be asked again then.
   */
  ask(question: Question): Promise<Answer>
  /** Settles when nothing of it is left. */
  end(): Promise<void>
}

/** The time of whoever runs the program. */
export interface Clock {
  /** The calendar date where the user is. */
  today(): IsoDate
  /** Runs something once after so many milliseconds, and does not keep the process alive for it. */
  after(milliseconds: number, run: () => void): void
  /** Settles when everything else that waits has had its turn. */
  pause(): Promise<void>
}
