import type { Finding } from './finding.ts'
import { type IsoDate, isDate } from './pilot/dates.ts'
import type { LineIndex } from './text/line-index.ts'
import type { Span } from './text/span.ts'
import type { Comment, Syntax } from './yaml/node.ts'

/** A comment that silences one rule, for a reason, on the next line or in the whole file. */
export interface Suppression {
  readonly rule: string
  readonly scope: 'file' | 'next-line'
  readonly reason: string
  /** The last day on which it holds. */
  readonly until: IsoDate | undefined
  readonly span: Span
  /** Of the rule's name. */
  readonly ruleSpan: Span
  readonly state: SuppressionState
}

/** `misplaced`: for the file, but behind its first key. */
export type SuppressionState = 'used' | 'unused' | 'expired' | 'no-reason' | 'misplaced'

export interface Suppressed {
  readonly finding: Finding
  readonly reason: string
}

export interface Screened {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly suppressions: readonly Suppression[]
}

/** Takes out the findings that the author's comments silence. A comment without a reason, or past its day, silences nothing. */
export function screen(
  findings: readonly Finding[],
  syntax: Syntax,
  scene: { lines: LineIndex; today: IsoDate },
): Screened {
  const drafts = syntax.comments
    .map((comment) => draft(comment, syntax, scene))
    .filter((each) => each !== undefined)
  if (drafts.length === 0) return { findings, suppressed: [], suppressions: [] }
  const kept: Finding[] = []
  const suppressed: Suppressed[] = []
  const used = new Set<Draft>()
  for (const finding of findings) {
    const match = drafts.find((each) => matches(each, finding, scene.lines))
    if (match) {
      used.add(match)
      suppressed.push({ finding, reason: match.reason })
    } else kept.push(finding)
  }
  const suppressions = drafts.map((each) => finish(each, used.has(each)))
  return { findings: kept, suppressed, suppressions }
}

interface Draft extends Omit<Suppression, 'state'> {
  readonly line: number
  readonly blocked: SuppressionState | undefined
}

const COMMENT =
  /^#\s*pilots-ignore-(next-line|file)\s+([a-z][a-z0-9/-]*)(?:\s+until\s+(\S+))?\s*(?:--\s*(.*))?$/

function draft(
  comment: Comment,
  syntax: Syntax,
  scene: { lines: LineIndex; today: IsoDate },
): Draft | undefined {
  const match = comment.text.length < 500 ? COMMENT.exec(comment.text.trimEnd()) : null
  const rule = match?.[2]
  if (!match || rule === undefined) return undefined
  const scope = match[1] === 'file' ? 'file' : 'next-line'
  const reason = (match[4] ?? '').trim()
  const until = match[3] && isDate(match[3]) ? match[3] : undefined
  const start = comment.span.start + comment.text.indexOf(rule)
  return {
    rule,
    scope,
    reason,
    until,
    span: comment.span,
    ruleSpan: { start, end: start + rule.length },
    line: targetLine(comment, syntax, scene.lines),
    blocked: blockedBy({ scope, reason, until, rawUntil: match[3] }, comment, syntax, scene.today),
  }
}

function blockedBy(
  {
    scope,
    reason,
    until,
    rawUntil,
  }: { scope: string; reason: string; until: IsoDate | undefined; rawUntil: string | undefined },
  comment: Comment,
  { root }: Syntax,
  today: IsoDate,
): SuppressionState | undefined {
  if (scope === 'file' && root && comment.span.start > root.span.start) return 'misplaced'
  if (reason === '') return 'no-reason'
  if (rawUntil !== undefined && (until === undefined || today > until)) return 'expired'
  return undefined
}

/** The line after the comment, or after the other comments below it. */
function targetLine(comment: Comment, { text, comments }: Syntax, lines: LineIndex): number {
  let line = lines.positionAt(comment.span.start).line + 1
  while (comments.some(({ span }) => startsLine(text, span, line, lines))) line++
  return line
}

function startsLine(text: string, span: Span, line: number, lines: LineIndex): boolean {
  const start = lines.lineStart(line)
  return (
    span.start >= start && span.start <= lines.lineEnd(line) && text.slice(start, span.start).trim() === ''
  )
}

function matches(suppression: Draft, finding: Finding, lines: LineIndex): boolean {
  if (suppression.blocked || suppression.rule !== finding.rule) return false
  return suppression.scope === 'file' || lines.positionAt(finding.span.start).line === suppression.line
}

function finish({ line: _line, blocked, ...suppression }: Draft, used: boolean): Suppression {
  return { ...suppression, state: blocked ?? (used ? 'used' : 'unused') }
}
