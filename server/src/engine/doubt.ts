import type { Ask } from './analyze.ts'
import type { Finding } from './finding.ts'
import type { Pilot } from './pilot/model.generated.ts'
import type { SourceFile } from './rules/rule.ts'
import { isRecord } from './shape.ts'
import { type Span, touches } from './text/span.ts'
import { type Gap, gapsIn } from './yaml/gap.ts'
import type { Entry, Mapping, Sequence, Syntax, SyntaxNode } from './yaml/node.ts'

/** What is said of a text in which something cannot be read, and what of it would be a guess. */
export interface Doubts {
  /** Whether nobody knows where the pilot stands. */
  readonly isStageUnknown: boolean
  /** What rules are asked about, so that it is heard at which of the gaps each looks. */
  lend(name: string | undefined): Lent
  /** What holds whatever stands in the gaps, without fixes where nobody knows what a change would come to stand in. */
  certain(findings: readonly Finding[]): readonly Finding[]
}

interface Lent {
  readonly pilot: Pilot
  readonly file: SourceFile
  readonly ask: Ask
}

/**
 * A rule that looks at what cannot be read might say something else if it could: it is believed of the other entries of a list
 * alone, which it judges each by itself.
 */
export function doubtsOf(
  syntax: Syntax,
  unread: readonly Span[],
  lower: (syntax: Syntax) => Pilot,
): Doubts | undefined {
  const { root, text } = syntax
  if (root?.kind !== 'mapping') return undefined
  const gaps = gapsIn(root, text, unread)
  const heard = new Set<Gap>()
  const said = new Map<string, ReadonlySet<Gap>>()
  const tree = new Lender(gaps, (gap) => heard.add(gap)).lend(root)
  const pilot = lower({ ...syntax, root: tree })
  listen(pilot, tree)
  heard.clear()
  const isStageUnknown = pilot.stage === undefined && heard.size > 0
  const ask: Ask = (rule, asked, scene) => {
    heard.clear()
    const reports = [...rule.check(asked, scene)]
    said.set(rule.id, new Set(rule.apart || rule.checkEntry ? [] : heard))
    return reports
  }
  const places = [...unread, ...gaps.flatMap(({ entry }) => (entry ? spanOf(entry) : []))]
  const isUnread = (span: Span): boolean => places.some((each) => touches(each, span))
  const isCertain = ({ rule, span, related }: Finding): boolean => {
    if (rule.startsWith('yaml/')) return true
    if (isUnread(span) || related.some((each) => each.file === undefined && isUnread(each.span))) return false
    if (rule === 'schema/missing-key' && gaps.some(({ entry }) => !entry)) return false
    return [...(said.get(rule) ?? [])].every((gap) => isOfAnother(span, gap))
  }
  return {
    isStageUnknown,
    lend: (name) => ({ pilot, file: { name, syntax: { ...syntax, root: tree } }, ask }),
    certain: (all) => all.filter(isCertain).map((each) => (syntax.unread ? { ...each, fixes: [] } : each)),
  }
}

function spanOf({ keySpan, value }: Entry): Span {
  return { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) }
}

/** Whether a place lies in another entry of a list that the gap is in. */
function isOfAnother({ start, end }: Span, { lists }: Gap): boolean {
  return lists.some(({ list, own }) =>
    list.items.some((item) => item !== own && item.span.start <= start && end <= item.span.end),
  )
}

type Hear = (gap: Gap) => void

/** Makes a tree of which each gap tells when somebody looks at it. */
class Lender {
  readonly #gaps: readonly Gap[]
  readonly #hear: Hear
  readonly #lent = new Map<SyntaxNode, SyntaxNode>()

  constructor(gaps: readonly Gap[], hear: Hear) {
    this.#gaps = gaps
    this.#hear = hear
  }

  lend(node: SyntaxNode): SyntaxNode {
    const known = this.#lent.get(node) ?? this.#copy(node)
    this.#lent.set(node, known)
    return known
  }

  #copy(node: SyntaxNode): SyntaxNode {
    if (node.kind === 'scalar') return node
    return node.kind === 'sequence' ? this.#list(node) : this.#block(node)
  }

  #list(node: Sequence): Sequence {
    const items = node.items.map((item) => this.lend(item))
    const gap = this.#around(node)
    return gap ? new HeardList({ ...node, items }, () => this.#hear(gap)) : { ...node, items }
  }

  #block(node: Mapping): Mapping {
    const entries = node.entries.map((entry): Entry => {
      const value = this.lend(entry.value)
      const gap = this.#gaps.find((each) => each.entry === entry)
      return gap ? new HeardEntry({ ...entry, value }, () => this.#hear(gap)) : { ...entry, value }
    })
    const gap = this.#around(node)
    return gap ? new HeardBlock({ ...node, entries }, () => this.#hear(gap)) : { ...node, entries }
  }

  #around(node: SyntaxNode): Gap | undefined {
    return this.#gaps.find(({ around }) => around.includes(node))
  }
}

class HeardEntry implements Entry {
  readonly key: string
  readonly keySpan: Span
  readonly merged: boolean
  readonly #value: SyntaxNode
  readonly hear: () => void

  constructor({ key, keySpan, merged, value }: Entry, hear: () => void) {
    this.key = key
    this.keySpan = keySpan
    this.merged = merged
    this.#value = value
    this.hear = hear
  }

  get value(): SyntaxNode {
    this.hear()
    return this.#value
  }
}

class HeardList implements Sequence {
  readonly kind = 'sequence'
  readonly flow: boolean
  readonly span: Span
  readonly #items: Sequence['items']
  readonly hear: () => void

  constructor({ flow, span, items }: Sequence, hear: () => void) {
    this.flow = flow
    this.span = span
    this.#items = items
    this.hear = hear
  }

  get items(): Sequence['items'] {
    this.hear()
    return this.#items
  }
}

class HeardBlock implements Mapping {
  readonly kind = 'mapping'
  readonly flow: boolean
  readonly span: Span
  readonly #entries: Mapping['entries']
  readonly hear: () => void

  constructor({ flow, span, entries }: Mapping, hear: () => void) {
    this.flow = flow
    this.span = span
    this.#entries = entries
    this.hear = hear
  }

  get entries(): Mapping['entries'] {
    this.hear()
    return this.#entries
  }
}

/** Lets the model that was read from a tree tell the same as the tree does. */
function listen(model: unknown, node: SyntaxNode): void {
  if (!isRecord(model)) return
  if (node.kind === 'mapping') listenToBlock(model, node)
  if (node.kind === 'sequence') listenToList(model, node)
}

function listenToBlock(model: Readonly<Record<string, unknown>>, node: Mapping): void {
  for (const entry of node.entries) {
    if (entry instanceof HeardEntry) tell(model, entry.key, entry.hear)
    else listen(model[entry.key], entry.value)
  }
  if (!(node instanceof HeardBlock)) return
  for (const key of Object.keys(model)) if (model[key] === undefined) tell(model, key, node.hear)
}

function listenToList(model: Readonly<Record<string, unknown>>, node: Sequence): void {
  const items: readonly unknown[] = Array.isArray(model['items']) ? model['items'] : []
  for (const item of items)
    if (isRecord(item)) for (const each of node.items) if (item['node'] === each) listen(item, each)
  if (node instanceof HeardList) tell(model, 'items', node.hear)
}

function tell(model: object, key: string, hear: () => void): void {
  const value: unknown = Reflect.get(model, key)
  Object.defineProperty(model, key, {
    enumerable: true,
    configurable: true,
    get() {
      hear()
      return value
    },
  })
}
