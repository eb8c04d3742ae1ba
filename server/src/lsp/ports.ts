import type { PublishDiagnosticsParams } from 'vscode-languageserver'
import type { CustomChecks } from '../engine/config/custom.ts'
import type { HistorySource } from '../engine/history/source.ts'
import type { Clock, Files, Within } from '../engine/ports.ts'
import type { Answers } from './answers.ts'
import type { Threads } from './judging-threads.ts'

/** The world around the server. */
export interface Ports {
  readonly files: Files
  readonly clock: Clock
  /** The module of the answers to what a person asks; asked for at the first question. */
  readonly answers: () => Promise<{ readonly Answers: typeof Answers }>
  /** How long the check of one file may take; without it there is no end to it but its own. */
  readonly within?: Within
  /** Starts other threads; without them everything is judged on one. */
  readonly threads?: Threads
  /** Tells of what went wrong in work that nobody waits for; without it that ends nothing. */
  readonly unawaited?: (tell: (error: unknown) => void) => void
  /** Without it no custom rule is ever run. */
  readonly customChecks?: CustomChecks
  /** Without it the rules that need the past are not run. */
  readonly history?: HistorySource
}

/** What the server says without being asked. */
export interface Outlet {
  publish(params: PublishDiagnosticsParams): void
  /** Asks the client for another look at what it shows. */
  refresh(): void
  pilotsChanged(): void
  /** Whether it formats pilots from now on. */
  formats(isOn: boolean): void
  warn(message: string): void
  /** Something of ours went wrong, and the work goes on. */
  failed(name: string, error: unknown): void
  /** Asks to hear of what lies above a folder of the workspace or a file, as far as the root of the repository. */
  watchAbove(path: string, root: string): void
  /** Shows that the server reads the workspace, until `done` settles. */
  reading(done: Promise<void>): void
}
