import { posix } from 'node:path'
import type { Finding, Severity } from '../../engine/finding.ts'
import { type Found as Analyzed, fingerprintsIn } from '../../engine/fingerprint.ts'
import { once } from '../../engine/once.ts'
import type { RuleInfo } from '../../engine/rules/rule.ts'
import type { LineIndex } from '../../engine/text/line-index.ts'
import type { Span } from '../../engine/text/span.ts'
import type { Absent, BaselineState, Checked, Results } from '../checked.ts'
import { placeAt } from './place.ts'

/** What a format renders: one run, with all that is computed from it for any of them. */
export interface Report {
  readonly results: Results
  /** The configurations that were used, then the pilots, each by path. */
  readonly files: readonly ReportedFile[]
  /** What was there before and is gone. */
  readonly absent: readonly ReportedAbsent[]
  /** The severities for which the check fails. */
  readonly failing: ReadonlySet<Severity>
  /** The rules of the rulebook, which have a page each. */
  readonly rules: readonly RuleInfo[]
  /** The way from the root of the repository to the folder of the run. */
  readonly base: string
}

export interface ReportedFile {
  /** As it is shown: relative to the folder of the run. */
  readonly path: string
  /** Relative to the root of the repository, which is what build servers expect. */
  readonly repositoryPath: string
  readonly text: string
  readonly lines: LineIndex
  readonly found: readonly Found[]
  /** What was there before, in the state that the run is compared with. */
  readonly unchanged: readonly Found[]
  readonly suppressed: readonly SuppressedFound[]
}

export interface ReportedAbsent extends Absent {
  /** Of the file, relative to the root of the repository. */
  readonly repositoryPath: string
}

/** A finding with what it takes to show it elsewhere. */
export interface Found {
  readonly finding: Finding
  readonly place: Place
  readonly fingerprint: string
  /** Absent where the run is compared with nothing. */
  readonly state: BaselineState | undefined
}

export interface SuppressedFound extends Found {
  readonly reason: string
}

/** Lines and UTF-16 columns from 1; the end lies behind the last character. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export function reportOf(results: Results, options: Pick<Report, 'failing' | 'rules' | 'base'>): Report {
  const { base } = options
  const configs = results.configs.map((config): Source => {
    const analysis = { ...config, suppressed: [], covered: [], syntax: { root: undefined } }
    return { path: config.path, analysis, states: undefined }
  })
  const gone = (results.comparisons ?? []).flatMap(({ absent }) => absent)
  const files = once(() => [...configs, ...results.files].map((file) => reportedFile(file, base)))
  return {
    ...options,
    results,
    get files() {
      return files()
    },
    absent: gone.map((each) => ({ ...each, repositoryPath: posix.join(base, each.path) })),
  }
}

export function placeOf({ start, end }: Span, file: Pick<ReportedFile, 'text' | 'lines'>): Place {
  const [from, to] = [placeAt(file, start), placeAt(file, end)]
  return { ...from, endLine: to.line, endColumn: to.column }
}

interface Source extends Pick<Checked, 'path' | 'states'> {
  readonly analysis: Analyzed & Pick<ReportedFile, 'lines'>
}

export function reportedFile(source: Source, base: string): ReportedFile {
  return new Reported(source, base)
}

/** One of thousands: what was found in it is made for who asks, and not held. */
class Reported implements ReportedFile, FoundFile {
  readonly path: string
  readonly repositoryPath: string
  readonly analysis: Source['analysis']
  readonly #states: Source['states']
  #prints: ReadonlyMap<Finding, string> | undefined

  constructor({ path, analysis, states }: Source, base: string) {
    this.path = path
    this.repositoryPath = posix.join(base, path)
    this.analysis = analysis
    this.#states = states
  }

  get text(): string {
    return this.analysis.text
  }

  get lines(): LineIndex {
    return this.analysis.lines
  }

  get found(): readonly Found[] {
    return this.#all().filter(({ state }) => state?.is !== 'unchanged')
  }

  get unchanged(): readonly Found[] {
    return this.#states ? this.#all().filter(({ state }) => state?.is === 'unchanged') : NONE
  }

  get suppressed(): readonly SuppressedFound[] {
    const { suppressed } = this.analysis
    return suppressed.map(({ finding, reason }) => Object.assign(this.#found(finding), { reason }))
  }

  printOf(finding: Finding): string {
    this.#prints ??= fingerprintsIn(this.repositoryPath, this.analysis)
    return this.#prints.get(finding) ?? ''
  }

  #all(): readonly Found[] {
    return this.analysis.findings.map((finding) => this.#found(finding))
  }

  #found(finding: Finding): Found {
    return new FoundIn(this, finding, this.#states?.get(finding))
  }
}

const NONE: readonly Found[] = []

interface FoundFile extends Pick<Source, 'analysis'> {
  printOf(finding: Finding): string
}

/** Where it stands and what it is known by is worked out when a format asks, which few do. */
class FoundIn implements Found {
  readonly finding: Finding
  readonly state: BaselineState | undefined
  readonly #file: FoundFile

  constructor(file: FoundFile, finding: Finding, state: BaselineState | undefined) {
    this.finding = finding
    this.state = state
    this.#file = file
  }

  get place(): Place {
    return placeOf(this.finding.span, this.#file.analysis)
  }

  get fingerprint(): string {
    return this.#file.printOf(this.finding)
  }
}
