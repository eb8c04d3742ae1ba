import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { ConfigFile } from '../engine/config/config-file.ts'
import { readConfig } from '../engine/config/read.ts'
import type { Finding } from '../engine/finding.ts'
import { applyEdits, type TextEdit } from '../engine/text/edit.ts'
import { findingsAt, type Wanted, wants } from './code-actions.ts'
import { quickFixes } from './quick-fixes.ts'
import type { Target } from './workspace-edit.ts'

/** The fixes of what is wrong with a configuration at a range; the first of each finding is the preferred one. */
export function configActions(file: ConfigFile, { range, only }: Wanted, target: Target): CodeAction[] {
  if (only && !wants(only, CodeActionKind.QuickFix)) return []
  return findingsAt(range, file.findings, file).flatMap((finding) =>
    quickFixes(file, finding, target, (edits) => mends(file, finding, edits)),
  )
}

/** Whether nothing new is wrong behind the edits; what is wrong only between several files is not looked at again. */
function mends({ text, path }: ConfigFile, finding: Finding, edits: readonly TextEdit[]): boolean {
  const [before, after] = [text, applyEdits(text, edits)].map((each) => readConfig(each, path).findings)
  if (!before || !after) return false
  const isOwn = before.some(({ rule, message }) => rule === finding.rule && message === finding.message)
  return after.length + (isOwn ? 1 : 0) <= before.length
}
