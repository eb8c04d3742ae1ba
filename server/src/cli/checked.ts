import type { Analysis } from '../engine/analyze.ts'
import type { Settings } from '../engine/config/settings.ts'
import type { Finding } from '../engine/finding.ts'
import type { IsoDate } from '../engine/pilot/dates.ts'
import type { Rule } from '../engine/rules/rule.ts'
import type { LineIndex } from '../engine/text/line-index.ts'

/** One file with what was found in it. */
export interface Checked {
  /** As it is shown: relative to the folder that the command runs in, with forward slashes. */
  readonly path: string
  readonly analysis: Analysis
  readonly settings: Settings
  /** The rules that it was given to. */
  readonly rules: readonly Rule[]
}

/** A configuration file that was used, with what is wrong with it. */
export interface CheckedConfig {
  readonly path: string
  readonly text: string
  readonly lines: LineIndex
  readonly findings: readonly Finding[]
}

/** One run over all files. */
export interface Results {
  readonly asOf: IsoDate
  /** In the order of their paths. */
  readonly files: readonly Checked[]
  /** In the order of their paths. */
  readonly configs: readonly CheckedConfig[]
  /** Files that could not be read, which are never passed over in silence. */
  readonly unread: readonly Unread[]
}

export interface Unread {
  readonly path: string
  readonly problem: string
}

/** What the places of a file are counted in. */
export type Counted = Pick<Analysis, 'text' | 'lines'>

/** Finds a file of the run that a finding leads to, by its path as it is shown. */
export type FindCounted = (path: string) => Counted | undefined

export function finderIn({ files }: Pick<Results, 'files'>): FindCounted {
  const byPath = new Map(files.map(({ path, analysis }) => [path, analysis]))
  return (path) => byPath.get(path)
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

export function totalsOf({ files, configs }: Results): Totals {
  const each = [...files.map(({ analysis }) => analysis), ...configs]
  const findings = each.flatMap((file) => file.findings)
  const ofSeverity = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length
  return {
    errors: ofSeverity('error'),
    warnings: ofSeverity('warning'),
    infos: ofSeverity('info'),
    suppressed: files.reduce((sum, { analysis }) => sum + analysis.suppressed.length, 0),
    affected: each.filter((file) => file.findings.length > 0).length,
  }
}
