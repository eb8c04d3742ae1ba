import type { IsoDate } from '../pilot/dates.ts'
import type { ReadResult } from '../ports.ts'
import type { Commitments } from './commitments.ts'
import type { Departed, FileHistory } from './history.ts'

/** What Git remembers of the pilot files of a repository. */
export interface HistorySource {
  /** Asks Git, which may take seconds. Never rejects: what is missing is a gap. */
  read(folder: string, request?: HistoryRequest): Promise<RepositoryHistory | NoHistory>
  /** Texts of the repository around a folder by the ids that it gave them, without those that it cannot give. Never rejects. */
  texts?(folder: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}

export interface HistoryRequest {
  /** The answer of last time, which is given again while the repository has no new commit. */
  readonly known?: RepositoryHistory | undefined
  /** Wants the repository as it was at the end of this day. */
  readonly asOf?: IsoDate | undefined
  /** Wants the repository as it was in this commit, by its full hash. */
  readonly at?: string | undefined
  /** Wants no more than what concerns these files, and those in these folders. */
  readonly within?: readonly string[] | undefined
  /** The files of today, so that one which is in no commit yet is followed to the name that it had in the newest one. */
  readonly present?: Present | undefined
  /** Opens what earlier runs have read, where so many texts are wanted; without it every text is read. */
  readonly recall?: ((wanted: number) => Promise<KnownTexts | undefined>) | undefined
}

/** The files as they are, whatever is in a commit. */
export interface Present {
  /** The texts of those that somebody asks about, by their URIs. */
  readonly texts: ReadonlyMap<string, string>
  /** Whether there is a file, be it one of these or not. Never rejects. */
  isThere(uri: string): Promise<boolean>
}

/** What texts of a repository commit to. A text never changes under its id. Calls never throw. */
export interface KnownTexts {
  take(id: string): ReadText | undefined
  put(id: string, text: ReadText): void
  /** Keeps what was put. */
  save(): Promise<void>
}

export interface ReadText {
  /** Absent where the text is no pilot, or cannot be read. */
  readonly commitments?: Commitments | undefined
}

/** Files are known by their URIs. */
export interface RepositoryHistory {
  readonly gap?: undefined
  /** The newest commit, by its full hash. */
  readonly head: string
  readonly asOf: IsoDate | undefined
  /** Without the files that are in no commit. */
  readonly files: ReadonlyMap<string, FileHistory>
  /** Those that are in commits, of whose texts none can be read. */
  readonly unreadable?: ReadonlySet<string>
  readonly departed: readonly Departed[]
  /** The files as they were, when the request names a day or a commit, and there were any. */
  readonly past: Past | undefined
}

/** The files of the last commit up to a day. */
export interface Past {
  readonly commit: string
  readonly date: IsoDate
  readonly texts: ReadonlyMap<string, ReadResult>
}

/** What there is of the history of a file: itself, or why there is none. */
export interface Remembered {
  readonly history?: FileHistory | undefined
  readonly noHistory?: HistoryGap | undefined
}

/** The pilots that are gone, or why nobody knows of any. */
export interface Gone {
  readonly departed?: readonly Departed[] | undefined
  readonly noHistory?: HistoryGap | undefined
}

export interface NoHistory {
  readonly gap: HistoryGap
  /** What Git said, when it failed: words of another program. */
  readonly detail?: string
}

/** Why there is no history. */
export type HistoryGap = keyof typeof gaps

const gaps = {
  off: 'it is switched off',
  untrusted: 'this workspace is not trusted',
  browser: 'Git cannot be asked from a browser',
  'no-git': 'there is no Git on this machine',
  'no-repository': 'this is not a Git repository',
  foreign: 'the Git repository says that its files are somewhere else',
  shallow: 'this is a shallow clone (git fetch --unshallow makes it whole)',
  partial: 'this clone lacks earlier texts (git fetch --refetch --no-filter makes it whole)',
  empty: 'the repository has no commits yet',
  later: 'it begins after the day asked about',
  uncommitted: 'the file is in no commit yet',
  unreadable: 'no commit holds a readable text of it',
  'not-a-file': 'the text is not a file',
  timeout: 'Git took too long',
  failed: 'Git could not read the repository',
} as const

/** A gap as the end of a sentence. */
export function gapText(gap: HistoryGap): string {
  return gaps[gap]
}
