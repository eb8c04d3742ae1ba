import type { Finding } from './finding.ts'
import { ofLast, once, remembered } from './once.ts'
import { type IsoDate, isDate, LAST_DAY } from './pilot/dates.ts'
import type { IsOwn } from './schema/check.ts'
import { nearest } from './schema/suggest.ts'
import { type LineIndex, lineIndex } from './text/line-index.ts'
import type { Span } from './text/span.ts'
import { limits } from './yaml/limits.ts'
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
  const drafts = draftsIn(syntax, scene)
  if (drafts.length === 0) return { findings, suppressed: [], suppressions: [] }
  const kept: Finding[] = []
  const suppressed: Suppressed[] = []
  const used = new Set<Draft>()
  const silencer = silencerAmong(drafts, scene.lines)
  for (const finding of findings) {
    const match = silencer(finding)
    if (match) {
      used.add(match)
      suppressed.push({ finding, reason: match.reason })
    } else kept.push(finding)
  }
  // What it silences may be what cannot be read.
  const ran = syntax.unread ? undefined : scene.ran
  const suppressions = drafts.map((each) => finish(each, used.has(each), ran))
  return { findings: kept, suppressed, suppressions }
}

/** Which keys a comment calls the author's own: it silences for good what says that nobody knows them, and not until a day. */
export function ownKeysIn(syntax: Syntax): IsOwn {
  const silencer = once(() => {
    const lines = lineIndex(syntax.text)
    const lastDay = { lines, today: LAST_DAY, known: () => [], ran: new Set<string>() }
    return silencerAmong(draftsIn(syntax, lastDay), lines)
  })
  return (finding) => syntax.comments.length > 0 && silencer()(finding) !== undefined
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

function draftsIn(syntax: Syntax, scene: Screen): readonly Draft[] {
  const found: Draft[] = []
  const below = once(() => lineBelow(syntax, scene.lines))
  // Each suggestion is a search among all rules, and no more of them are told.
  let suggestions = limits.problems
  for (const comment of syntax.comments) {
    const written = readSuppression(comment.text)
    if (!written) continue
    const line = below()(scene.lines.positionAt(comment.span.start).line + 1)
    const made = draft(written, { comment, line, syntax }, scene)
    const meant = made.blocked === 'unknown' && made.rule !== '' && suggestions-- > 0
    found.push(meant ? { ...made, meant: meantIn(scene.known())(made.rule) } : made)
  }
  return found
}

/** The names are the same at each key in a file, and so are most of the comments. */
const rulesIn = ofLast((known: readonly string[]): ReadonlySet<string> => new Set(known))
const meantIn = ofLast((known: readonly string[]) => remembered((rule) => nearest(rule, known)))

interface Placed {
  readonly comment: Comment
  readonly line: number
  readonly syntax: Syntax
}

function draft(written: WrittenSuppression, { comment, line, syntax }: Placed, scene: Screen): Draft {
  const { scope, rule, at, day, reason } = written
  const known = isOfFormat(rule) || rulesIn(scene.known()).has(rule)
  const start = comment.span.start + at
  const shared = {
    rule,
    scope,
    reason,
    until: day !== undefined && isDate(day) ? day : undefined,
    span: comment.span,
    ruleSpan: rule === '' ? comment.span : { start, end: start + rule.length },
    line,
    meant: undefined,
  } as const
  const late = day !== undefined && (shared.until === undefined || scene.today > shared.until)
  return { ...shared, blocked: known ? blockedBy({ ...shared, late }, syntax) : 'unknown' }
}

function blockedBy(
  draft: Omit<Draft, 'blocked'> & { late: boolean },
  { root, unread }: Syntax,
): SuppressionState | undefined {
  const first = root && Math.min(root.span.start, ...(unread ?? []).map(({ start }) => start))
  if (draft.scope === 'file' && first !== undefined && draft.span.start > first) return 'misplaced'
  if (draft.reason === '') return 'no-reason'
  return draft.late ? 'expired' : undefined
}

/** Finds the first line at or below one that holds more than a comment. All are looked for at once: comments stand in stacks. */
function lineBelow({ text, comments }: Syntax, lines: LineIndex): (line: number) => number {
  const below = new Map<number, number>()
  const fromTheEnd = [...comments].sort((a, b) => b.span.start - a.span.start)
  for (const { span } of fromTheEnd) {
    const { line } = lines.positionAt(span.start)
    if (text.slice(lines.lineStart(line), span.start).trim() === '')
      below.set(line, below.get(line + 1) ?? line + 1)
  }
  return (line) => below.get(line) ?? line
}

/** Finds the comment that silences a finding: that for the whole file, else the first that stands before its line. */
function silencerAmong(
  drafts: readonly Draft[],
  lines: LineIndex,
): (finding: Pick<Finding, 'rule' | 'span'>) => Draft | undefined {
  const inFile = new Map<string, Draft>()
  const inLine = new Map<string, Draft>()
  for (const each of drafts) {
    const [found, key] = each.scope === 'file' ? [inFile, each.rule] : [inLine, `${each.line} ${each.rule}`]
    if (!each.blocked && !found.has(key)) found.set(key, each)
  }
  return ({ rule, span }) => {
    // What cannot be read is not a matter of opinion.
    if (rule.startsWith('yaml/')) return undefined
    return inFile.get(rule) ?? inLine.get(`${lines.positionAt(span.start).line} ${rule}`)
  }
}

function finish(
  { line: _line, blocked, ...suppression }: Draft,
  used: boolean,
  ran: ReadonlySet<string> | undefined,
): Suppression {
  if (blocked || used) return { ...suppression, state: blocked ?? 'used' }
  const isIdle = !ran || !(ran.has(suppression.rule) || isOfFormat(suppression.rule))
  return { ...suppression, state: isIdle ? 'idle' : 'unused' }
}

/** What the schema and the parser say has no rule of its own. */
function isOfFormat(name: string): boolean {
  return /^(?:schema|yaml)\/[a-z]/.test(name)
}
