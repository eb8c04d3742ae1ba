import type { Hover } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { propertyAt } from '../engine/schema/describe.ts'
import type { Span } from '../engine/text/span.ts'
import type { SyntaxNode } from '../engine/yaml/node.ts'
import { cursorAt, placeAt } from '../engine/yaml/path.ts'
import { findingHelp, shortFindingHelp } from './finding-help.ts'
import { keyHelp, wordHelp } from './key-help.ts'
import type { Markup } from './markup.ts'
import { rangeOf } from './range.ts'

/** What is wrong at a place and what stands there: findings first, then the name, the key or the word. */
export function hover(
  analysis: Analysis,
  offset: number,
  markup: Markup,
  name?: Help | undefined,
): Hover | null {
  const findings = analysis.findings.filter(({ span }) => span.start <= offset && offset <= span.end)
  const help = name ?? schemaHelp(analysis, offset, markup)
  const explain = findings.length === 1 ? findingHelp : shortFindingHelp
  const shown = findings.slice(0, MOST_FINDINGS).map((finding) => explain(finding, markup))
  const parts = help ? [...shown, help.text] : shown
  const span = findings[0]?.span ?? help?.span
  if (!span) return null
  return {
    contents: { kind: markup.kind, value: parts.join(markup.kind === 'markdown' ? '\n\n---\n\n' : '\n\n') },
    range: rangeOf(analysis.lines, span),
  }
}

/** More would not fit beside the text. */
const MOST_FINDINGS = 3

/** What is to be said about a place beside its findings. */
export interface Help {
  readonly text: string
  readonly span: Span
}

function schemaHelp({ syntax }: Analysis, offset: number, markup: Markup): Help | undefined {
  const cursor = syntax.root && cursorAt(syntax.root, offset)
  const property = cursor && propertyAt(cursor.path)
  if (!syntax.root || !cursor || !property) return undefined
  if (cursor.onKey) return { text: keyHelp(property, markup), span: cursor.span }
  const word = wordOf(placeAt(syntax.root, cursor.path)?.node)
  const known = property.words.find((each) => each.word === word)
  return known && { text: wordHelp(property, known, markup), span: cursor.span }
}

function wordOf(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
}
