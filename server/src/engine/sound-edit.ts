import type { Analysis } from './analyze.ts'
import type { Finding } from './finding.ts'
import { once } from './once.ts'
import { applyEdits, type TextEdit } from './text/edit.ts'
import { isPlain } from './yaml/parse.ts'

/**
 * Analyses another text under the same circumstances; `undefined` when that would take too long. Where it is said which
 * findings are to be gone, what else depends on many other files may be as it was.
 */
export type Recheck = (text: string, mended?: readonly Finding[]) => Analysis | undefined

/** Characters that may be analysed to try the edits of one request: whoever asks must not be kept waiting. */
const BUDGET = 400_000

/** Characters of a text that only the library of YAML reads, for which it takes twenty times as long: half a second for these. */
const LONG = 250_000

/** Characters that take as long as a finding. */
const FINDING = 50

/** The same recheck, which answers `undefined` when the budget is spent. */
export function affordable(recheck: Recheck): Recheck {
  // A short list may have thousands of items with something to say of each.
  return limited(recheck, (after) => FINDING * all(after).length)
}

/** The same question about texts, likewise; `extra` tells how many characters more an answer is worth. */
export function limited<More extends readonly unknown[], Answer>(
  ask: (text: string, ...more: More) => Answer | undefined,
  extra: (answer: Answer) => number = () => 0,
): (text: string, ...more: More) => Answer | undefined {
  let spent = 0
  return (text, ...more) => {
    if (spent >= BUDGET || (text.length > LONG && !isPlain(text))) return undefined
    spent += text.length
    const answer = ask(text, ...more)
    if (answer !== undefined) spent += extra(answer)
    return answer
  }
}

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
  const [filled, open] = [lineFinder(before), lineFinder(after)]
  const told = (finding: Finding): boolean => count(after, finding, open) >= count(before, finding, filled)
  return !findings.some(told) && !addsError(before, after, findings, open)
}

function overlap(edits: readonly TextEdit[]): boolean {
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end)
  return spans.some(({ start }, index) => start < (spans[index - 1]?.end ?? 0))
}

/** How often the text has the finding; where a fix left something to fill in, it may say the same again. */
function count(analysis: Analysis, { rule, message }: Finding, isOpen: IsOpen): number {
  return all(analysis).filter((each) => each.rule === rule && each.message === message && !isOpen(each))
    .length
}

function addsError(before: Analysis, after: Analysis, mended: readonly Finding[], isOpen: IsOpen): boolean {
  // A mended form lets more be read, so what the rules then say was wrong before.
  const formOnly = mended.some(isForm)
  const relevant = (each: Finding): boolean => !formOnly || isForm(each)
  // What a fix only lets be seen was wrong before, too.
  const known = tally([...all(before), ...(before.hidden ?? [])].filter(relevant))
  const found = tally(
    all(after)
      .filter(relevant)
      .filter((each) => !isOpen(each)),
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

/** Whether a finding stands on a line that a fix left to be filled in. */
type IsOpen = (finding: Finding) => boolean

/** Looks for these lines once: one line may hold a million characters, and as many findings. */
function lineFinder({ text, lines }: Analysis): IsOpen {
  const lineOf = (offset: number): number => lines.positionAt(offset).line
  const open = once(() => new Set(Array.from(text.matchAll(/\bTODO\b/g), ({ index }) => lineOf(index))))
  return ({ span }) => open().has(lineOf(span.start)) || open().has(lineOf(span.end))
}
