import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { editsOf } from '../engine/fix.ts'
import type { PatchEdit } from '../engine/yaml/patch.ts'
import { type Recheck, soundEdit } from './sound-edit.ts'
import { type Target, workspaceEdit } from './workspace-edit.ts'

/** All safe fixes of a file that go together, as one edit; absent when there is none. */
export function fixAll(analysis: Analysis, target: Target, recheck: Recheck): CodeAction | undefined {
  const edits = safeEdits(analysis, recheck)
  if (edits.length === 0) return undefined
  return {
    title: 'Apply all safe fixes',
    kind: CodeActionKind.SourceFixAll,
    // Nothing is left to fill in after a safe fix.
    edit: workspaceEdit(analysis, edits, { ...target, snippets: false }),
  }
}

function safeEdits(analysis: Analysis, recheck: Recheck): readonly PatchEdit[] {
  let accepted: readonly PatchEdit[] = []
  for (const finding of analysis.findings) {
    const fix = finding.fixes.find(({ safe }) => safe)
    const edits = fix ? editsOf(analysis.text, fix) : []
    if (edits.length === 0 || edits.some((edit) => accepted.some((other) => meets(edit, other)))) continue
    if (soundEdit(analysis, finding, [...accepted, ...edits], recheck)) accepted = [...accepted, ...edits]
  }
  return accepted
}

/** Two edits at one place are left for the next time: what the second is about may have changed. */
function meets({ span: a }: PatchEdit, { span: b }: PatchEdit): boolean {
  return a.start <= b.end && b.start <= a.end
}
