import { type Attributes, isSvg, type Markup } from '../../../server/src/dashboard/markup.ts'
import { visible } from '../../../server/src/engine/text/visible.ts'

/**
 * Makes the children of a node those of the new markup, where they are those of the old one. What stays keeps its node, and with
 * it the focus, the place in the page and what was unfolded. Text stays text: no HTML is parsed.
 */
export function patch(parent: Node, before: readonly Markup[], after: readonly Markup[]): void {
  const old = new Map(
    keysOf(before).map((key, at) => [key, { markup: before[at], node: parent.childNodes[at] }]),
  )
  const keys = keysOf(after)
  const nodes = after.map((markup, at) => {
    const known = old.get(keys[at] ?? '')
    old.delete(keys[at] ?? '')
    return known?.node && known.markup !== undefined
      ? updated(known.node, known.markup, markup)
      : made(markup)
  })
  for (const { node } of old.values()) node?.parentNode?.removeChild(node)
  for (const [at, node] of nodes.entries()) {
    // A node that is moved loses the focus, so the others are moved around it.
    if (parent.childNodes[at] !== node) parent.insertBefore(node, parent.childNodes[at] ?? null)
  }
}

/** What tells children apart from one state to the next: what they say of themselves, else their place among their like. */
function keysOf(all: readonly Markup[]): readonly string[] {
  const counts = new Map<string, number>()
  return all.map((markup) => {
    const kind = typeof markup === 'string' ? '' : markup.tag
    const own =
      typeof markup === 'string' ? undefined : (markup.attributes['id'] ?? markup.attributes['data-p'])
    if (own !== undefined) return `${kind} ${own}`
    const count = counts.get(kind) ?? 0
    counts.set(kind, count + 1)
    return `${kind}/${count}`
  })
}

function updated(node: Node, before: Markup, after: Markup): Node {
  if (typeof before === 'string' || typeof after === 'string' || !(node instanceof Element)) {
    const text = typeof after === 'string' ? visible(after) : undefined
    if (text === undefined) return made(after)
    if (before !== after) node.textContent = text
    return node
  }
  setAttributes(node, before.attributes, after.attributes)
  patch(node, [...before.children], [...after.children])
  return node
}

function made(markup: Markup): Node {
  if (typeof markup === 'string') return document.createTextNode(visible(markup))
  const element = isSvg(markup.tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', markup.tag)
    : document.createElement(markup.tag)
  setAttributes(element, {}, markup.attributes)
  element.append(...Array.from(markup.children, made))
  return element
}

function setAttributes(element: Element, before: Attributes, after: Attributes): void {
  for (const name of Object.keys(before)) if (after[name] === undefined) element.removeAttribute(name)
  for (const [name, value] of Object.entries(after)) {
    if (value === undefined || value === before[name]) continue
    element.setAttribute(name, value === true ? '' : visible(String(value)))
  }
}
