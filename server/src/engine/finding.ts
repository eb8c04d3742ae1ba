import type { IsoDate } from './pilot/dates.ts'
import type { Block } from './pilot/located.ts'
import { compareTexts } from './text/compare.ts'
import type { Span } from './text/span.ts'
import type { SyntaxProblem } from './yaml/node.ts'
import type { Template } from './yaml/template.ts'

/** How much it matters: with an error the pilot will stall. */
export type Severity = 'error' | 'warning' | 'info'

/** What a rule, the schema or the parser says about one place of a file. An immutable value; all outputs render it. */
export interface Finding {
  /** `group/name`: what a user reads, suppresses, configures and links to. */
  readonly rule: string
  readonly severity: Severity
  /** One sentence that names the thing in the author's words, and one that says what to do. */
  readonly message: string
  /** Within one line of the text. */
  readonly span: Span
  readonly related: readonly Related[]
  readonly fixes: readonly Fix[]
  /** What changed in the past, when that is what the finding is about. */
  readonly past?: PastChange
}

/** A change that Git remembers, or one that is in no commit yet. */
export interface PastChange {
  /** The full hash; absent for a change that is not committed. */
  readonly commit: string | undefined
  readonly date: IsoDate
  readonly author: string | undefined
  /** The values before and after it, as a person reads them; absent where there was none. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** A second place that explains a finding. */
export interface Related {
  readonly message: string
  /** The other file, by the name that the caller knows it by; the finding's own when absent. */
  readonly file?: string
  readonly span: Span
}

/** A way to mend a finding. It says what should change; the edits are made when someone asks for them. */
export interface Fix {
  readonly title: string
  /** Whether it can be applied without a person reading it: it invents nothing and decides nothing. */
  readonly safe: boolean
  /** Claims or decides what only a person can, and marks nothing to fill in: offered to who reads it, and never applied to all. */
  readonly suggestion?: boolean | undefined
  readonly changes: readonly Change[]
}

export type Change = Insert | Append | Replace

/** Puts a value under a path of keys below a block; missing blocks in between are made. */
export interface Insert {
  readonly do: 'insert'
  /** Absent: the file itself, where no block of it is at hand. */
  readonly into?: Block
  readonly path: readonly string[]
  readonly value: Template
}

/** Adds an item to the list under a path of keys below a block; the list is made when it is missing. */
export interface Append {
  readonly do: 'append'
  /** In front of the item at this index; absent: at the end. */
  readonly index?: number
  /** Absent: the file itself, where no block of it is at hand. */
  readonly into?: Block
  readonly path: readonly string[]
  readonly value: Template
}

/** Replaces text. */
export interface Replace {
  readonly do: 'replace'
  readonly span: Span
  readonly text: string
  /** The text with tab stops, where it holds places to fill in. */
  readonly snippet?: string
}

/** A finding about the form of a file, which is always an error. */
export function formFinding(rule: string, message: string, span: Span): Finding {
  return { rule, severity: 'error', message, span, related: [], fixes: [] }
}

/** What the parser says, as a finding. */
export function parserFinding({ rule, message, span }: Omit<SyntaxProblem, 'fatal'>): Finding {
  return formFinding(`yaml/${rule}`, message, span)
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Orders by place, then by weight, then by rule: the same findings always come in the same order. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    ranks[a.severity] - ranks[b.severity] ||
    compareTexts(a.rule, b.rule)
  )
}

/** Whether `a` weighs more than `b`. */
export function outweighs(a: Severity, b: Severity): boolean {
  return ranks[a] < ranks[b]
}
