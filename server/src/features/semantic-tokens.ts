import { type Range, type SemanticTokens, SemanticTokenTypes } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { isDate } from '../engine/pilot/dates.ts'
import { stages } from '../engine/pilot/stages.ts'
import { type Written, writtenIn } from '../engine/schema/written.ts'
import { type Span, withoutQuotes } from '../engine/text/span.ts'
import { spanOf } from './range.ts'

/** The kinds of tokens by their numbers. Those of our own are declared, with a standard one above them, in package.json. */
export const tokenTypes: readonly string[] = ['pilotStage', 'pilotDate', SemanticTokenTypes.enumMember]

/** Stages, days and the other words of the format: what a theme may colour beyond the syntax of YAML. */
export function semanticTokens({ text, lines, syntax }: Analysis, range?: Range): SemanticTokens {
  const within = range && spanOf(lines, range)
  const data: number[] = []
  let [lastLine, lastCharacter] = [0, 0]
  for (const { span, type } of tokensIn(text, syntax.root ? writtenIn(syntax.root, within) : [])) {
    const { line, character } = lines.positionAt(span.start)
    data.push(line - lastLine, line === lastLine ? character - lastCharacter : character)
    data.push(span.end - span.start, type, 0)
    ;[lastLine, lastCharacter] = [line, character]
  }
  return { data }
}

interface Token {
  readonly span: Span
  readonly type: number
}

/** In the order of the text. */
function tokensIn(text: string, all: Iterable<Written>): readonly Token[] {
  const tokens = Array.from(all).flatMap(({ node, property }): Token[] => {
    if (node?.kind !== 'scalar' || node.style === 'block' || !property) return []
    const span = withoutQuotes(text, node.span)
    // A value over several lines is a text, and none of the words.
    if (text.slice(span.start, span.end) !== node.value) return []
    const type = typeOf(node.value, property)
    return type === undefined ? [] : [{ span, type }]
  })
  return tokens.sort((a, b) => a.span.start - b.span.start)
}

function typeOf(value: string, { kind, words }: NonNullable<Written['property']>): number | undefined {
  if (kind === 'date') return isDate(value) ? 1 : undefined
  if (!words.some(({ word }) => word === value)) return undefined
  return words.every(({ word }) => known.has(word)) ? 0 : 2
}

const known: ReadonlySet<string> = new Set(stages)
