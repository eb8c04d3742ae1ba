import { posix } from 'node:path'
import { compareFindings, type Finding, type Severity } from '../../engine/finding.ts'
import { fingerprintsOf } from '../../engine/fingerprint.ts'
import type { RuleInfo } from '../../engine/rules/rule.ts'
import type { LineIndex } from '../../engine/text/line-index.ts'
import type { Span } from '../../engine/text/span.ts'
import type { SyntaxNode } from '../../engine/yaml/node.ts'
import type { Results } from '../checked.ts'
import { columnOf } from './place.ts'

/** What a format renders: one run, with all that is computed from it for any of them. */
export interface Report {
  readonly results: Results
  /** The configurations that were used, then the pilots, each by path. */
  readonly files: readonly ReportedFile[]
  /** The severities for which the check fails. */
  readonly failing: ReadonlySet<Severity>
  /** The rules of the rulebook, which have a page each. */
  readonly rules: readonly RuleInfo[]
}

export interface ReportedFile {
  /** As it is shown: relative to the folder of the run. */
  readonly path: string
  /** Relative to the root of the repository, which is what build servers expect. */
  readonly repositoryPath: string
  readonly text: string
  readonly lines: LineIndex
  readonly found: readonly Found[]
  readonly suppressed: readonly SuppressedFound[]
}

/** A finding with what it takes to show it elsewhere. */
export interface Found {
  readonly finding: Finding
  readonly place: Place
  readonly fingerprint: string
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

export interface ReportOptions extends Pick<Report, 'failing' | 'rules'> {
  /** The way from the root of the repository to the folder of the run. */
  readonly base: string
}

export function reportOf(results: Results, { base, ...options }: ReportOptions): Report {
  const pilots = results.files.map(({ path, analysis }) => ({
    path,
    ...analysis,
    root: analysis.syntax.root,
  }))
  const configs = results.configs.map((config) => ({ ...config, suppressed: [], root: undefined }))
  return { ...options, results, files: [...configs, ...pilots].map((file) => reportedFile(file, base)) }
}

export function placeOf({ start, end }: Span, { text, lines }: Pick<ReportedFile, 'text' | 'lines'>): Place {
  return {
    line: lines.positionAt(start).line + 1,
    column: columnOf(text, lines, start),
    endLine: lines.positionAt(end).line + 1,
    endColumn: columnOf(text, lines, end),
  }
}

interface Source {
  readonly path: string
  readonly text: string
  readonly lines: LineIndex
  readonly root: SyntaxNode | undefined
  readonly findings: readonly Finding[]
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[]
}

function reportedFile({ path, text, lines, root, findings, suppressed }: Source, base: string): ReportedFile {
  const repositoryPath = posix.join(base, path)
  // Both together, so that a suppression changes no fingerprint.
  const all = [...findings, ...suppressed.map(({ finding }) => finding)].sort(compareFindings)
  const prints = fingerprintsOf({ path: repositoryPath, text, root }, all)
  const printOf = new Map(all.map((finding, index) => [finding, prints[index] ?? '']))
  const found = (finding: Finding): Found => {
    return { finding, place: placeOf(finding.span, { text, lines }), fingerprint: printOf.get(finding) ?? '' }
  }
  return {
    path,
    repositoryPath,
    text,
    lines,
    found: findings.map(found),
    suppressed: suppressed.map(({ finding, reason }) => ({ ...found(finding), reason })),
  }
}
