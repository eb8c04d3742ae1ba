import { COLON, CR, DASH, HASH, SPACE } from '../text/characters.ts'
import type { Span } from '../text/span.ts'
import { limits } from './limits.ts'
import type { Comment, Entry, Part, Scalar, ScalarValue, Sequence, SyntaxNode } from './node.ts'
import { entryIn } from './node.ts'
import { behindAnchor, keyEnd, plainEnd, resolvePlain } from './plain.ts'
import { blockScalarAt, quotedAt } from './scalar-text.ts'

/** Keys of one block from which comparing each with each would tell. */
export const MANY = 500

/** Reads whole lines of a text, with their places in it, as far as they hold no more than the plain subset. */
export class LineReader {
  readonly #text: string
  readonly #comments: Comment[] = []
  #failed = false
  #nodes = 0
  /** The current line: its first character that is no blank, its end, and its indentation; -1 behind the last line. */
  #at = 0
  #end = 0
  #indent = 0
  #next = 0
  /** Where reading ends, at the end of a line. */
  readonly #stop: number

  constructor(text: string, { start, end }: Span) {
    this.#text = text
    this.#next = start
    this.#stop = end
  }

  read(): Part | undefined {
    this.#advance()
    const root = this.#indent < 0 ? undefined : this.#block(this.#indent, 0)
    if (this.#indent >= 0 || root?.kind === 'scalar') this.#fail()
    return this.#failed ? undefined : { root, comments: this.#comments, nodes: this.#nodes }
  }

  /** Goes to the next line with content; a block that starts there takes it from its indentation. */
  #advance(): void {
    while (this.#next < this.#stop) {
      const start = this.#next
      const feed = this.#text.indexOf('\n', start)
      const stop = feed < 0 ? this.#stop : feed
      this.#next = feed < 0 ? stop : feed + 1
      this.#end = this.#text.charCodeAt(stop - 1) === CR && stop > start ? stop - 1 : stop
      this.#at = this.#skipBlanks(start)
      if (this.#at >= this.#end) continue
      this.#indent = this.#at - start
      if (this.#text.charCodeAt(this.#at) !== HASH) return
      this.#comment(this.#at)
    }
    this.#indent = -1
  }

  #block(indent: number, depth: number): SyntaxNode {
    if (depth > limits.depth) return this.#fail()
    return this.#isDash() ? this.#sequence(indent, depth) : this.#mapping(indent, depth)
  }

  #mapping(indent: number, depth: number): SyntaxNode {
    const start = this.#at
    const entries: Entry[] = []
    while (!this.#failed) {
      const keyStart = this.#at
      const key = this.#key(keyStart)
      if (key === undefined || entryIn(entries, key)) return this.#fail()
      this.#at = keyStart + key.length + 1
      const keySpan = { start: keyStart, end: keyStart + key.length }
      entries.push({
        key,
        keySpan,
        value: this.#valueBehind(this.#at, { indent, depth, inMapping: true }),
        merged: false,
      })
      if (this.#indent < indent) break
      if (this.#indent > indent || entries.length > MANY) return this.#fail()
    }
    const end = entries.at(-1)?.value.span.end ?? start
    // A list that has grown one by one keeps room for seventeen.
    return { kind: 'mapping', flow: false, entries: entries.slice(), span: { start, end } }
  }

  #sequence(indent: number, depth: number): Sequence {
    const start = this.#at
    const items: SyntaxNode[] = []
    while (!this.#failed && this.#indent === indent && this.#isDash()) {
      items.push(this.#item(indent, depth))
      if (this.#indent > indent) this.#fail()
    }
    const end = items.at(-1)?.span.end ?? start
    return { kind: 'sequence', flow: false, items: items.slice(), span: { start, end } }
  }

  #item(indent: number, depth: number): SyntaxNode {
    const dash = this.#at
    const at = this.#skipBlanks(dash + 1)
    const inline = at < this.#end && this.#text.charCodeAt(at) !== HASH && this.#key(at) !== undefined
    if (!inline) return this.#valueBehind(dash + 1, { indent, depth, inMapping: false })
    if (depth > limits.depth) return this.#fail()
    const column = indent + (at - dash)
    this.#at = at
    this.#indent = column
    return this.#mapping(column, depth + 1)
  }

  /** The value behind a colon or a dash: on the same line, or in the lines below. */
  #valueBehind(from: number, where: { indent: number; depth: number; inMapping: boolean }): SyntaxNode {
    const at = this.#skipBlanks(from)
    if (at < this.#end && this.#text.charCodeAt(at) !== HASH) return this.#inlineValue(at, where)
    if (at < this.#end) this.#comment(at)
    this.#advance()
    const { indent, depth, inMapping } = where
    if (this.#indent > indent) return this.#block(this.#indent, depth + 1)
    if (inMapping && this.#indent === indent && this.#isDash()) return this.#sequence(indent, depth + 1)
    return this.#empty(from)
  }

  #inlineValue(start: number, { indent, depth }: { indent: number; depth: number }): SyntaxNode {
    const at = behindAnchor(this.#text, start)
    const sign = this.#text[at]
    if (sign === '|' || sign === '>') return this.#blockScalar(at, indent)
    const node = this.#value(at, false, depth + 1)
    const behind = this.#skipBlanks(node.span.end)
    if (behind < this.#end) {
      const spaced = behind > node.span.end && this.#text.charCodeAt(behind) === HASH
      if (!spaced) return this.#fail()
      this.#comment(behind)
    }
    this.#advance()
    // A deeper line would go on with the value.
    return this.#indent > indent ? this.#fail() : node
  }

  #value(at: number, flow: boolean, depth: number): SyntaxNode {
    if (depth > limits.depth) return this.#fail()
    switch (this.#text[at]) {
      case '[':
        return this.#flowSequence(at, depth)
      case '{':
        return this.#flowMapping(at, depth)
      case '"':
      case "'":
        return this.#quoted(at)
      default:
        return this.#plain(at, flow)
    }
  }

  #flowSequence(start: number, depth: number): SyntaxNode {
    const items: SyntaxNode[] = []
    let at = this.#skipBlanks(start + 1)
    while (!this.#failed && this.#text[at] !== ']') {
      const item = this.#value(at, true, depth + 1)
      items.push(item)
      at = this.#separator(item.span.end, ']')
    }
    this.#count()
    return { kind: 'sequence', flow: true, items: items.slice(), span: { start, end: at + 1 } }
  }

  #flowMapping(start: number, depth: number): SyntaxNode {
    const entries: Entry[] = []
    let at = this.#skipBlanks(start + 1)
    while (!this.#failed && this.#text[at] !== '}') {
      const key = this.#key(at)
      if (key === undefined || entries.length > MANY || entryIn(entries, key)) return this.#fail()
      const keySpan = { start: at, end: at + key.length }
      const value = this.#value(this.#skipBlanks(keySpan.end + 1), true, depth + 1)
      entries.push({ key, keySpan, value, merged: false })
      at = this.#separator(value.span.end, '}')
    }
    this.#count()
    return { kind: 'mapping', flow: true, entries: entries.slice(), span: { start, end: at + 1 } }
  }

  /** The place of the next item, or of the closing bracket. */
  #separator(from: number, close: string): number {
    const at = this.#skipBlanks(from)
    if (at >= this.#end || (this.#text[at] !== ',' && this.#text[at] !== close)) this.#fail()
    return this.#text[at] === ',' ? this.#skipBlanks(at + 1) : at
  }

  #quoted(start: number): SyntaxNode {
    const read = quotedAt(this.#text, start)
    return read ? this.#scalar(read.value, 'quoted', { start, end: read.end }) : this.#fail()
  }

  #blockScalar(start: number, indent: number): SyntaxNode {
    const read = blockScalarAt(this.#text, start, indent)
    if (!read) return this.#fail()
    this.#next = read.next
    this.#advance()
    return this.#scalar(read.value, 'block', { start, end: read.end })
  }

  #plain(start: number, flow: boolean): SyntaxNode {
    const end = plainEnd(this.#text, start, { end: this.#end, flow })
    const written = this.#text.slice(start, end)
    const value = end > start ? resolvePlain(written) : undefined
    return value === undefined ? this.#fail() : this.#scalar(value, 'plain', { start, end })
  }

  /** The key at a place, when a colon follows and a blank or the end of the line behind that. */
  #key(at: number): string | undefined {
    const colon = keyEnd(this.#text, at)
    if (colon === at || this.#text.charCodeAt(colon) !== COLON) return undefined
    const isAlone = colon + 1 >= this.#end || this.#text.charCodeAt(colon + 1) === SPACE
    return isAlone ? this.#text.slice(at, colon) : undefined
  }

  #isDash(): boolean {
    const alone = this.#at + 1 === this.#end || this.#text.charCodeAt(this.#at + 1) === SPACE
    return alone && this.#text.charCodeAt(this.#at) === DASH
  }

  #skipBlanks(from: number): number {
    let at = from
    while (this.#text.charCodeAt(at) === SPACE) at++
    return at
  }

  #comment(start: number): void {
    this.#comments.push({ text: this.#text.slice(start, this.#end), span: { start, end: this.#end } })
  }

  #count(): void {
    if (++this.#nodes > limits.nodes) this.#failed = true
  }

  #empty(at: number): Scalar {
    return this.#scalar(null, 'plain', { start: at, end: at })
  }

  #scalar(value: ScalarValue, style: Scalar['style'], span: Span): Scalar {
    this.#count()
    return { kind: 'scalar', value, style, span }
  }

  #fail(): Scalar {
    this.#failed = true
    this.#indent = -1
    return this.#empty(this.#at)
  }
}
