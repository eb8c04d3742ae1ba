import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { Finding } from '../engine/finding.ts'
import { editsOf } from '../engine/fix.ts'
import { visible } from '../engine/text/visible.ts'
import type { PatchEdit } from '../engine/yaml/patch.ts'
import { diagnosticOf } from './diagnostics.ts'
import { type Target, type TextWithLines, workspaceEdit } from './workspace-edit.ts'

/** The fixes of a finding in a pilot or a configuration that were tried and mend it; the first is the preferred one, unless it is for a person to say. */
export function quickFixes(
  file: TextWithLines,
  finding: Finding,
  target: Target,
  mends: (edits: readonly PatchEdit[]) => boolean,
): readonly CodeAction[] {
  const fixes = finding.fixes.map((fix) => {
    return { title: visible(fix.title), edits: editsOf(file.text, fix), suggestion: fix.suggestion }
  })
  const sound = fixes.filter(({ edits }) => mends(edits))
  return sound.map(
    ({ title, edits, suggestion }, index): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, { uri: target.uri, lines: file.lines })],
      edit: workspaceEdit(file, edits, target),
      ...(index === 0 && !suggestion ? { isPreferred: true } : {}),
    }),
  )
}
