import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Span } from '../text/span.ts'
import { limits, overLimit } from './limits.ts'
import type { Entry, Mapping, Scalar, ScalarValue, Sequence, SyntaxNode, SyntaxProblem } from './node.ts'
import { withoutBlanks } from './scalar-text.ts'

export interface Tree {
  readonly root: SyntaxNode | undefined
  readonly problems: readonly SyntaxProblem[]
}

interface Options {
  readonly text: string
  /** Added to every offset: 1 behind a byte order mark. */
  readonly shift: number
  /** The parser reported errors: keys that it made up are not reported a second time. */
  readonly fatal: boolean
}

/** Turns the library's document into our tree: resolves aliases and merge keys, bounds size, depth and expansion. */
export function buildTree(document: Document.Parsed, options: Options): Tree {
  const builder = new TreeBuilder(options)
  const root = document.contents ? builder.node(document.contents, 0) : undefined
  return builder.exceeded
    ? { root: undefined, problems: [overLimit(builder.exceeded, options.shift)] }
    : { root, problems: builder.problems }
}

const MERGE = '<<'

class TreeBuilder {
  readonly problems: SyntaxProblem[] = []
  exceeded: 'depth' | 'nodes' | 'keys' | undefined

  readonly #options: Options
  /** Finished anchored nodes by name; redefining a name replaces it, as YAML has it. */
  readonly #anchors = new Map<string, { readonly node: SyntaxNode; readonly size: number }>()
  readonly #open = new Set<string>()
  #nodes = 0

  constructor(options: Options) {
    this.#options = options
  }

  node(source: unknown, depth: number): SyntaxNode {
    if (depth > limits.depth) return this.#stop('depth')
    if (++this.#nodes > limits.nodes) return this.#stop('nodes')
    if (isAlias(source)) return this.#alias(source.source, this.#span(source))
    const anchor = anchorOf(source)
    if (anchor === undefined) return this.#plain(source, depth)
    const before = this.#nodes
    this.#open.add(anchor)
    const node = this.#plain(source, depth)
    this.#open.delete(anchor)
    this.#anchors.set(anchor, { node, size: this.#nodes - before })
    return node
  }

  #plain(source: unknown, depth: number): SyntaxNode {
    if (isMap(source)) return this.#mapping(source, depth)
    if (isSeq(source)) return this.#sequence(source, depth)
    if (isScalar(source)) return this.#scalar(source)
    return empty(0)
  }

