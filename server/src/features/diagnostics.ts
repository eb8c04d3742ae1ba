import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types'
import type { Finding, PastChange, Severity } from '../engine/finding.ts'
import { pageOf } from '../engine/rules/page.ts'
import type { LineIndex } from '../engine/text/line-index.ts'
import { visible } from '../engine/text/visible.ts'
import { rangeOf } from './range.ts'

/** A file as an editor knows it. */
export interface Located {
  readonly uri: string
  readonly lines: LineIndex
}

/** Finds another file by the name that findings have for it. */
export type FindFile = (file: string) => Located | undefined

/** Findings as an editor shows them, in their order. Related places of a file that is not found are left out. */
export function diagnostics(
  findings: readonly Finding[],
  own: Located,
  find: FindFile = () => undefined,
): Diagnostic[] {
  return findings.map((finding) => diagnosticOf(finding, own, find))
}

/** The same, with those that were there before as hints: they do not count, and are still told. */
export function asHints(
  made: readonly Diagnostic[],
  findings: readonly Finding[],
  known: ReadonlySet<Finding>,
): Diagnostic[] {
  return made.map((diagnostic, index) => {
    const finding = findings[index]
    if (!finding || !known.has(finding)) return diagnostic
    return { ...diagnostic, severity: DiagnosticSeverity.Hint }
  })
}

export function diagnosticOf(finding: Finding, own: Located, find: FindFile = () => undefined): Diagnostic {
  const { rule, severity, message, span, related, past } = finding
  const diagnostic: Diagnostic = {
    range: rangeOf(own.lines, span),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: pageOf(rule) },
    source: 'pilots',
    message: visible(message),
  }
  if (needless.has(rule)) diagnostic.tags = [DiagnosticTag.Unnecessary]
  const places = related.flatMap((each) => {
    const place = each.file === undefined ? own : find(each.file)
    if (!place) return []
    return [
      {
        message: visible(each.message),
        location: { uri: place.uri, range: rangeOf(place.lines, each.span) },
      },
    ]
  })
  if (past) places.push({ message: changeText(past), location: { uri: own.uri, range: diagnostic.range } })
  if (places.length > 0) diagnostic.relatedInformation = places
  return diagnostic
}

/** `2026-04-05, Luis Ortega, commit 1a2b3c4: 30 became 45`. */
function changeText({ commit, date, author, before, after }: PastChange): string {
  const who = [date, author, commit ? `commit ${commit.slice(0, 7)}` : 'not committed yet']
  const what = `${before ?? 'nothing'} became ${after ?? 'nothing'}`
  return visible(`${who.filter((each) => each !== undefined).join(', ')}: ${what}`)
}

/** What they report can go, so an editor shows it faded. */
const needless: ReadonlySet<string> = new Set(['suppression/unused'])

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}
