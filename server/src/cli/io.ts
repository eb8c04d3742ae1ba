import type { IsoDate } from '../engine/pilot/dates.ts'
import type { Rule } from '../engine/rules/rule.ts'

/** The world of the command line. `main.ts` hands over that of the process, a test one in memory. */
export interface Io {
  /** Takes the report and nothing else. */
  out(text: string): void
  /** Takes what is said to the person who called. */
  err(text: string): void
  /** All of standard input. */
  stdin(): Promise<string>
  /** The folder that paths are relative to: absolute, with forward slashes. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isTerminal: boolean
  readonly columns: number | undefined
  /** The day on which the program runs. */
  readonly today: IsoDate
  readonly files: Files
  readonly rules: readonly Rule[]
  /** Serves an editor over standard input and output until it leaves. */
  serve(): Promise<void>
}

/** The files that can be read. Paths are absolute, with forward slashes. */
export interface Files {
  kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'missing'>
  /** The pilot files below a folder in any order, without what Git ignores. */
  list(folder: string): Promise<readonly string[]>
  read(path: string): Promise<ReadResult>
}

/** A file's text, or why there is none as half a sentence: `it is not a regular file`. */
export type ReadResult = { readonly text: string } | { readonly problem: string }
