import type { Analysis } from '../engine/analyze.ts'
import type { Settings } from '../engine/config/settings.ts'
import { type Counts, countsOf } from '../engine/counts.ts'
import type { Finding, Severity } from '../engine/finding.ts'
import type { Remembered } from '../engine/history/source.ts'
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
  /** What Git remembers of it, or why that is nothing. */
  readonly past: Remembered
  /** Of each finding; absent where the run is compared with nothing. */
  readonly states?: ReadonlyMap<Finding, BaselineState> | undefined
}

/**
 * What a finding is beside the baseline or the commit that a run is compared with, by SARIF's word for both. `unchanged`: it was there
 * before, and does not count. `worse`: it was there, and weighed less.
 */
export type BaselineState =
  | { readonly is: 'new' | 'unchanged' }
  | { readonly is: 'worse'; readonly was: Severity }

/** The state that a run is compared with. */
export type Comparison = WithBaseline | WithCommit

export interface WithBaseline {
  readonly with: 'baseline'
  /** The file, as it is shown. */
  readonly path: string
  /** Findings of the baseline that are gone, as far as the run can tell. */
  readonly absent: readonly Absent[]
}

export interface WithCommit {
  readonly with: 'commit'
  /** As the user named it. */
  readonly ref: string
  /** The full hash of the one at which the present line of commits left it. */
  readonly commit: string
  /** The configurations that have changed since, as they are shown: both states are judged by what they say now. */
  readonly configs?: readonly string[]
  /** Pilots that were somewhere else then, by their paths as they are shown. */
  readonly moved?: readonly Moved[]
  /** What would also be new or worse if the configurations were as they were, and the pilots where they were. */
  readonly hidden?: readonly Hidden[]
  /** Files that were checked then, and are deleted, or somewhere where no check takes them; as they were shown. */
  readonly unchecked?: readonly string[]
  /** Findings that a comment silences now and did not then. */
  readonly suppressed: number
  /** All findings of then and of now, be they new or not. */
  readonly before: Counts
  readonly after: Counts
  readonly absent: readonly Absent[]
}

export interface Moved {
  readonly path: string
  readonly from: string
}

/** A finding that a changed configuration, or the one of another place, leaves out, or makes less grave. */
export interface Hidden extends Pick<Finding, 'rule' | 'severity' | 'message'> {
  /** As it is shown. */
  readonly path: string
}

/** A finding that was there before, and is not any more. */
export interface Absent {
  /** As it is shown. */
  readonly path: string
  readonly rule: string
  readonly fingerprint: string
  /** What it said; a baseline keeps none of it. */
  readonly severity?: Severity
  readonly message?: string
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
  /** What looks like a configuration and holds for nothing, in the order of their paths. */
  readonly misnamed?: readonly string[] | undefined
  /** One for each state that files of the run are compared with. */
  readonly comparisons?: readonly Comparison[] | undefined
  /** Files that could not be read, which are never passed over in silence. */
  readonly unread: readonly Unread[]
  /** What a quiet run leaves out of its reports. */
  readonly notShown?: Counts | undefined
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

/** What was found by weight, with what does not count. */
export interface Totals extends Counts {
  readonly suppressed: number
  /** Findings that were there before; the others are counted without them. */
  readonly unchanged: number
  readonly absent: number
  /** Files with at least one finding. */
  readonly affected: number
}

/** The findings of a file that count: all, or those that are new or worse than before. */
export function toldIn({ analysis, states }: Pick<Checked, 'analysis' | 'states'>): readonly Finding[] {
  if (!states) return analysis.findings
  return analysis.findings.filter((finding) => states.get(finding)?.is !== 'unchanged')
}

/** The findings of all files that count. */
export function told({ files, configs }: Pick<Results, 'files' | 'configs'>): readonly Finding[] {
  return [...files.flatMap(toldIn), ...configs.flatMap(({ findings }) => findings)]
}

/** The gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** The severities that count, of which this is the least. */
export function severitiesFrom(least: Severity | 'never'): readonly Severity[] {
  return least === 'never' ? [] : severities.slice(0, severities.indexOf(least) + 1)
}

export function totalsOf(results: Results): Totals {
  const { files, configs, comparisons = [] } = results
  const lists = [...files.map(toldIn), ...configs.map(({ findings }) => findings)]
  const findings = lists.flat()
  const all = [...files.map(({ analysis }) => analysis), ...configs]
  return {
    ...countsOf(findings),
    suppressed: sumOf(files, ({ analysis }) => analysis.suppressed.length),
    unchanged: sumOf(all, (each) => each.findings.length) - findings.length,
    absent: sumOf(comparisons, ({ absent }) => absent.length),
    affected: lists.filter(({ length }) => length > 0).length,
  }
}

export function sumOf<T>(all: readonly T[], count: (each: T) => number): number {
  return all.reduce((sum, each) => sum + count(each), 0)
}
