import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { affordable, type Recheck } from '../engine/sound-edit.ts'
import { touches } from '../engine/text/span.ts'
import { fixAll } from './fix-all.ts'
import { quickFixes } from './quick-fixes.ts'
import { showChange } from './show-change.ts'
import { suppressAction } from './suppress-action.ts'
import type { Target } from './workspace-edit.ts'

/** Where actions are wanted, and of which kinds; of all that belong into a light bulb when absent. */
export interface Wanted {
  readonly range: Range
  readonly only: readonly string[] | undefined
}

/** What can be done about the findings that touch a range. Every edit was tried on the text before it is offered. */
export function codeActions(
  analysis: Analysis,
  { range, only }: Wanted,
  target: Target,
  recheck: Recheck,
): CodeAction[] {
  const check = affordable(recheck)
  const actions: (CodeAction | undefined)[] = []
  if (!only || wants(only, CodeActionKind.QuickFix)) {
    const span = { start: analysis.lines.offsetAt(range.start), end: analysis.lines.offsetAt(range.end) }
    const findings = analysis.findings
      .filter((finding) => touches(finding.span, span))
      .slice(0, MOST_FINDINGS)
    actions.push(...findings.flatMap((finding) => quickFixes(analysis, finding, target, check)))
    actions.push(...findings.map((finding) => showChange(analysis, finding, target)))
    actions.push(...findings.map((finding) => suppressAction(analysis, finding, target, check)))
    // One finding may stand for many, of which each can be mended by itself.
    const covered = analysis.covered.filter(({ span: place }) => touches(place, span))
    actions.push(
      ...covered.slice(0, MOST_FINDINGS).flatMap((each) => quickFixes(analysis, each, target, check)),
    )
  }
  if (only && wants(only, CodeActionKind.SourceFixAll)) actions.push(fixAll(analysis, target, check))
  return actions.filter((action) => action !== undefined)
}

const MOST_FINDINGS = 20

export function wants(only: readonly string[], kind: string): boolean {
  return only.some((each) => each === '' || each === kind || kind.startsWith(`${each}.`))
}
