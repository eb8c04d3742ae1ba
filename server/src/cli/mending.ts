import type { Analysis } from '../engine/analyze.ts'
import { isSetAside } from '../engine/analyze-content.ts'
import { analyzeDraft, type Memory } from '../engine/draft.ts'
import { analysisOf } from '../engine/kept.ts'
import { mend } from '../engine/mend.ts'
import { isMember, type PortfolioFile } from '../engine/portfolio/check-portfolio.ts'
import { EditedFiles } from '../engine/portfolio/edited-files.ts'
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
  /** As long as no file has changed. */
  #results: Results | undefined
  #neighbours: EditedFiles | undefined

  constructor(preparation: Preparation, io: Io) {
    this.#preparation = preparation
    this.#io = io
    this.#files = [...watched(preparation.prepared, asOneOfAll, io.within)]
  }

  /** With the files as they are by now. */
  results(): Results {
    this.#results ??= resultsOf(this.#preparation, this.#files, this.#io)
    return this.#results
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
      const judge = judgeOf(prepared)
      const inContext = (analysis: Analysis): Analysis =>
        needOthers.has(prepared.path) ? this.#beside(index, analysis) : analysis
      const mended = mend(inContext(own), { unsafe }, (text) => inContext(judge(text)))
      const { text } = mended.analysis
      this.#settle(index, text === own.text ? undefined : judge(text))
      return [{ path, before, ...mended }]
    })
  }

  /** Takes back what was done to files. */
  revert(paths: ReadonlySet<string>): void {
    for (const [index, prepared] of this.#preparation.prepared.entries())
      if (paths.has(prepared.path)) this.#settle(index, analysisOf(prepared))
  }

  /** The paths of the files of which a rule over all pilots has something that can be mended. */
  #needOthers(): ReadonlySet<string> {
    const others = new Set(this.#io.portfolioRules.map(({ id }) => id))
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
    this.#neighbours ??= new EditedFiles(this.#files, around)
    const { file, circumstances } = own
    return this.#neighbours.with({ file, analysis, circumstances })
  }

  /** Leaves a file as it is from now on: as before where nothing has changed. */
  #settle(index: number, analysis: Analysis | undefined): void {
    const [before, prepared] = [this.#files[index], this.#preparation.prepared[index]]
    if (!before || !prepared) return
    const file = analysis ? asOneOfAll(analysis, prepared) : before
    if (analysis) this.#results = undefined
    this.#files[index] = file
    // With another pilot that can be read all are compared anew.
    if (isMember(before) && isMember(file)) this.#neighbours?.take(file)
    else if (analysis) this.#neighbours = undefined
  }
}

/** Judges the texts of a file one after the other: of the one before, what has not changed is not looked at again. */
function judgeOf({ file, circumstances }: Prepared): (text: string) => Analysis {
  let memory: Memory | undefined
  return (text) => {
    const draft = analyzeDraft({ ...file, text }, circumstances, memory)
    memory = draft.memory
    return draft.analysis
  }
}

/** With what the others have to know of it, which is taken from it once. */
function asOneOfAll(analysis: Analysis, { full, circumstances }: Prepared): PortfolioFile {
  const { pilot, syntax, readable } = analysis
  return { file: full, analysis, circumstances, ...(readable && { extract: extract(pilot, syntax) }) }
}
