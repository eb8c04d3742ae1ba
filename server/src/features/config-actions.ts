import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { ConfigFile } from '../engine/config/config-file.ts'
import { readConfig } from '../engine/config/read.ts'
import type { Finding } from '../engine/finding.ts'
import { editsOf } from '../engine/fix.ts'
import { applyEdits, type TextEdit } from '../engine/text/edit.ts'
import { touches } from '../engine/text/span.ts'
import { type Wanted, wants } from './code-actions.ts'
import { diagnosticOf } from './diagnostics.ts'
import { type Target, workspaceEdit } from './workspace-edit.ts'

/** The fixes of what is wrong with a configuration at a range; the first of each finding is the preferred one. */
export function configActions(file: ConfigFile, { range, only }: Wanted, target: Target): CodeAction[] {
  if (only && !wants(only, CodeActionKind.QuickFix)) return []
  const span = { start: file.lines.offsetAt(range.start), end: file.lines.offsetAt(range.end) }
  const findings = file.findings.filter((finding) => touches(finding.span, span))
  return findings.slice(0, MOST).flatMap((finding) => fixesOf(file, finding, target))
}

const MOST = 20

function fixesOf(file: ConfigFile, finding: Finding, target: Target): readonly CodeAction[] {
  const { text, lines } = file
  const fixes = finding.fixes.map((fix) => ({ title: fix.title, edits: editsOf(text, fix) }))
  const sound = fixes.filter(({ edits }) => mends(file, finding, edits))
  return sound.map(
    ({ title, edits }, index): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, { uri: target.uri, lines })],
      ...(index === 0 ? { isPreferred: true } : {}),
      edit: workspaceEdit(file, edits, target),
    }),
  )
}

/** Whether nothing new is wrong behind the edits; what is wrong only between several files is not looked at again. */
function mends({ text, path }: ConfigFile, finding: Finding, edits: readonly TextEdit[]): boolean {
  const [before, after] = [text, applyEdits(text, edits)].map((each) => readConfig(each, path).findings)
  if (!before || !after) return false
  const isOwn = before.some(({ rule, message }) => rule === finding.rule && message === finding.message)
  return after.length + (isOwn ? 1 : 0) <= before.length
}
