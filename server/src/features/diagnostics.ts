import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import type { Finding, Severity } from '../engine/finding.ts'
import { pageOf } from '../engine/rules/page.ts'
import { rangeOf } from './range.ts'

/** The findings as an editor shows them, in their order. */
export function diagnostics(analysis: Analysis, uri: string): Diagnostic[] {
  return analysis.findings.map((finding) => diagnosticOf(analysis, finding, uri))
}

export function diagnosticOf({ lines }: Analysis, finding: Finding, uri: string): Diagnostic {
  const { rule, severity, message, span, related } = finding
  const diagnostic: Diagnostic = {
    range: rangeOf(lines, span),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: pageOf(rule) },
    source: 'pilots',
    message,
  }
  if (related.length > 0) {
    diagnostic.relatedInformation = related.map((each) => {
      return { message: each.message, location: { uri, range: rangeOf(lines, each.span) } }
    })
  }
  return diagnostic
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}
