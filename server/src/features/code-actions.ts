import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import { affordable, isSound, type Recheck } from '../engine/sound-edit.ts'
import { touches } from '../engine/text/span.ts'
import { fixAll } from './fix-all.ts'
import { quickFixes } from './quick-fixes.ts'
import { spanOf } from './range.ts'
import { showChange } from './show-change.ts'
import { suppressAction } from './suppress-action.ts'
import type { Target, TextWithLines } from './workspace-edit.ts'

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
    const fixesOf = (finding: Finding): readonly CodeAction[] =>
      quickFixes(analysis, finding, target, (edits) => isSound(analysis, [finding], edits, check))
    const findings = findingsAt(range, analysis.findings, analysis)
    actions.push(...findings.flatMap(fixesOf))
    actions.push(...findings.map((finding) => showChange(analysis, finding, target)))
    actions.push(...findings.map((finding) => suppressAction(analysis, finding, target, check)))
    // One finding may stand for many, of which each can be mended by itself.
    actions.push(...findingsAt(range, analysis.covered, analysis).flatMap(fixesOf))
  }
  if (only && wants(only, CodeActionKind.SourceFixAll)) actions.push(fixAll(analysis, target, check))
  return actions.filter((action) => action !== undefined)
}

/** The findings that touch a range, as many as somebody looks through. */
export function findingsAt(
  range: Range,
  findings: readonly Finding[],
  { lines }: Pick<TextWithLines, 'lines'>,
): readonly Finding[] {
  const span = spanOf(lines, range)
  return findings.filter((finding) => touches(finding.span, span)).slice(0, MOST_FINDINGS)
}

const MOST_FINDINGS = 20

export function wants(only: readonly string[], kind: string): boolean {
  return only.some((each) => each === '' || each === kind || kind.startsWith(`${each}.`))
}
