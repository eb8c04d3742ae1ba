import { visible } from '../engine/text/visible.ts'
import { type Attributes, isSvg, type Markup, type Tag } from './markup.ts'

/** Markup as HTML. Everything that is not ours goes through `escaped`. */
export function htmlOf(markup: readonly Markup[]): string {
  return markup.map(written).join('')
}

/** The one function by which text comes into a page: it can end neither an element nor an attribute. */
function escaped(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function written(markup: Markup): string {
  if (typeof markup === 'string') return escaped(markup)
  const { tag, attributes, children } = markup
  const start = `<${tag}${attributeText(attributes)}`
  if (isSvg(tag) && children.length === 0) return `${start} />`
  return `${start}>${htmlOf(children)}${endOf(tag)}`
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
