import type { Analysis } from '../engine/analyze.ts'
import { type BaselineFile, entryFor } from '../engine/baseline/baseline.ts'
import { matchBaseline } from '../engine/baseline/match.ts'
import { pathBelow } from '../engine/config/paths.ts'
import type { Finding } from '../engine/finding.ts'
import type { Baselines } from './baselines.ts'
import type { Pilots } from './pilots.ts'
import { fileKey, uriOf } from './uri.ts'

/** Tells which findings of a pilot were there before, as the baseline that holds for it says. */
export class KnownFindings {
  readonly #pilots: Pick<Pilots, 'get' | 'isGone'>
  readonly #baselines: Pick<Baselines, 'of'>
  readonly #known = new WeakMap<Analysis, Known>()

  constructor(pilots: Pick<Pilots, 'get' | 'isGone'>, baselines: Pick<Baselines, 'of'>) {
    this.#pilots = pilots
    this.#baselines = baselines
  }

  /** The same object until the analysis or the baseline is another. */
  of(uri: string, analysis: Analysis): ReadonlySet<Finding> {
    const entry = this.#entryOf(uri, analysis)
    if (!entry) return nothing
    const before = this.#known.get(analysis)
    if (before?.entry === entry) return before.findings
    const findings = matchBaseline(analysis, entry).known
    this.#known.set(analysis, { entry, findings })
    return findings
  }

  /** What the baseline holds of a file. */
  #entryOf(uri: string, analysis: Analysis): BaselineFile | undefined {
    const placed = this.#baselines.of(uri)
    if (!placed) return undefined
    const path = pathBelow(fileKey(uri), placed.folder) ?? ''
    const isThere = (other: string): boolean => {
      const file = this.#pilots.get(uriOf(`${placed.folder}/${other}`))
      return file !== undefined && !this.#pilots.isGone(file)
    }
    return entryFor(placed.baseline, { path, identity: analysis.called }, isThere)?.file
  }
}

interface Known {
  readonly entry: BaselineFile
  readonly findings: ReadonlySet<Finding>
}

const nothing: ReadonlySet<Finding> = new Set()
