import type { Span } from '../text/span.ts'

/** The lines that Git left where it could not merge, each with its place. Empty unless a whole conflict is there. */
export function conflictMarkers(text: string): readonly Span[] {
  if (!text.includes('<<<<<<< ') || !text.includes('>>>>>>> ')) return []
  const found: Span[] = []
  for (const match of text.matchAll(/^(?:<{7} .*|={7}|\|{7} .*|>{7} .*)$/gm)) {
    found.push({ start: match.index, end: match.index + match[0].trimEnd().length })
  }
  return found.length >= 3 ? found : []
}
