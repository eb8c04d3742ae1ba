import type { Span } from '../text/span.ts'

/**
 * The syntax tree of one file: plain values with their places, aliases and merge keys already resolved.
 * It is acyclic and bounded; a node that is reached through an alias is the anchored node itself.
 */
export type SyntaxNode = Scalar | Mapping | Sequence

export type ScalarValue = string | number | boolean | null

export interface Scalar {
  readonly kind: 'scalar'
  readonly value: ScalarValue
  readonly style: 'plain' | 'quoted' | 'block'
  /** Of the value with its quotes; empty, behind the colon, where the author wrote nothing. */
  readonly span: Span
}

export interface Mapping {
  readonly kind: 'mapping'
  readonly flow: boolean
  readonly entries: readonly Entry[]
  readonly span: Span
}

export interface Sequence {
  readonly kind: 'sequence'
  readonly flow: boolean
  readonly items: readonly SyntaxNode[]
  readonly span: Span
}

export interface Entry {
  readonly key: string
  readonly keySpan: Span
  readonly value: SyntaxNode
  /** Came through `<<`: it stands in another mapping and is never edited through this one. */
  readonly merged: boolean
}

/** What was read from some lines of a file. */
export interface Part {
  readonly root: SyntaxNode | undefined
  readonly comments: readonly Comment[]
  /** Nodes of the tree. */
  readonly nodes: number
}

/** A comment with its `#`, to the end of its line. */
export interface Comment {
  readonly text: string
  readonly span: Span
}

/** What the parser has to say, in our words. `rule` is the name behind `yaml/`. */
export interface SyntaxProblem {
  readonly rule: string
  readonly message: string
  readonly span: Span
  /** Whether the tree is only a guess because of it. */
  readonly fatal: boolean
}

/** One parsed file. `root` is absent when the file holds no value; problems do not keep it from being there. */
export interface Syntax {
  readonly text: string
  readonly root: SyntaxNode | undefined
  readonly comments: readonly Comment[]
  readonly problems: readonly SyntaxProblem[]
  /** Values that could not be read, each from its key on, where all else could: the tree has their words there, or nothing. */
  readonly unread?: readonly Span[]
}

/** A copy with another value. By `...` it would be of another shape for V8, which throws away for that what it has compiled for all. */
export function withValue({ key, keySpan, merged }: Entry, value: SyntaxNode): Entry {
  return { key, keySpan, value, merged }
}

/** The same of a block. */
export function withEntries({ flow, span }: Mapping, entries: readonly Entry[]): Mapping {
  return { kind: 'mapping', flow, entries, span }
}

/** The same of a list. */
export function withItems({ flow, span }: Sequence, items: readonly SyntaxNode[]): Sequence {
  return { kind: 'sequence', flow, items, span }
}

export function entryOf(mapping: Mapping, key: string): Entry | undefined {
  return entryIn(mapping.entries, key)
}

/** Among entries of which some are still to come. */
export function entryIn(entries: readonly Entry[], key: string): Entry | undefined {
  for (const entry of entries) if (entry.key === key) return entry
  return undefined
}
