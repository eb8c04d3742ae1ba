import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { touches } from '../engine/text/span.ts'
import { fixAll } from './fix-all.ts'
import { quickFixes } from './quick-fixes.ts'
import type { Recheck } from './sound-edit.ts'
import { suppressAction } from './suppress-action.ts'
import type { Target } from './workspace-edit.ts'

/** Where actions are wanted, and of which kinds; of all that belong into a light bulb when absent. */
export interface Wanted {
  readonly range: Range
  readonly only: readonly string[] | undefined
}

/** What can be done about the findings that touch a range. Every action was tried on the text before it is offered. */
export function codeActions(
  analysis: Analysis,
  { range, only }: Wanted,
  target: Target,
  recheck: Recheck,
): CodeAction[] {
  const actions: (CodeAction | undefined)[] = []
  if (!only || wants(only, CodeActionKind.QuickFix)) {
    const span = { start: analysis.lines.offsetAt(range.start), end: analysis.lines.offsetAt(range.end) }
    const findings = analysis.findings
      .filter((finding) => touches(finding.span, span))
      .slice(0, MOST_FINDINGS)
    actions.push(...findings.flatMap((finding) => quickFixes(analysis, finding, target, recheck)))
    actions.push(...findings.map((finding) => suppressAction(analysis, finding, target, recheck)))
  }
  if (only && wants(only, CodeActionKind.SourceFixAll)) actions.push(fixAll(analysis, target, recheck))
  return actions.filter((action) => action !== undefined)
}

/** Each costs an analysis or two, and a selection of the whole file must be answered at once as well. */
const MOST_FINDINGS = 20

function wants(only: readonly string[], kind: string): boolean {
  return only.some((each) => each === '' || each === kind || kind.startsWith(`${each}.`))
}
