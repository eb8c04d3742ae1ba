import { visible } from '../engine/text/visible.ts'
import { type Attributes, isSvg, type Markup, type MarkupElement, type Tag } from './markup.ts'

/** Markup as HTML. Everything that is not ours goes through `escaped`. */
export function htmlOf(markup: Iterable<Markup>): string {
  let html = ''
  for (const each of markup) html += written(each)
  return html
}

/** The same in pieces, for which no more is made at once than one of many parts. */
export function* htmlParts(markup: Iterable<Markup>): Generator<string, void> {
  for (const each of markup) {
    if (typeof each === 'string' || isSvg(each.tag)) yield written(each)
    else {
      yield startOf(each)
      if (Array.isArray(each.children)) yield* htmlParts(each.children)
      else for (const part of each.children) yield written(part)
      yield endOf(each.tag)
    }
  }
}

/** The one function by which text comes into a page: it can end neither an element nor an attribute. */
function escaped(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function written(markup: Markup): string {
  if (typeof markup === 'string') return escaped(markup)
  const inside = htmlOf(markup.children)
  if (isSvg(markup.tag) && inside === '') return `${startOf(markup).slice(0, -1)} />`
  return startOf(markup) + inside + endOf(markup.tag)
}

function startOf({ tag, attributes }: MarkupElement): string {
  return `<${tag}${attributeText(attributes)}>`
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}=${quoted(String(value))}`))
    .join('')
}

function quoted(value: string): string {
  return /^[\w.#%,+-]+$/.test(value) ? value : `"${escaped(value)}"`
}

/** The ends that HTML lets us leave out halve the size of a table. Elements of these kinds stand among their like alone. */
const optional: ReadonlySet<Tag> = new Set(['li', 'option', 'tbody', 'td', 'th', 'thead', 'tr'])

function endOf(tag: Tag): string {
  return tag === 'input' || optional.has(tag) ? '' : `</${tag}>`
}
