import type { Finding, Severity } from '../finding.ts'
import type { LineIndex } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import type { Syntax } from '../yaml/node.ts'
import type { CustomRule } from './custom.ts'
import type { Matcher } from './globs.ts'

/** One configuration file as it was read: what is readable of it, and what is wrong with it. An immutable value. */
export interface ConfigFile {
  /** As the caller knows it. */
  readonly path: string
  readonly text: string
  readonly lines: LineIndex
  readonly syntax: Syntax
  /** In the order of their places; none is milder than an error. */
  readonly findings: readonly Finding[]
  readonly bases: readonly Placed<string>[]
  readonly include: Patterns | undefined
  readonly exclude: Patterns | undefined
  readonly registry: Patterns | undefined
  readonly currency: Placed<string> | undefined
  readonly jurisdictions: Placed<readonly string[]> | undefined
  readonly rules: readonly RuleEntry[]
  readonly overrides: readonly Override[]
  readonly customRules: readonly CustomRule[]
}

/** A value with the place of its key, or of the item. */
export interface Placed<T> {
  readonly value: T
  readonly span: Span
}

/** Patterns with the question that they ask of a path below the folder of the file. */
export interface Patterns extends Placed<readonly string[]> {
  readonly matches: Matcher
}

/** What is said about one rule. */
export interface RuleEntry {
  readonly id: string
  /** Of its name. */
  readonly span: Span
  readonly severity: Severity | 'off' | undefined
  readonly options: Readonly<Record<string, number>>
}

export interface Override {
  readonly files: Patterns
  readonly rules: readonly RuleEntry[]
}