  #alias(name: string, span: Span): SyntaxNode {
    const target = this.#anchors.get(name)
    if (!target || this.#open.has(name)) {
      const what = this.#open.has(name) ? 'contains itself' : 'does not stand above'
      this.#report('alias', `The anchor "${name}" ${what}. Write the value here.`, span)
      return empty(span.start)
    }
    this.#nodes += target.size
    return this.#nodes > limits.nodes ? this.#stop('nodes') : target.node
  }

  #scalar(source: { value: unknown; type?: string } & Ranged): Scalar {
    const span = this.#span(source)
    const value = scalarValue(source.value)
    if (source.type?.startsWith('QUOTE')) return { kind: 'scalar', value, style: 'quoted', span }
    if (span.start === span.end) return empty(this.#behindSign(span.start))
    if (!source.type?.startsWith('BLOCK')) return { kind: 'scalar', value, style: 'plain', span }
    // The library counts the line break behind a block scalar as part of it.
    return { kind: 'scalar', value, style: 'block', span: withoutBlanks(this.#options.text, span) }
  }

  /** Where nothing is written, the place right behind the colon or dash. */
  #behindSign(at: number): number {
    let start = at
    while (this.#options.text.charCodeAt(start - 1) === 32) start--
    return start
  }

  #sequence(source: YAMLSeq<unknown>, depth: number): Sequence {
    const items = source.items.map((item) => this.node(item, depth + 1))
    const flow = source.flow === true
    return {
      kind: 'sequence',
      flow,
      items,
      span: flow ? this.#span(source) : tight(this.#span(source), this.#endOf(source.items.at(-1), items)),
    }
  }

  #mapping(source: YAMLMap<unknown, unknown>, depth: number): Mapping {
    if (source.items.length > limits.keys) this.#stop('keys')
    const own = new Map<string, Entry>()
    const merged = new Map<string, Entry>()
    for (const pair of source.items) {
      if (this.exceeded) break
      const key = this.#key(pair)
      if (key === undefined) continue
      if (key.name === MERGE && key.plain) this.#merge(pair, depth, merged)
      else
        this.#add(own, {
          key: key.name,
          keySpan: key.span,
          value: this.#value(pair, key.span, depth),
          merged: false,
        })
    }
    const entries = [...own.values()]
    for (const entry of merged.values()) if (!own.has(entry.key)) entries.push(entry)
    const flow = source.flow === true
    const span = this.#span(source)
    return {
      kind: 'mapping',
      flow,
      entries,
      span: flow ? span : tight(span, this.#endOf(source.items.at(-1)?.value, ownValues(own))),
    }
  }

  /** Where the last of some nodes ends; an alias ends where it stands, and its node somewhere above. */
  #endOf(last: unknown, nodes: readonly SyntaxNode[]): number | undefined {
    return isAlias(last) ? this.#span(last).end : nodes.at(-1)?.span.end
  }

  #key({ key }: Pair<unknown, unknown>): { name: string; plain: boolean; span: Span } | undefined {
    if (isScalar(key)) {
      if (key.anchor !== undefined) this.#anchors.set(key.anchor, { node: this.#scalar(key), size: 0 })
      const span = this.#span(key)
      const name = typeof key.source === 'string' ? key.source : String(key.value ?? '')
      if (name === '' && this.#options.fatal) return undefined
      if (span.start === span.end) return this.#keyless(span.start)
      return { name, plain: key.type === 'PLAIN', span }
    }
    const span = this.#span(key)
    this.#report('key', 'A key has to be a plain word. Lists, blocks and aliases cannot name a value.', span)
    return undefined
  }

  /** The library takes what stands behind a second colon for the value of a key without a name. */
  #keyless(start: number): undefined {
    const message =
      'No key stands in front of this colon. Remove it, or put a value that holds a colon in quotes.'
    this.problems.push({ rule: 'colon', message, span: { start, end: start + 1 }, fatal: true })
  }

  #value({ value }: Pair<unknown, unknown>, keySpan: Span, depth: number): SyntaxNode {
    if (value === null || value === undefined) return empty(keySpan.end)
    return this.node(value, depth + 1)
  }

  #add(entries: Map<string, Entry>, entry: Entry): void {
    if (!entries.has(entry.key)) entries.set(entry.key, entry)
    else
      this.#report('duplicate-key', `"${entry.key}" stands here twice. Keep one of the two.`, entry.keySpan)
  }

  #merge(pair: Pair<unknown, unknown>, depth: number, merged: Map<string, Entry>): void {
    const source = this.node(pair.value, depth + 1)
    const sources = source.kind === 'sequence' ? source.items : [source]
    for (const mapping of sources) {
      if (mapping.kind !== 'mapping') {
        this.#report(
          'merge',
          '"<<" takes a block, or a list of blocks, behind an alias.',
          this.#span(pair.key),
        )
        continue
      }
      for (const entry of mapping.entries) {
        if (!merged.has(entry.key)) merged.set(entry.key, { ...entry, merged: true })
      }
    }
  }

  #span(source: unknown): Span {
    const range = isRanged(source) ? source.range : undefined
    const start = range?.[0] ?? 0
    return { start: start + this.#options.shift, end: (range?.[1] ?? start) + this.#options.shift }
  }

  #report(rule: string, message: string, span: Span): void {
    if (this.problems.length <= limits.problems) this.problems.push({ rule, message, span, fatal: false })
  }

  #stop(limit: 'depth' | 'nodes' | 'keys'): SyntaxNode {
    this.exceeded ??= limit
    return empty(0)
  }
}

/** The library counts the line break behind a block collection as part of it. */
function tight({ start, end }: Span, last: number | undefined): Span {
  return { start, end: last === undefined ? end : Math.max(start, Math.min(end, last)) }
}

function ownValues(entries: ReadonlyMap<string, Entry>): readonly SyntaxNode[] {
  return [...entries.values()].map((entry) => entry.value)
}

interface Ranged {
  range?: readonly [number, number, number] | null
}

function isRanged(source: unknown): source is Ranged {
  return typeof source === 'object' && source !== null && 'range' in source
}

function anchorOf(source: unknown): string | undefined {
  return isCollection(source) || isScalar(source) ? source.anchor : undefined
}

function scalarValue(value: unknown): ScalarValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : String(value)
}

function empty(at: number): Scalar {
  return { kind: 'scalar', value: null, style: 'plain', span: { start: at, end: at } }
}
