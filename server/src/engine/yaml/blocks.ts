import { once } from '../once.ts'
import { LF } from '../text/characters.ts'
import type { Span } from '../text/span.ts'
import { limits, type Tally, tallyOf, withinLimits } from './limits.ts'
import { MANY } from './line-reader.ts'
import type { Comment, Entry, Mapping, Syntax, SyntaxNode } from './node.ts'
import { readPart } from './reader.ts'
import { shifted, shiftedComment, shiftedSpan } from './shift.ts'

/**
 * A text divided into what can be read by itself: each key at the beginning of a line with all that stands below it. A part
 * is read once and kept until its text changes; where it has only moved, its places are counted when somebody asks for them.
 */
export interface Divided {
  readonly text: string
  /** In the order of the text, without gaps: what stands in front of the first key, then one for each key. */
  readonly parts: readonly PlacedPart[]
  /** The same as the parser would have returned. */
  readonly syntax: Syntax
}

/** One part as it was read. The same object as long as its text is the same. */
export interface Block {
  /** Where it began in the text from which it was read: what its places are counted from. */
  readonly home: number
  readonly length: number
  /** Absent only in front of the first key. */
  readonly entry: Entry | undefined
  readonly comments: readonly Comment[]
  readonly nodes: number
  readonly tally: Tally
}

/**
 * Divides a text, and takes from the one before it what is the same. `undefined` for a text that is not plain throughout, or too
 * large: it has to be parsed as a whole.
 */
export function divide(text: string, before?: Divided): Divided | undefined {
  const kept = before
    ? keptParts(text, before)
    : { front: [], back: [], changed: { start: 0, end: text.length } }
  const read = readParts(text, kept.changed, kept.front.length === 0)
  if (!read) return undefined
  const parts = [...kept.front, ...read, ...kept.back]
  return isSound(text, parts) ? { text, parts, syntax: syntaxOf(text, parts) } : undefined
}

/** The keys whose entries are not as they were in the text before. */
export function changedIn({ parts }: Divided, before: Divided | undefined): readonly string[] {
  const known = new Map(before?.parts.map(({ key, block }) => [key, block]))
  return parts.filter(({ key, block }) => known.get(key) !== block).map(({ key }) => key)
}

/** A part at its place in a text, and an entry of the tree of that text. */
export class PlacedPart implements Entry {
  readonly block: Block
  readonly start: number
  readonly key: string
  readonly merged = false
  #value: SyntaxNode | undefined

  constructor(block: Block, start: number) {
    this.block = block
    this.start = start
    this.key = block.entry?.key ?? ''
  }

  get end(): number {
    return this.start + this.block.length
  }

  get keySpan(): Span {
    return this.#moved(this.block.entry?.keySpan ?? nothing.span, shiftedSpan)
  }

  get value(): SyntaxNode {
    this.#value ??= this.#moved(this.block.entry?.value ?? nothing, shifted)
    return this.#value
  }

  get comments(): readonly Comment[] {
    return this.block.comments.map((each) => this.#moved(each, shiftedComment))
  }

  /** Where the value ends, without the others of its places being counted. */
  get valueEnd(): number {
    return this.#moved(this.block.entry?.value.span ?? nothing.span, shiftedSpan).end
  }

  #moved<T>(thing: T, move: (thing: T, by: number) => T): T {
    const by = this.start - this.block.home
    return by === 0 ? thing : move(thing, by)
  }
}

const nothing: SyntaxNode = { kind: 'scalar', value: null, style: 'plain', span: { start: 0, end: 0 } }

interface Kept {
  readonly front: readonly PlacedPart[]
  readonly back: readonly PlacedPart[]
  readonly changed: Span
}

/** The parts from both ends that stand in the new text as they did in the old one. */
function keptParts(text: string, { text: old, parts }: Divided): Kept {
  // Equal parts of two texts are compared some fifty times as fast as by `startsWith`.
  const standsAt = (at: number, { start, end }: PlacedPart): boolean =>
    text.slice(at, at + end - start) === old.slice(start, end)
  const front: PlacedPart[] = []
  for (const part of parts) {
    if (!standsAt(part.start, part)) break
    front.push(part)
  }
  while (front.length > 0 && !endsAt(text, front.at(-1)?.end ?? 0)) front.pop()
  const start = front.at(-1)?.end ?? 0

  const back: PlacedPart[] = []
  let end = text.length
  for (const part of parts.slice(Math.max(1, front.length)).reverse()) {
    const at = end - part.block.length
    if (at < start || !standsAt(at, part)) break
    if (text.charCodeAt(at - 1) !== LF) break
    back.push(part.start === at ? part : new PlacedPart(part.block, at))
    end = at
  }
  return { front, back: back.reverse(), changed: { start, end } }
}

/** Whether a part that ends here would not go on in the text. */
function endsAt(text: string, at: number): boolean {
  return at === text.length || ((at === 0 || text.charCodeAt(at - 1) === LF) && startsKey(text, at))
}

const KEY = /[A-Za-z_]/y

function startsKey(text: string, at: number): boolean {
  KEY.lastIndex = at
  return KEY.test(text)
}

/** Reads some lines; `front`: from the beginning of the text, where there may be a part without a key. */
function readParts(text: string, { start, end }: Span, front: boolean): readonly PlacedPart[] | undefined {
  const parts: PlacedPart[] = []
  let from = start
  for (let isFront = front; isFront || from < end; isFront = false) {
    const to = isFront && startsKey(text, 0) ? 0 : nextKey(text, from, end)
    const block = readBlock(text, { start: from, end: to }, isFront)
    if (!block) return undefined
    parts.push(new PlacedPart(block, from))
    // Too many to be sound: the rest would be read at each key for nothing.
    if (parts.length > MANY) return undefined
    from = to
  }
  return parts
}

/** Where the next line begins that begins with a key. */
function nextKey(text: string, from: number, end: number): number {
  for (
    let feed = text.indexOf('\n', from);
    feed >= 0 && feed + 1 < end;
    feed = text.indexOf('\n', feed + 1)
  ) {
    if (startsKey(text, feed + 1)) return feed + 1
  }
  return end
}

function readBlock(text: string, span: Span, isFront: boolean): Block | undefined {
  const part = readPart(text, span)
  if (!part) return undefined
  const { root, comments, nodes } = part
  const [entry, second] = root?.kind === 'mapping' ? root.entries : []
  // A list, an indented key and a value without a key are for those who see the whole.
  if (second || (isFront ? root : !entry || entry.keySpan.start !== span.start)) return undefined
  const tally = tallyOf(text.slice(span.start, span.end))
  return { home: span.start, length: span.end - span.start, entry, comments, nodes, tally }
}

/** What cannot be told of a part by itself. */
function isSound(text: string, parts: readonly PlacedPart[]): boolean {
  const keys = new Set(parts.map(({ key }) => key))
  const nodes = parts.reduce((all, { block }) => all + block.nodes, 0)
  if (parts.length < 2 || parts.length > MANY || keys.size < parts.length || nodes > limits.nodes)
    return false
  const tallies = parts.map(({ block }) => block.tally)
  return withinLimits(tallies, text.length)
}

function syntaxOf(text: string, parts: readonly PlacedPart[]): Syntax {
  const [, ...entries] = parts
  const root: Mapping = {
    kind: 'mapping',
    flow: false,
    entries,
    span: { start: entries[0]?.start ?? 0, end: entries.at(-1)?.valueEnd ?? 0 },
  }
  const comments = once(() => parts.flatMap((part) => part.comments))
  return {
    text,
    root,
    get comments() {
      return comments()
    },
    problems: [],
  }
}
