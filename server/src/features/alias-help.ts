import type { Analysis } from '../engine/analyze.ts'
import { writtenIn } from '../engine/schema/written.ts'
import type { Span } from '../engine/text/span.ts'
import { columnAt, lineEndAt, lineStartAt } from '../engine/yaml/layout.ts'
import type { SyntaxNode } from '../engine/yaml/node.ts'
import { cursorAt, placeAt } from '../engine/yaml/path.ts'
import type { Help } from './hover.ts'
import { propertyHelp } from './key-help.ts'
import type { Markup } from './markup.ts'

/** What an alias stands for: the value behind its anchor, as it is written there. */
export function aliasHelp(analysis: Analysis, offset: number, markup: Markup): Help | undefined {
  const { text, lines, syntax } = analysis
  const alias = aliasAt(text, offset)
  const isComment = syntax.comments.some(({ span }) => span.start < offset && offset <= span.end)
  if (!alias || !syntax.root || isComment || isInText(syntax.root, offset)) return undefined
  const anchored = anchoredBefore(text, alias, syntax.root)
  if (!anchored) return undefined
  const { anchor, node } = anchored
  const line = lines.positionAt(anchor).line + 1
  const parts = [
    `${markup.code(text.slice(alias.start, alias.end))} stands for what line ${line} says:`,
    markup.lines(written(text, node.span)),
    wordHelp(analysis, alias, node, markup),
  ]
  return { text: parts.filter((part) => part !== undefined).join('\n\n'), span: alias }
}

function isInText(root: SyntaxNode, offset: number): boolean {
  const cursor = cursorAt(root, offset)
  return cursor !== undefined && placeAt(root, cursor.path)?.node.kind === 'scalar'
}

const ALIAS = /(?<=^|[\s,:[{])\*[^\s,[\]{}]+/g

function aliasAt(text: string, offset: number): Span | undefined {
  const from = lineStartAt(text, offset)
  for (const { index, 0: written } of text.slice(from, lineEndAt(text, offset)).matchAll(ALIAS)) {
    const start = from + index
    if (start <= offset && offset <= start + written.length) return { start, end: start + written.length }
  }
  return undefined
}

/**
 * The nearest anchor above with the name of an alias, and its value: a name that is given anew means the newer one. What looks like
 * one in a comment or a text has no value behind it.
 */
function anchoredBefore(
  text: string,
  { start, end }: Span,
  root: SyntaxNode,
): { readonly anchor: number; readonly node: SyntaxNode } | undefined {
  const name = `&${text.slice(start + 1, end)}`
  let at = start
  for (let tries = 0; tries < MOST_TRIES && at > 0; tries++) {
    at = text.lastIndexOf(name, at - 1)
    if (at < 0) break
    const behind = /^(?:[ \t]+|[ \t]*(?:#.*)?[\r\n]+)+/.exec(text.slice(at + name.length, start))
    const node = behind && nodeFrom(root, at + name.length + behind[0].length)
    if (node) return { anchor: at, node }
  }
  return undefined
}

/** No text names its anchors more often where they are none. */
const MOST_TRIES = 100

/** The outermost node that begins at a place. */
function nodeFrom(node: SyntaxNode, start: number): SyntaxNode | undefined {
  if (node.span.start === start) return node
  if (node.kind === 'scalar') return undefined
  const children =
    node.kind === 'sequence' ? node.items : node.entries.map(({ merged, value }) => (merged ? node : value))
  const inner = children.find(
    (child) => child !== node && child.span.start <= start && start < child.span.end,
  )
  return inner && nodeFrom(inner, start)
}

/** The lines of a value as if it began at the margin; of a long one the first. */
function written(text: string, { start, end }: Span): string {
  const margin = new RegExp(`^ {0,${columnAt(text, start)}}`)
  const [first = '', ...rest] = text.slice(start, end).split(/\r\n|\r|\n/)
  const all = [first, ...rest.map((line) => line.replace(margin, ''))]
  return all.length > MOST ? [...all.slice(0, MOST), '…'].join('\n') : all.join('\n')
}

/** More would not fit beside the text. */
const MOST = 20

function wordHelp(
  { text, syntax }: Analysis,
  { start }: Span,
  node: SyntaxNode,
  markup: Markup,
): string | undefined {
  if (!syntax.root || node.kind !== 'scalar') return undefined
  for (const { entry, property } of writtenIn(syntax.root)) {
    const end = entry?.keySpan.end ?? start
    if (property && end < start && /^\s*:\s*$/.test(text.slice(end, start)))
      return propertyHelp(property, { onKey: false, node }, markup)
  }
  return undefined
}
