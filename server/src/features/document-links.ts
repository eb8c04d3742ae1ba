import type { DocumentLink } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { writtenIn } from '../engine/schema/written.ts'
import { type Link, linkIn } from '../engine/text/link.ts'
import { type Span, withoutQuotes } from '../engine/text/span.ts'
import { rangeOf } from './range.ts'

/** The address of a file by its path from a pilot; `undefined` for one that lies outside the workspace. */
export type AddressOf = (path: string) => string | undefined

/** The documents that a pilot names, by path or address, where the schema says that a key names one. */
export function documentLinks({ text, syntax, lines }: Analysis, addressOf: AddressOf): DocumentLink[] {
  const links: DocumentLink[] = []
  if (!syntax.root) return links
  for (const { node, property } of writtenIn(syntax.root)) {
    if (node?.kind !== 'scalar' || node.style === 'block' || !property?.link) continue
    const link = typeof node.value === 'string' ? linkIn(node.value.trim()) : undefined
    const target = link && targetOf(link, addressOf)
    const span = trimmed(text, withoutQuotes(text, node.span))
    if (target !== undefined) links.push({ range: rangeOf(lines, span), target })
  }
  return links
}

function targetOf(link: Link, addressOf: AddressOf): string | undefined {
  if (link.kind === 'web') return link.address
  const address = addressOf(link.path)
  return address && address + link.fragment
}

function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end)
  const from = start + written.length - written.trimStart().length
  return { start: from, end: from + written.trim().length }
}
