import { type CompletionItem, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types'
import type { LineIndex } from '../engine/text/line-index.ts'
import type { Span } from '../engine/text/span.ts'
import { visible } from '../engine/text/visible.ts'
import { eolAt, layoutOf, lineEndAt, lineStartAt } from '../engine/yaml/layout.ts'
import { escaped, type Rendering } from '../engine/yaml/template.ts'
import { quoteOf } from './quotes.ts'
import { rangeOf } from './range.ts'
import type { Suggestion, Writing } from './suggestion.ts'

/** What many suggestions for one place have in common. */
interface Place extends Writing {
  readonly lines: LineIndex
  /** Of the line around an offset. */
  readonly indentation: (offset: number) => Indentation
}

type Indentation = readonly [width: number, goesOn: boolean]

/** A suggestion as the client takes it. */
export function completionItem(suggestion: Suggestion, rank: number, writing: Place): CompletionItem {
  const { label, kind, note, help, about, filter, again } = suggestion
  const { client, lines } = writing
  const { suggest } = client
  const { newText, isSnippet } = written(suggestion, writing)
  const span = spanOf(suggestion, writing)
  const comment = /[\r\n]/.test(newText) ? commentBehind(writing, span.end) : ''
  return {
    label: visible(label),
    kind,
    sortText: String(rank).padStart(4, '0'),
    // Clients compare with what is written, and that may begin with a quote.
    filterText: quoteOf(writing) + (filter ?? label),
    textEdit: {
      range: rangeOf(lines, { ...span, end: span.end + comment.length }),
      newText: newText.replace(/\r?\n/, (eol) => (isSnippet ? escaped(comment) : comment) + eol),
    },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(client.indenting === 'as told' ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(note === undefined ? {} : noteOf(visible(note), client.notes)),
    ...(help === undefined ? {} : { documentation: help }),
    ...(about ? { data: about } : {}),
    ...(again && suggest !== undefined ? { command: { title: label, command: suggest } } : {}),
  }
}

function noteOf(note: string, isBehind: boolean): Partial<CompletionItem> {
  return isBehind ? { labelDetails: { description: note } } : { detail: note }
}

/** The text, with its tab stops where the client takes them and its lines come out right. */
function written(suggestion: Suggestion, writing: Place): { newText: string; isSnippet: boolean } {
  const { indenting, snippets } = writing.client
  const { start } = spanOf(suggestion, writing)
  const [own, isAbove] = writing.indentation(start)
  const [plain, snippet] = [textOf(suggestion, writing, false), textOf(suggestion, writing, snippets)]
  const isUnsure = indenting === 'unsure' || (indenting === 'snippets' && isAbove)
  const isSnippet = snippet !== plain && !(isUnsure && /[\r\n]/.test(snippet))
  const isIndented = indenting === 'always' || (indenting === 'snippets' && isSnippet)
  return { newText: textOf(suggestion, writing, isSnippet, isIndented ? own : 0), isSnippet }
}

/** The author's comment behind a place, which stays on its line when others come below it. */
function commentBehind({ text, context }: Writing, offset: number): string {
  const rest = text.slice(offset, lineEndAt(text, offset))
  return context.where !== 'brackets' && /^[ \t]+#/.test(rest) ? rest : ''
}

/** How far a line is indented before a place in it, and whether the indentation goes on behind that. */
export function indentationAt(text: string, offset: number): Indentation {
  const before = text.slice(lineStartAt(text, offset), offset).replace(/^\uFEFF/, '')
  const width = before.search(/[^ ]|$/)
  return [width, width === before.length && /[ \t]/.test(text.charAt(offset))]
}

function textOf(suggestion: Suggestion, writing: Writing, snippet: boolean, own = 0): string {
  const { text, offset, context } = writing
  const rendering: Rendering = {
    snippet,
    indent: ' '.repeat(Math.max(0, context.column - own)),
    step: layoutOf(text).step,
    eol: eolAt(text, offset),
  }
  return (suggestion.span ? '' : context.lead) + suggestion.write(rendering)
}

function spanOf({ span }: Suggestion, { context }: Writing): Span {
  return span ?? context.span
}
