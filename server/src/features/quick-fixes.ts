import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import { editsOf } from '../engine/fix.ts'
import { isSound, type Recheck } from '../engine/sound-edit.ts'
import { visible } from '../engine/text/visible.ts'
import { diagnosticOf } from './diagnostics.ts'
import { type Target, workspaceEdit } from './workspace-edit.ts'

/** The fixes of a finding that were tried and mend it; the first is the preferred one. */
export function quickFixes(
  analysis: Analysis,
  finding: Finding,
  target: Target,
  recheck: Recheck,
): readonly CodeAction[] {
  const fixes = finding.fixes.map((fix) => ({
    title: visible(fix.title),
    edits: editsOf(analysis.text, fix),
  }))
  const sound = fixes.filter(({ edits }) => isSound(analysis, [finding], edits, recheck))
  return sound.map(({ title, edits }, index) => {
    const action: CodeAction = {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, { uri: target.uri, lines: analysis.lines })],
      edit: workspaceEdit(analysis, edits, target),
    }
    if (index === 0) action.isPreferred = true
    return action
  })
}
