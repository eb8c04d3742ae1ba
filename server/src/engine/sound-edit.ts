import type { Analysis } from './analyze.ts'
import type { Finding } from './finding.ts'
import { applyEdits, type TextEdit } from './text/edit.ts'

/**
 * Analyses another text under the same circumstances; `undefined` when that would take too long. Where it is said which
 * findings are to be gone, what else depends on many other files may be as it was.
 */
export type Recheck = (text: string, mended?: readonly Finding[]) => Analysis | undefined

/**
 * Whether edits should be offered for findings: not when they change nothing, when the text no longer parses, when one of
 * the findings stays, or when another error comes.
 */
export function isSound(
  before: Analysis,
  findings: readonly Finding[],
  edits: readonly TextEdit[],
  recheck: Recheck,
): boolean {
  if (before.syntax.unread || overlap(edits)) return false
  const text = applyEdits(before.text, edits)
  const after = text === before.text ? undefined : recheck(text, findings)
  if (!after || after.syntax.problems.length > before.syntax.problems.length) return false
  if (findings.some((finding) => count(after, finding) >= count(before, finding))) return false
  return !addsError(before, after, findings)
}

function overlap(edits: readonly TextEdit[]): boolean {
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end)
  return spans.some(({ start }, index) => start < (spans[index - 1]?.end ?? 0))
}

/** How often the text has the finding; where a fix left something to fill in, it may say the same again. */
function count(analysis: Analysis, { rule, message }: Finding): number {
  const { text } = analysis
  return all(analysis).filter((each) => each.rule === rule && each.message === message && !isOpen(text, each))
    .length
}

function addsError(before: Analysis, after: Analysis, mended: readonly Finding[]): boolean {
  // A mended form lets more be read, so what the rules then say was wrong before.
  const formOnly = mended.some(isForm)
  const relevant = (each: Finding): boolean => !formOnly || isForm(each)
  const known = tally(all(before).filter(relevant))
  const found = tally(
    all(after)
      .filter(relevant)
      .filter((each) => !isOpen(after.text, each)),
  )
  return [...found].some(([rule, errors]) => errors > (known.get(rule) ?? 0))
}

/** Also what one finding says for all: a block that an edit adds is not the reason of what is said of it. */
function all({ findings, covered }: Analysis): readonly Finding[] {
  return [...findings, ...covered]
}

function isForm({ rule }: Finding): boolean {
  return rule.startsWith('yaml/') || rule.startsWith('schema/')
}

function tally(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { rule, severity } of findings)
    if (severity === 'error') counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

/** Whether the finding stands on a line that a fix left to be filled in. */
function isOpen(text: string, { span }: Finding): boolean {
  const from = text.lastIndexOf('\n', span.start - 1) + 1
  const to = text.indexOf('\n', span.end)
  return /\bTODO\b/.test(text.slice(from, to < 0 ? text.length : to))
}
