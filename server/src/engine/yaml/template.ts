import { visible } from '../text/visible.ts'

/**
 * What a fix writes: plain values, with holes where only a person knows.
 * The same template is rendered as a block, inside brackets, as text and as a snippet with tab stops.
 */
export type Template = string | number | boolean | Hole | Noted | readonly Template[] | TemplateBlock

export interface TemplateBlock {
  readonly [key: string]: Template
}

/** A place that the author has to fill in. Left as it is, `file/placeholder` finds it again. */
export class Hole {
  readonly value: string | number | boolean
  readonly choices: readonly string[]
  /** Numbers, dates and `true` are valid as they stand, so a comment says that they are not the author's. */
  readonly marked: boolean

  constructor(value: string | number | boolean, choices: readonly string[], marked: boolean) {
    this.value = value
    this.choices = choices
    this.marked = marked
  }
}

/** A value with a remark about it, which stands behind it as a comment. Inside brackets the remark is left out. */
export class Noted {
  readonly value: string | number | boolean
  readonly note: string

  constructor(value: string | number | boolean, note: string) {
    this.value = value
    this.note = note
  }
}

/** The comment behind a number, date or `true` of a template. */
export const MARK = '# TODO yours'

/** Whether nothing but the mark follows a value on its line. All values of a long text may stand on one. */
export function isMarked(text: string, end: number): boolean {
  const rest = (/^.*/.exec(text.slice(end, end + 100))?.[0] ?? '').trimEnd()
  return rest.endsWith(` ${MARK}`) && /^[ \t,}\]]*$/.test(rest.slice(0, -MARK.length))
}

/** A text to fill in, named by what belongs there: `TODO full name`. */
export function hole(what: string): Hole {
  return new Hole(`${HOLE}${what}`, [], false)
}

const HOLE = 'TODO '

/** Whether a text is what was written for one, and nobody has filled it in. */
export function isLeftOpen(text: string): boolean {
  return text.startsWith(HOLE)
}

/** A number, date or `true` to replace: realistic, valid, and marked by a comment. */
export function sample(value: string | number | boolean): Hole {
  return new Hole(value, [], true)
}

/** One of a few words; the first is what stands there until the author chooses. */
export function choice(...words: readonly [string, ...string[]]): Hole {
  return new Hole(words[0], words, false)
}

export interface Rendering {
  /** Tab stops as an LSP snippet has them, instead of plain text. */
  readonly snippet: boolean
  readonly indent: string
  readonly step: string
  readonly eol: string
}

/** `key: value` as lines of a block. The first line carries no indentation: it stands where it is inserted. */
export function renderEntry(key: string, value: Template, rendering: Rendering): string {
  return new Renderer(rendering).entry(key, value, rendering.indent)
}

/** `- value` as lines of a block list, without the indentation of the first. */
export function renderItem(value: Template, rendering: Rendering): string {
  return new Renderer(rendering).item(value, rendering.indent)
}

/** A value inside brackets, on one line but for marked numbers, whose comment needs a line break. */
export function renderFlow(value: Template, rendering: Rendering): string {
  return new Renderer(rendering).flow(value)
}

/** `key: value` inside braces. */
export function renderFlowEntry(key: string, value: Template, rendering: Rendering): string {
  return `${key}: ${new Renderer(rendering).flow(value)}`
}

/** The entries of a whole file, without the line break behind the last. Those that are tall stand apart from the others. */
export function renderBlock(block: TemplateBlock, rendering: Rendering): string {
  return new Renderer(rendering).apart(block)
}

class Renderer {
  readonly #rendering: Rendering
  #stop = 0

  constructor(rendering: Rendering) {
    this.#rendering = rendering
  }

  apart(block: TemplateBlock): string {
    const { eol, indent } = this.#rendering
    const entries = Object.entries(block).map(([key, value]) => this.entry(key, value, indent))
    const isTall = (entry: string | undefined): boolean => entry?.includes(eol) ?? false
    const lines = entries.map((entry, index) => {
      const gap = index > 0 && (isTall(entry) || isTall(entries[index - 1])) ? eol : ''
      return gap + (index > 0 ? indent : '') + entry
    })
    return lines.join(eol)
  }

