import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import { isSound, type Recheck } from '../engine/sound-edit.ts'
import { behindMark } from '../engine/text/characters.ts'
import { eolAt, lineStartAt } from '../engine/yaml/layout.ts'
import type { PatchEdit } from '../engine/yaml/patch.ts'
import { diagnosticOf } from './diagnostics.ts'
import { type Target, workspaceEdit } from './workspace-edit.ts'

/** A comment above the finding that silences it once the author has written why; absent where none can. */
export function suppressAction(
  analysis: Analysis,
  finding: Finding,
  target: Target,
  recheck: Recheck,
): CodeAction | undefined {
  // What cannot be read is not a matter of opinion.
  if (finding.rule.startsWith('yaml/')) return undefined
  const edit = comment(analysis.text, finding)
  const explained = { ...edit, text: edit.text.replace(REASON, `${REASON}A reason`) }
  if (!isSound(analysis, [finding], [explained], recheck)) return undefined
  return {
    title: `Suppress ${finding.rule} with a reason`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, { uri: target.uri, lines: analysis.lines })],
    edit: workspaceEdit(analysis, [edit], target),
  }
}

const REASON = ' -- '

function comment(text: string, { rule, span }: Finding): PatchEdit {
  const start = Math.max(lineStartAt(text, span.start), behindMark(text))
  const before = `${/^[ ]*/.exec(text.slice(start))?.[0] ?? ''}# pilots-ignore-next-line ${rule}${REASON}`
  const eol = eolAt(text, span.start)
  return { span: { start, end: start }, text: before + eol, snippet: `${before}\${1}${eol}` }
}
