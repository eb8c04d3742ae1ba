import type { Diagnostic } from 'vscode-languageserver-types'
import type { Analysis, Circumstances } from '../engine/analyze.ts'
import { diagnostics } from '../features/diagnostics.ts'
import type { PilotFile } from './pilot-file.ts'

/** The findings of one file as they are sent, pulled or pushed. */
export interface Report {
  readonly uri: string
  readonly version: number | null
  readonly items: Diagnostic[]
  /** Equal for equal findings, in this session and the next one. */
  readonly resultId: string
}

/** Makes the reports of files, each once for each analysis. */
export class Reports {
  readonly #circumstances: () => Circumstances
  readonly #known = new WeakMap<Analysis, Report>()

  constructor(circumstances: () => Circumstances) {
    this.#circumstances = circumstances
  }

  of(file: PilotFile): Report {
    const analysis = file.analysis(this.#circumstances())
    const known = this.#known.get(analysis)
    if (known) return known
    const items = diagnostics(analysis, file.uri)
    const report = { uri: file.uri, version: file.version, items, resultId: digest(JSON.stringify(items)) }
    this.#known.set(analysis, report)
    return report
  }
}

/** The report of a file that is no pilot, or no longer there. */
export const empty: Pick<Report, 'items' | 'resultId'> = { items: [], resultId: digest('[]') }

/** A short text that differs, in practice, whenever the long one does: FNV-1a with two different starts. */
function digest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
  }
  return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}-${text.length.toString(36)}`
}
