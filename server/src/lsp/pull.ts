import type {
  CancellationToken,
  DocumentDiagnosticReport,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { emptyReport, type Report, type Reports } from './report.ts'
import { fileKey } from './uri.ts'

/** Answers clients that ask for findings. */
export class Pull {
  readonly #reports: Reports
  readonly #settled: () => Promise<void>
  #held: (() => void) | undefined
  /** Among the pilots, when they were compared last. */
  #said: object | undefined
  #ended = false

  /** `settled` settles when all files can be reported. */
  constructor(reports: Reports, settled: () => Promise<void>) {
    this.#reports = reports
    this.#settled = settled
  }

  document(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const { items, resultId } = this.#reports.of(uri)
    return resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items }
  }

  /**
   * All files, and nothing for those that the client knows and that are gone. A client that takes partial results and knows
   * everything already gets its answer when something has changed, and of that alone.
   */
  async workspace(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    this.release()
    let items = this.#items(params)
    if (!partial) return { items }
    if (items.every(({ kind }) => kind === 'unchanged')) {
      await this.#change(token)
      await this.#settled()
      items = this.#items(params)
    }
    if (token.isCancellationRequested) return { items: [] }
    const news = items.filter(({ kind }) => kind === 'full')
    for (let at = 0; at < news.length; at += PART) partial.report({ items: news.slice(at, at + PART) })
    return { items: [] }
  }

  /** Something has changed: answers the request that waits for it. */
  release(): void {
    this.#held?.()
  }

  /** An edit is news for who asked about all files only where something else is said of other pilots than before. */
  compared(said: object | undefined): void {
    if (said !== this.#said) this.release()
    this.#said = said
  }

  /** Answers what waits, and holds nothing any more. */
  end(): void {
    this.#ended = true
    this.release()
  }

  #items({ previousResultIds }: WorkspaceDiagnosticParams): WorkspaceDocumentDiagnosticReport[] {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [fileKey(uri), { uri, value }]))
    const items = this.#reports.all().map((report) => {
      const known = previous.get(fileKey(report.uri))
      previous.delete(fileKey(report.uri))
      return asItem(report, known?.value)
    })
    const gone = [...previous.values()].map(({ uri, value }) => asItem(emptyReport(uri), value))
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
