import type { Analysis } from './analyze.ts'
import type { Finding } from './finding.ts'
import type { NotRun } from './not-run.ts'
import type { IsoDate } from './pilot/dates.ts'
import type { Identity } from './pilot/identity.ts'
import type { Pilot } from './pilot/model.generated.ts'
import type { Suppressed } from './suppress.ts'
import type { LineIndex } from './text/line-index.ts'
import type { Syntax } from './yaml/node.ts'

/** The analysis with other findings. What it reads only on demand is not read for it, as a copy would. */
export function revised(
  analysis: Analysis,
  changes: Partial<Pick<Analysis, 'findings' | 'suppressed' | 'notRun'>>,
): Analysis {
  return new Revised(analysis, changes)
}

class Revised implements Analysis {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly #notRun: readonly NotRun[] | undefined
  readonly #analysis: Analysis

  constructor(analysis: Analysis, changes: Parameters<typeof revised>[1]) {
    this.findings = changes.findings ?? analysis.findings
    this.suppressed = changes.suppressed ?? analysis.suppressed
    this.#notRun = changes.notRun
    this.#analysis = analysis
  }

  get text(): string {
    return this.#analysis.text
  }

  get lines(): LineIndex {
    return this.#analysis.lines
  }

  get syntax(): Syntax {
    return this.#analysis.syntax
  }

  get pilot(): Pilot {
    return this.#analysis.pilot
  }

  get called(): Identity {
    return this.#analysis.called
  }

  get readable(): boolean {
    return this.#analysis.readable
  }

  get covered(): readonly Finding[] {
    return this.#analysis.covered
  }

  get hidden(): readonly Finding[] | undefined {
    return this.#analysis.hidden
  }

  get notRun(): readonly NotRun[] {
    return this.#notRun ?? this.#analysis.notRun
  }

  get today(): IsoDate {
    return this.#analysis.today
  }

  get currency(): string {
    return this.#analysis.currency
  }

  get ways(): string | undefined {
    return this.#analysis.ways
  }

  get computed(): string | undefined {
    return this.#analysis.computed
  }
}
