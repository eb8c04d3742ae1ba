import { textOf, written } from '../config/fields.ts'
import type { Span } from '../text/span.ts'
import type { SyntaxNode } from '../yaml/node.ts'
import { parse } from '../yaml/parse.ts'
import type { RegistryEntry } from './registry.ts'

/**
 * The users, groups and systems that a catalog file of Backstage describes, each document by itself: one that cannot be read
 * or describes something else is passed over. Never throws, whatever the text holds.
 */
export function readRegistry(text: string, file: string): readonly RegistryEntry[] {
  return documentsOf(text).flatMap((document) => {
    const { root, problems, unread } = parse(text.slice(document.start, document.end))
    if (!root || unread || problems.some(({ fatal }) => fatal)) return []
    return entryOf(root, { file, shift: document.start }) ?? []
  })
}

/** Documents of one file. */
const MOST = 5_000

/** A marker of a document begins a line, wherever it stands. */
const MARKER = /^(?:---|\.\.\.)(?=\s|$)/gm

/** What stands between the markers; directives and blank lines describe nothing. */
function documentsOf(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (const { index } of text.matchAll(MARKER)) {
    if (spans.length >= MOST) return spans
    spans.push({ start, end: index })
    start = index + 3
  }
  return [...spans, { start, end: text.length }].filter((span) => /^[^%#\s]/m.test(contentOf(text, span)))
}

function contentOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/^[ \t]+/gm, '')
}

interface Origin {
  readonly file: string
  /** Where the document begins. */
  readonly shift: number
}

const kinds: Readonly<Record<string, RegistryEntry['kind']>> = {
  user: 'person',
  group: 'team',
  system: 'system',
  component: 'system',
  resource: 'system',
}

function entryOf(root: SyntaxNode, { file, shift }: Origin): RegistryEntry | undefined {
  const kindWord = at(root, 'kind')?.toLowerCase() ?? ''
  const kind = Object.hasOwn(kinds, kindWord) ? kinds[kindWord] : undefined
  const name = nodeAt(root, 'metadata', 'name')
  const text = textOf(name)?.trim()
  if (!kind || !name || !text || !at(root, 'apiVersion')?.startsWith('backstage.io/')) return undefined
  const title = at(root, 'spec', 'profile', 'displayName') ?? at(root, 'metadata', 'title')
  const namespace = at(root, 'metadata', 'namespace') ?? 'default'
  const email = at(root, 'spec', 'profile', 'email')
  const references = [`${kindWord}:${namespace}/${text}`, `${kindWord}:${text}`]
  const span = { start: name.span.start + shift, end: name.span.end + shift }
  return {
    kind,
    name: text,
    aliases: email === undefined ? references : [email, ...references],
    ...(title === undefined ? {} : { title }),
    place: { file, span },
  }
}

/** The text at the end of a path of keys. */
function at(node: SyntaxNode, ...path: readonly string[]): string | undefined {
  const text = textOf(nodeAt(node, ...path))?.trim()
  return text === '' ? undefined : text
}

function nodeAt(node: SyntaxNode | undefined, ...path: readonly string[]): SyntaxNode | undefined {
  return path.reduce((inner, key) => written(inner, key)?.value, node)
}