  entry(key: string, value: Template, indent: string): string {
    const { eol, step } = this.#rendering
    if (isLeaf(value)) return `${key}: ${this.#leaf(value, true)}`
    const inner = indent + step
    if (isList(value)) {
      if (value.every(isLeaf)) return `${key}: ${this.flow(value)}`
      return `${key}:${value.map((item) => eol + inner + this.item(item, inner)).join('')}`
    }
    return `${key}:${eol}${inner}${this.#entries(value, inner)}`
  }

  item(value: Template, indent: string): string {
    if (isLeaf(value)) return `- ${this.#leaf(value, true)}`
    if (isList(value)) return `- ${this.flow(value)}`
    return `- ${this.#entries(value, `${indent}  `)}`
  }

  flow(value: Template): string {
    if (isLeaf(value)) return this.#leaf(value, false)
    if (isList(value)) return `[${value.map((item) => this.flow(item)).join(', ')}]`
    const entries = Object.entries(value).map(([key, inner]) => `${key}: ${this.flow(inner)}`)
    return `{ ${entries.join(', ')} }`
  }

  #entries(block: TemplateBlock, indent: string): string {
    const lines = Object.entries(block).map(([key, value]) => this.entry(key, value, indent))
    return lines.join(this.#rendering.eol + indent)
  }

  #leaf(value: Leaf, block: boolean): string {
    if (value instanceof Noted) {
      return this.#escape(scalarText(value.value) + (block ? ` # ${visible(value.note)}` : ''))
    }
    if (!(value instanceof Hole)) return this.#escape(scalarText(value))
    const { snippet, eol, indent, step } = this.#rendering
    // A comment ends its line, inside brackets too.
    const mark = value.marked ? ` ${MARK}${block ? '' : eol + indent + step}` : ''
    const text = scalarText(value.value) + mark
    return snippet ? this.#tabStop(text, value.choices) : text
  }

  #tabStop(text: string, choices: readonly string[]): string {
    this.#stop++
    if (choices.length > 1) return `\${${this.#stop}|${choices.join(',')}|}`
    return `\${${this.#stop}:${this.#escape(text)}}`
  }

  #escape(text: string): string {
    return this.#rendering.snippet ? escaped(text) : text
  }
}

/** A text that stands for itself in a snippet. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

export type Leaf = string | number | boolean | Hole | Noted

/** Whether a value stands on one line, whatever is around it. */
export function isLeaf(value: Template): value is Leaf {
  return typeof value !== 'object' || value instanceof Hole || value instanceof Noted
}

/** Whether nothing in a value is left to be filled in or remarked on. */
export function isWritten(value: Template): boolean {
  if (isLeaf(value)) return !(value instanceof Hole || value instanceof Noted)
  return (isList(value) ? value : Object.values(value)).every(isWritten)
}

/** Whether any of a value is marked as still to be filled in. */
export function isOpen(value: Template): boolean {
  if (value instanceof Hole) return value.marked || isLeftOpen(String(value.value))
  return !isLeaf(value) && (isList(value) ? value : Object.values(value)).some(isOpen)
}

export function isList(value: Template): value is readonly Template[] {
  return Array.isArray(value)
}

/** A value as YAML text on one line: plain where every YAML reader takes it for the same text, else quoted. */
export function scalarText(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  return isPlain(value) ? value : JSON.stringify(value)
}

function isPlain(value: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return true
  if (RESERVED.test(value) || NUMERIC.test(value)) return false
  return PLAIN.test(value) && !/[:\s]$|: | #/.test(value)
}

const PLAIN = /^[\p{L}\p{N}_/(][^\p{C},[\]{}\u2028\u2029]*$/u
/** Words that YAML 1.1 readers take for something else. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i
const NUMERIC = /^[\d.+-][\da-f.+_:xo-]*$/i
