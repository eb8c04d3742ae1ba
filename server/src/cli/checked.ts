import type { Analysis } from '../engine/analyze.ts'
import type { Settings } from '../engine/config/settings.ts'
import type { IsoDate } from '../engine/pilot/dates.ts'

/** One file with what was found in it. */
export interface Checked {
  /** As it is shown: relative to the folder that the command runs in, with forward slashes. */
  readonly path: string
  readonly analysis: Analysis
}

/** One run over all files. */
export interface Results {
  readonly asOf: IsoDate
  readonly settings: Settings
  /** In the order of their paths. */
  readonly files: readonly Checked[]
  /** Files that could not be read, which are never passed over in silence. */
  readonly unread: readonly Unread[]
}

export interface Unread {
  readonly path: string
  readonly problem: string
}

/** How many findings there are of each weight. */
export interface Totals {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly suppressed: number
  /** Files with at least one finding. */
  readonly affected: number
}

export function totalsOf({ files }: Results): Totals {
  const findings = files.flatMap(({ analysis }) => analysis.findings)
  const ofSeverity = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length
  return {
    errors: ofSeverity('error'),
    warnings: ofSeverity('warning'),
    infos: ofSeverity('info'),
    suppressed: files.reduce((sum, { analysis }) => sum + analysis.suppressed.length, 0),
    affected: files.filter(({ analysis }) => analysis.findings.length > 0).length,
  }
}
