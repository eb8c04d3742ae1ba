import type { PublishDiagnosticsParams } from 'vscode-languageserver'
import type { Report, Reports } from './report.ts'

/** Sends findings to clients that do not ask for them. Remembers what they were sent, and nothing else. */
export class Push {
  readonly #send: (params: PublishDiagnosticsParams) => void
  readonly #sent = new Map<string, Pick<Report, 'version' | 'resultId'>>()

  constructor(send: (params: PublishDiagnosticsParams) => void) {
    this.#send = send
  }

  /**
   * Sends what differs from what was sent; a file without a report has its findings taken back. While many pilots are still to
   * be judged or compared only those are sent that are looked at.
   */
  sync(reports: Reports, isBehind: boolean): void {
    const gone = new Set(this.#sent.keys())
    for (const { uri, version, items, resultId } of isBehind ? reports.open() : reports.all()) {
      gone.delete(uri)
      const sent = this.#sent.get(uri)
      if (sent?.resultId === resultId && sent.version === version) continue
      this.#sent.set(uri, { version, resultId })
      this.#send(version === null ? { uri, diagnostics: items } : { uri, version, diagnostics: items })
    }
    for (const uri of isBehind ? [] : gone) {
      this.#sent.delete(uri)
      this.#send({ uri, diagnostics: [] })
    }
  }
}
