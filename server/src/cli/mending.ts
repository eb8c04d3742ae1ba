import type { Analysis } from '../engine/analyze.ts'
import { isSetAside } from '../engine/analyze-content.ts'
import { analysisOf } from '../engine/kept.ts'
import { mend } from '../engine/mend.ts'
import { checkPortfolio, type PortfolioFile } from '../engine/portfolio/check-portfolio.ts'
import { extract } from '../engine/portfolio/facts.ts'
import type { Prepared } from './analyze-many.ts'
import { type Preparation, resultsOf } from './analyze-paths.ts'
import type { Results } from './checked.ts'
import type { FixedFile } from './fixed-file.ts'
import type { Io } from './io.ts'
import { watched } from './watched.ts'

/** The files of a run while they are mended: in memory, one after the other, each beside the others as they are by then. */
export class Mending {
  readonly #preparation: Preparation
  readonly #io: Io
  readonly #files: PortfolioFile[]

  constructor(preparation: Preparation, io: Io) {
    this.#preparation = preparation
    this.#io = io
    this.#files = [...watched(preparation.prepared, asOneOfAll, io.within)]
  }

  /** With the files as they are by now. */
  results(): Results {
    return resultsOf(this.#preparation, this.#files, this.#io)
  }

  /** Mends the files that are shown under these paths. */
  mend(paths: ReadonlySet<string>, { unsafe }: { readonly unsafe: boolean }): readonly FixedFile[] {
    // To ask about all pilots takes its time, and none of the fixes that need it is safe.
    const needOthers = unsafe ? this.#needOthers() : new Set()
    return this.#preparation.prepared.flatMap((prepared, index) => {
      const own = this.#files[index]?.analysis
      if (!own || !paths.has(prepared.path)) return []
      const { content, path } = prepared
      const before = content.kind === 'text' ? content.text : ''
      if (isSetAside(own)) return [{ path, before, analysis: own, applied: [], settled: true }]
      const inContext = (analysis: Analysis): Analysis =>
        needOthers.has(prepared.path) ? this.#beside(index, analysis) : analysis
      const mended = mend(inContext(own), { unsafe }, (text) => inContext(withText(prepared, text).analysis))
      const { text } = mended.analysis
      if (text !== own.text) this.#files[index] = withText(prepared, text)
      return [{ path, before, ...mended }]
    })
  }

  /** Takes back what was done to files. */
  revert(paths: ReadonlySet<string>): void {
    for (const [index, prepared] of this.#preparation.prepared.entries())
      if (paths.has(prepared.path)) this.#files[index] = asOneOfAll(analysisOf(prepared), prepared)
  }

  /** The paths of the files of which a rule over all pilots has something that can be mended. */
  #needOthers(): ReadonlySet<string> {
    const others = new Set((this.#io.portfolioRules ?? []).map(({ id }) => id))
    const files = this.results().files.filter(({ analysis }) =>
      analysis.findings.some(({ rule, fixes }) => fixes.length > 0 && others.has(rule)),
    )
    return new Set(files.map(({ path }) => path))
  }

  /** What is found in a file as one of all. */
  #beside(index: number, analysis: Analysis): Analysis {
    const { around } = this.#preparation
    const own = this.#files[index]
    if (!around || !own) return analysis
    const { file, circumstances } = own
    return (
      checkPortfolio(this.#files.with(index, { file, analysis, circumstances }), around)[index] ?? analysis
    )
  }
}

function withText(prepared: Prepared, text: string): PortfolioFile {
  return asOneOfAll(analysisOf({ ...prepared, content: { kind: 'text', text } }), prepared)
}

/** With what the others have to know of it, which is taken from it once. */
function asOneOfAll(analysis: Analysis, { full, circumstances }: Prepared): PortfolioFile {
  const { pilot, syntax, readable } = analysis
  return { file: full, analysis, circumstances, ...(readable && { extract: extract(pilot, syntax) }) }
}
