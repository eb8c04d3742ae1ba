import { type CompletionItem, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types'
import type { LineIndex } from '../engine/text/line-index.ts'
import { visible } from '../engine/text/visible.ts'
import { eolAt, layoutOf, lineStartAt } from '../engine/yaml/layout.ts'
import type { Rendering } from '../engine/yaml/template.ts'
import { rangeOf } from './range.ts'
import type { Suggestion, Writing } from './suggestion.ts'

/** A suggestion as the client takes it. */
export function completionItem(
  suggestion: Suggestion,
  rank: number,
  writing: Writing & { readonly lines: LineIndex },
): CompletionItem {
  const { label, kind, note, help, about, filter, again } = suggestion
  const { client, lines } = writing
  const { snippets, suggest } = client
  const [plain, snippet] = [textOf(suggestion, writing, false), textOf(suggestion, writing, snippets)]
  return {
    label: visible(label),
    kind,
    sortText: String(rank).padStart(4, '0'),
    filterText: quoted(filter ?? label, writing),
    textEdit: { range: rangeOf(lines, suggestion.span ?? writing.context.span), newText: snippet },
    insertTextFormat: snippet === plain ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
    ...(client.keepsIndentation ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(note === undefined ? {} : noteOf(visible(note), client.notes)),
    ...(help === undefined ? {} : { documentation: help }),
    ...(about ? { data: about } : {}),
    ...(again && suggest !== undefined ? { command: { title: label, command: suggest } } : {}),
  }
}

function noteOf(note: string, isBehind: boolean): Partial<CompletionItem> {
  return isBehind ? { labelDetails: { description: note } } : { detail: note }
}

function textOf(suggestion: Suggestion, writing: Writing, snippet: boolean): string {
  const { text, offset, context, client } = writing
  const line = text.slice(lineStartAt(text, offset)).replace(/^\uFEFF/, '')
  const own = client.indents && !client.keepsIndentation ? (/^ */.exec(line)?.[0].length ?? 0) : 0
  const rendering: Rendering = {
    snippet,
    indent: ' '.repeat(Math.max(0, context.column - own)),
    step: layoutOf(text).step,
    eol: eolAt(text, offset),
  }
  return (suggestion.span ? '' : context.lead) + suggestion.write(rendering)
}

/** Clients compare with what is written, and that may begin with a quote. */
function quoted(filter: string, { text, context }: Writing): string {
  const first = text.charAt(context.typed.start)
  return context.where !== 'comment' && (first === '"' || first === "'") ? first + filter : filter
}
