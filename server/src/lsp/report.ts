import type { Diagnostic } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import type { ConfigFile } from '../engine/config/config-file.ts'
import type { Finding } from '../engine/finding.ts'
import { asHints, diagnostics, type FindFile } from '../features/diagnostics.ts'
import type { Analyses } from './analyses.ts'
import type { Baselines, BrokenBaseline } from './baselines.ts'
import type { Beside } from './beside.ts'
import type { Configurations } from './configurations.ts'
import type { KnownFindings } from './known-findings.ts'
import type { PilotFile } from './pilot-file.ts'
import type { Pilots } from './pilots.ts'
import { fileKey, uriOf } from './uri.ts'

/** The findings of one file as they are sent, pulled or pushed. */
export interface Report {
  readonly uri: string
  readonly version: number | null
  readonly items: Diagnostic[]
  /** Equal for equal findings, in this session and the next one. */
  readonly resultId: string
}

/** The reports of pilots, configurations and broken baselines, each made once for each state of what it is made of. */
export class Reports {
  readonly #pilots: Pilots
  readonly #analyses: Analyses
  readonly #configurations: Configurations
  readonly #baselines: Baselines
  readonly #known: KnownFindings
  readonly #isCheckedElsewhere: ReportedBeside['isCheckedElsewhere']
  readonly #made = new WeakMap<Analysis | ConfigFile | BrokenBaseline, Made>()

  constructor(pilots: Pilots, analyses: Analyses, known: KnownFindings, beside: ReportedBeside) {
    this.#pilots = pilots
    this.#analyses = analyses
    this.#known = known
    this.#configurations = beside.configurations
    this.#baselines = beside.baselines
    this.#isCheckedElsewhere = beside.isCheckedElsewhere
  }

  /** Of every file that is checked. */
  all(): readonly Report[] {
    const configs = this.#configurations.files().map((file) => this.#ofConfig(file))
    const broken = this.#baselines.broken().map((each) => this.#ofBaseline(each))
    return [...this.#analyses.checked().map((file) => this.#ofPilot(file)), ...configs, ...broken]
  }

  /** Of every open pilot. */
  open(): readonly Report[] {
    const open = this.#analyses.checked().filter(({ version }) => version !== null)
    return open.map((file) => this.#ofPilot(file))
  }

  /** Of one file; that of a file that is not checked is empty. */
  of(uri: string): Pick<Report, 'items' | 'resultId'> {
    const file = this.#pilots.get(uri)
    if (file) return this.#analyses.isChecked(file) ? this.#ofPilot(file) : empty
    const config = this.config(uri)
    if (config) return this.#ofConfig(config)
    const broken = this.#baselines.broken().find(({ path }) => path === fileKey(uri))
    return broken ? this.#ofBaseline(broken) : empty
  }

  /** A configuration that is in force, or that one of them is made of. */
  config(uri: string): ConfigFile | undefined {
    return this.#configurations.files().find(({ path }) => path === fileKey(uri))
  }

  #ofPilot(file: PilotFile): Report {
    const { uri, version } = file
    const analysis = this.#analyses.of(file)
    const find: FindFile = (other) => {
      const member = this.#analyses.lately().get(other)
      return member && { uri: member.source.uri, lines: member.analysis.lines }
    }
    const known = this.#known.of(uri, analysis)
    const yielded = this.#isCheckedElsewhere(uri)
    const make = (): Diagnostic[] => {
      const findings = analysis.findings.filter(({ rule }) => !(yielded && rule.startsWith('schema/')))
      return asHints(diagnostics(findings, { uri, lines: analysis.lines }, find), findings, known)
    }
    const { items, resultId } = this.#once(analysis, make, { known, yielded })
    return { uri, version, items, resultId }
  }

  #ofConfig(file: ConfigFile): Report {
    const { path, findings, lines } = file
    const open = this.#pilots.document(path)
    const uri = open?.uri ?? uriOf(path)
    const make = (): Diagnostic[] => diagnostics(findings, { uri, lines })
    const { items, resultId } = this.#once(file, make)
    return { uri, version: open?.version ?? null, items, resultId }
  }

  #ofBaseline(broken: BrokenBaseline): Report {
    const { path, lines, finding } = broken
    const uri = uriOf(path)
    const { items, resultId } = this.#once(broken, () => diagnostics([finding], { uri, lines }))
    return { uri, version: null, items, resultId }
  }

  #once(
    source: Analysis | ConfigFile | BrokenBaseline,
    make: () => Diagnostic[],
    { known, yielded = false }: MadeWith = {},
  ): Made {
    const before = this.#made.get(source)
    if (before && before.known === known && before.yielded === yielded) return before
    const items = make()
    const made = { items, known, yielded, resultId: digest(JSON.stringify(items)) }
    this.#made.set(source, made)
    return made
  }
}

interface ReportedBeside extends Pick<Beside, 'configurations' | 'baselines'> {
  /** Whether something else in the editor says what the schema says of an open document. */
  readonly isCheckedElsewhere: (uri: string) => boolean
}

interface MadeWith {
  readonly known?: ReadonlySet<Finding> | undefined
  readonly yielded?: boolean
}

interface Made extends Pick<Report, 'items' | 'resultId'> {
  /** What it was made with. */
  readonly known: ReadonlySet<Finding> | undefined
  readonly yielded: boolean
}

/** The report of a file that is not checked, or no longer there. */
const empty: Pick<Report, 'items' | 'resultId'> = { items: [], resultId: digest('[]') }

/** Such a report for a file that the client still knows. */
export function emptyReport(uri: string): Report {
  return { uri, version: null, ...empty }
}

/** A short text that differs, in practice, whenever the long one does: two sums of 32 bits and the length. */
function digest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
  }
  return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}-${text.length.toString(36)}`
}
