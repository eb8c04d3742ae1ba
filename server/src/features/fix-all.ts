import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import { editsOf } from '../engine/fix.ts'
import { isSound, type Recheck } from '../engine/sound-edit.ts'
import { touches } from '../engine/text/span.ts'
import type { PatchEdit } from '../engine/yaml/patch.ts'
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

interface SafeFix {
  readonly finding: Finding
  readonly edits: readonly PatchEdit[]
}

function safeEdits(analysis: Analysis, recheck: Recheck): readonly PatchEdit[] {
  const fixes = apart(analysis)
  if (areSound(analysis, fixes, recheck)) return fixes.flatMap(({ edits }) => edits)
  // One of them is in the way of the others: each that can be added to those before it is.
  let accepted: readonly SafeFix[] = []
  for (const fix of fixes) {
    if (areSound(analysis, [...accepted, fix], recheck)) accepted = [...accepted, fix]
  }
  return accepted.flatMap(({ edits }) => edits)
}

function areSound(analysis: Analysis, fixes: readonly SafeFix[], recheck: Recheck): boolean {
  const findings = fixes.map(({ finding }) => finding)
  return isSound(
    analysis,
    findings,
    fixes.flatMap(({ edits }) => edits),
    recheck,
  )
}

/** The safe fixes of which no two change the same place: what the second is about may no longer hold after the first. */
function apart({ text, findings }: Analysis): readonly SafeFix[] {
  const chosen: SafeFix[] = []
  for (const finding of findings) {
    const fix = finding.fixes.find(({ safe }) => safe)
    const edits = fix ? editsOf(text, fix) : []
    const taken = chosen.flatMap((each) => each.edits)
    if (edits.length > 0 && !edits.some((edit) => taken.some((other) => touches(edit.span, other.span)))) {
      chosen.push({ finding, edits })
    }
  }
  return chosen
}
