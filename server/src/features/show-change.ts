import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import { diagnosticOf } from './diagnostics.ts'
import type { Target } from './workspace-edit.ts'

/** Shows the change that a finding about the past speaks of, in a client that can. */
export function showChange(
  analysis: Analysis,
  finding: Finding,
  { uri, showChange: command }: Target,
): CodeAction | undefined {
  const { past } = finding
  if (!past || command === undefined) return undefined
  const { commit, date } = past
  const title = commit
    ? `Show the change of ${date} (${commit.slice(0, 7)})`
    : 'Show what is not committed yet'
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, { uri, lines: analysis.lines })],
    command: { title, command, arguments: [{ uri, commit, date }] },
  }
}
