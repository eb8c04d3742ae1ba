import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { extract } from '../engine/portfolio/facts.ts'
import type { Registry } from '../engine/portfolio/registry.ts'
import { writtenIn } from '../engine/schema/written.ts'
import { holds, type Span } from '../engine/text/span.ts'
import type { SyntaxNode } from '../engine/yaml/node.ts'
import { type NamePlace, namesInUse, placesIn } from './names.ts'
import { rangeOf } from './range.ts'

/**
 * Where else in the file stands what stands at a place: the same person, team, system or pilot, the same word of the format,
 * the same day, or the anchor of an alias.
 */
export function documentHighlights(
  analysis: Analysis,
  offset: number,
  registry: Registry | undefined,
): DocumentHighlight[] | null {
  const { Read, Write, Text } = DocumentHighlightKind
  const anchors = anchorsLike(analysis, offset)
  const others = anchors ? [] : (namesLike(analysis, offset, registry) ?? valuesLike(analysis, offset))
  const highlights: DocumentHighlight[] = [
    ...(anchors ?? []).map((span) => {
      const kind = analysis.text.charAt(span.start) === '&' ? Write : Read
      return { range: rangeOf(analysis.lines, span), kind }
    }),
    ...others.map((span) => ({ range: rangeOf(analysis.lines, span), kind: Text })),
  ]
  return highlights.length > 0 ? highlights : null
}

function namesLike(
  { text, lines, pilot, syntax }: Analysis,
  offset: number,
  registry: Registry | undefined,
): readonly Span[] | undefined {
  const own = { uri: '', version: null, text, lines, ...extract(pilot, syntax) }
  const places = placesIn(own)
  const name = places.find(({ span }) => holds(span, offset))
  if (!name) return undefined
  const inUse = namesInUse({ pilots: [own], registry, find: () => undefined })
  const wanted = new Set(inUse.identify(name))
  const isSame = (place: NamePlace): boolean => inUse.identify(place).some((id) => wanted.has(id))
  return places.filter(isSame).map(({ span }) => span)
}

/** Words of the format and days; numbers and sentences are the same by chance. */
function valuesLike({ syntax: { root } }: Analysis, offset: number): readonly Span[] {
  if (!root) return []
  const comparable = [...writtenIn(root)].flatMap(({ node, property }) => {
    const isComparable = property && (property.kind === 'date' || property.words.length > 0)
    return isComparable && node?.kind === 'scalar' && typeof node.value === 'string' ? [node] : []
  })
  const here = comparable.find(({ span }) => holds(span, offset))
  return here ? comparable.filter(({ value }) => value === here.value).map(({ span }) => span) : []
}

/** An anchor or an alias where YAML reads one, outside of values and comments. */
const ANCHOR = /(?<=^|[\s[{,])[&*][^\s,[\]{}]+/gm

function anchorsLike(analysis: Analysis, offset: number): readonly Span[] | undefined {
  const { text, syntax } = analysis
  const all = Array.from(text.matchAll(ANCHOR), ({ 0: found, index }) => {
    return { start: index, end: index + found.length }
  })
  const here = all.find((span) => holds(span, offset))
  if (!here) return undefined
  const values = [...syntax.comments.map(({ span }) => span), ...scalarsIn(syntax.root)]
  const isOutside = ({ start }: Span): boolean =>
    !values.some((span) => span.start <= start && start < span.end)
  const name = ({ start, end }: Span): string => text.slice(start + 1, end)
  return isOutside(here) ? all.filter((each) => name(each) === name(here)).filter(isOutside) : undefined
}

function scalarsIn(root: SyntaxNode | undefined): readonly Span[] {
  if (root?.kind === 'scalar') return [root.span]
  return root
    ? Array.from(writtenIn(root)).flatMap(({ node }) => (node?.kind === 'scalar' ? [node.span] : []))
    : []
}
