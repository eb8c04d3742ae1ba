import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { ConfigFile } from '../engine/config/config-file.ts'
import { readConfig } from '../engine/config/read.ts'
import type { Finding } from '../engine/finding.ts'
import { once } from '../engine/once.ts'
import { limited } from '../engine/sound-edit.ts'
import { applyEdits } from '../engine/text/edit.ts'
import { findingsAt, type Wanted, wants } from './code-actions.ts'
import { quickFixes } from './quick-fixes.ts'
import type { Target } from './workspace-edit.ts'

/** The fixes of what is wrong with a configuration at a range; the first of each finding is the preferred one. */
export function configActions(file: ConfigFile, { range, only }: Wanted, target: Target): CodeAction[] {
  if (only && !wants(only, CodeActionKind.QuickFix)) return []
  const findingsOf = limited((text: string) => readConfig(text, file.path).findings)
  const own = once(() => readConfig(file.text, file.path).findings)
  return findingsAt(range, file.findings, file).flatMap((finding) =>
    quickFixes(file, finding, target, (edits) =>
      mends(own(), finding, findingsOf(applyEdits(file.text, edits))),
    ),
  )
}

/** Whether nothing new is wrong behind an edit; what is wrong only between several files is not looked at again. */
function mends(before: readonly Finding[], finding: Finding, after: readonly Finding[] | undefined): boolean {
  const isOwn = before.some(({ rule, message }) => rule === finding.rule && message === finding.message)
  return after !== undefined && after.length + (isOwn ? 1 : 0) <= before.length
}
