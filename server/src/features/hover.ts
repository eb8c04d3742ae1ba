import type { Hover } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { propertyAt } from '../engine/schema/describe.ts'
import { holds, type Span } from '../engine/text/span.ts'
import type { SyntaxNode } from '../engine/yaml/node.ts'
import { type Cursor, cursorAt, placeAt } from '../engine/yaml/path.ts'
import { aliasHelp } from './alias-help.ts'
import { computedHelp } from './computed-help.ts'
import { findingHelp, shortFindingHelp } from './finding-help.ts'
import { propertyHelp } from './key-help.ts'
import type { Markup } from './markup.ts'
import { rangeOf } from './range.ts'
import { suppressionHelp } from './suppression-help.ts'

/** What is wrong at a place and what stands there: findings first, then the name, the key or the word. */
export function hover(analysis: Analysis, offset: number, markup: Markup, name?: Help): Hover | null {
  const findings = analysis.findings.filter(({ span }) => holds(span, offset))
  const help =
    name ??
    suppressionHelp(analysis, offset, markup) ??
    placeHelp(analysis, offset, markup) ??
    aliasHelp(analysis, offset, markup)
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

/** What is computed at a key, and what the schema says of it or of its word. */
function placeHelp(analysis: Analysis, offset: number, markup: Markup): Help | undefined {
  const { root } = analysis.syntax
  const cursor = root && cursorAt(root, offset)
  if (!root || !cursor) return undefined
  const node = placeAt(root, cursor.path)?.node
  // Between the keys of a block the cursor is in all of it, and on nothing.
  if (!cursor.onKey && node?.kind !== 'scalar') return undefined
  const parts = [computedHelp(analysis, cursor.path, markup), schemaHelp({ ...cursor, node }, markup)]
  const text = parts.filter((part) => part !== undefined).join('\n\n')
  return text === '' ? undefined : { text, span: cursor.span }
}

function schemaHelp(at: Cursor & { node: SyntaxNode | undefined }, markup: Markup): string | undefined {
  const property = propertyAt(at.path)
  return property && propertyHelp(property, at, markup)
}
