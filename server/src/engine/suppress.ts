import type { Finding } from './finding.ts'
import { type IsoDate, isDate } from './pilot/dates.ts'
import { nearest } from './schema/suggest.ts'
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
  /** The rule that an unknown name most likely means. */
  readonly meant: string | undefined
}

/**
 * `misplaced`: for the file, but behind its first key. `unknown`: names no rule. `idle`: its rule did not run, so nobody
 * can say whether it is needed.
 */
export type SuppressionState = 'used' | 'unused' | 'idle' | 'expired' | 'no-reason' | 'misplaced' | 'unknown'

/** What the suppressions of a file are judged by. */
export interface Screen {
  readonly lines: LineIndex
  readonly today: IsoDate
  /** Every rule that there is; the families `schema/` and `yaml/` are known without it. */
  known(): readonly string[]
  /** The rules that looked at this file. */
  readonly ran: ReadonlySet<string>
}

export interface Suppressed {
  readonly finding: Finding
  readonly reason: string
}

export interface Screened {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly suppressions: readonly Suppression[]
}

/**
 * Takes out the findings that the author's comments silence. A comment without a reason, or past its day, silences nothing, and
 * none what the parser says.
 */
export function screen(findings: readonly Finding[], syntax: Syntax, scene: Screen): Screened {
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
  const suppressions = drafts.map((each) => finish(each, used.has(each), scene.ran))
  return { findings: kept, suppressed, suppressions }
}

interface Draft extends Omit<Suppression, 'state'> {
  readonly line: number
  readonly blocked: SuppressionState | undefined
}

/** A comment as it is written: what it says of itself, true or not. */
export interface WrittenSuppression {
  readonly scope: Suppression['scope']
  /** Empty where none is named. */
  readonly rule: string
  /** Where the name begins in the comment. */
  readonly at: number
  /** As it is written, date or not. */
  readonly day: string | undefined
  readonly reason: string
}

/** What every comment that silences a rule holds. */
export const SUPPRESSION = 'pilots-ignore-'

const COMMENT = /^#\s*pilots-ignore-(next-line|file)(?=\s|$)(.*)$/
/** Names are taken as they are written, so that a wrong one is reported and not passed over. */
const PARTS = /^(.*?)(?:\suntil\s+(\S+))?$/

/** Reads a comment, with its `#`; `undefined` where it is none that silences anything. */
export function readSuppression(text: string): WrittenSuppression | undefined {
  const [, scope, said = ''] = (text.length < 500 && COMMENT.exec(text.trimEnd())) || []
  if (scope !== 'file' && scope !== 'next-line') return undefined
  const [names = '', ...reasons] = said.split(/\s--(?:\s|$)/)
  const [, name = '', day] = PARTS.exec(names.trim()) ?? []
  const rule = name.trim()
  const at = rule === '' ? 0 : text.indexOf(rule, text.indexOf(scope) + scope.length)
  return { scope, rule, at, day, reason: reasons.join(' -- ').trim() }
}

function draft(comment: Comment, syntax: Syntax, scene: Screen): Draft | undefined {
  const written = readSuppression(comment.text)
  if (!written) return undefined
  const { scope, rule, at, day, reason } = written
  const known = isOfFormat(rule) || scene.known().includes(rule)
  const start = comment.span.start + at
  const shared = {
    rule,
    scope,
    reason,
    until: day !== undefined && isDate(day) ? day : undefined,
    span: comment.span,
    ruleSpan: rule === '' ? comment.span : { start, end: start + rule.length },
    line: targetLine(comment, syntax, scene.lines),
    meant: known || rule === '' ? undefined : nearest(rule, scene.known()),
  } as const
  const late = day !== undefined && (shared.until === undefined || scene.today > shared.until)
  return { ...shared, blocked: known ? blockedBy({ ...shared, late }, syntax) : 'unknown' }
}

function blockedBy(
  draft: Omit<Draft, 'blocked'> & { late: boolean },
  { root }: Syntax,
): SuppressionState | undefined {
  if (draft.scope === 'file' && root && draft.span.start > root.span.start) return 'misplaced'
  if (draft.reason === '') return 'no-reason'
  return draft.late ? 'expired' : undefined
}

/** The line after the comment, or after the other comments below it. */
function targetLine(comment: Comment, { text, comments }: Syntax, lines: LineIndex): number {
  let line = lines.positionAt(comment.span.start).line + 1
  while (line < lines.lineCount && comments.some(({ span }) => startsLine(text, span, line, lines))) line++
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
  // What cannot be read is not a matter of opinion.
  if (finding.rule.startsWith('yaml/')) return false
  return suppression.scope === 'file' || lines.positionAt(finding.span.start).line === suppression.line
}

function finish(
  { line: _line, blocked, ...suppression }: Draft,
  used: boolean,
  ran: ReadonlySet<string>,
): Suppression {
  if (blocked || used) return { ...suppression, state: blocked ?? 'used' }
  return {
    ...suppression,
    state: ran.has(suppression.rule) || isOfFormat(suppression.rule) ? 'unused' : 'idle',
  }
}

/** What the schema and the parser say has no rule of its own. */
function isOfFormat(name: string): boolean {
  return /^(?:schema|yaml)\/[a-z]/.test(name)
}
