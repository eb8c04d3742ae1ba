import type {
  CancellationToken,
  DocumentDiagnosticReport,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import type { Pilots } from './pilots.ts'
import { empty, type Report, type Reports } from './report.ts'
import { fileKey } from './uri.ts'

export type Partial = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined

/** Answers clients that ask for findings. */
export class Pull {
  readonly #pilots: Pilots
  readonly #reports: Reports
  #held: (() => void) | undefined
  #ended = false

  constructor(pilots: Pilots, reports: Reports) {
    this.#pilots = pilots
    this.#reports = reports
  }

  document(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const file = this.#pilots.get(uri)
    const { items, resultId } = file ? this.#reports.of(file) : empty
    return resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items }
  }

  /**
   * All pilots, and nothing for those that the client knows and that are gone. A client that takes partial results and knows
   * everything already gets its answer when something has changed.
   */
  async workspace(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial: Partial,
  ): Promise<WorkspaceDiagnosticReport> {
    this.release()
    let items = this.#items(params)
    if (!partial) return { items }
    if (items.every(({ kind }) => kind === 'unchanged')) {
      await this.#change(token)
      items = this.#items(params)
    }
    if (token.isCancellationRequested) return { items: [] }
    for (let at = 0; at < items.length; at += PART) partial.report({ items: items.slice(at, at + PART) })
    return { items: [] }
  }

  /** Something has changed: answers the request that waits for it. */
  release(): void {
    this.#held?.()
  }

  /** Answers what waits, and holds nothing any more. */
  end(): void {
    this.#ended = true
    this.release()
  }

  #items({ previousResultIds }: WorkspaceDiagnosticParams): WorkspaceDocumentDiagnosticReport[] {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [fileKey(uri), { uri, value }]))
    const items = this.#pilots.all().map((file) => {
      const known = previous.get(fileKey(file.uri))
      previous.delete(fileKey(file.uri))
      return asItem(this.#reports.of(file), known?.value)
    })
    const gone = [...previous.values()].map(({ uri, value }) =>
      asItem({ uri, version: null, ...empty }, value),
    )
    return [...items, ...gone]
  }

  #change(token: CancellationToken): Promise<void> {
    if (this.#ended) return Promise.resolve()
    return new Promise((resolve) => {
      this.#held = () => {
        this.#held = undefined
        resolve()
      }
      token.onCancellationRequested(() => resolve())
    })
  }
}

/** Files in one partial result. */
const PART = 100

function asItem(
  { uri, version, items, resultId }: Report,
  previous: string | undefined,
): WorkspaceDocumentDiagnosticReport {
  if (resultId === previous) return { kind: 'unchanged', uri, version, resultId }
  return { kind: 'full', uri, version, resultId, items }
}
