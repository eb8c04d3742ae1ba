import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { LineIndex } from '../engine/text/line-index.ts'
import { lineStartAt } from '../engine/yaml/layout.ts'
import type { PatchEdit } from '../engine/yaml/patch.ts'
import { escaped } from '../engine/yaml/template.ts'
import { rangeOf } from './range.ts'

/** The document that is edited, and what the client understands. */
export interface Target {
  readonly uri: string
  readonly version: number | null
  /** Whether edits may hold tab stops. */
  readonly snippets: boolean
  /** Whether edits may name the version that they are for. */
  readonly documentChanges: boolean
  /** The command of the client that shows a change of the past; absent where it has none. */
  readonly showChange?: string | undefined
}

/** A pilot or a configuration, and where its lines begin. */
export interface TextWithLines {
  readonly text: string
  readonly lines: LineIndex
}

/** Edits as the client takes them: with tab stops where it knows them and there are some, as plain text otherwise. */
export function workspaceEdit(
  file: TextWithLines,
  edits: readonly PatchEdit[],
  target: Target,
): WorkspaceEdit {
  const { uri, version } = target
  if (!target.documentChanges) return { changes: { [uri]: plain(file, edits) } }
  const snippets = target.snippets && edits.some(({ snippet }) => TAB_STOP.test(snippet))
  const change: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: snippets ? withTabStops(file, edits) : plain(file, edits),
  }
  return { documentChanges: [change] }
}

function plain({ lines }: TextWithLines, edits: readonly PatchEdit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(lines, span), newText: text }))
}

function withTabStops({ text, lines }: TextWithLines, edits: readonly PatchEdit[]): SnippetTextEdit[] {
  let used = 0
  const apart: Snippet[] = []
  for (const { span, snippet } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const numbered = renumber(snippet, used)
    used = numbered.last
    let own: Snippet = { span, snippet: numbered.snippet }
    let whole = fromLineStart(text, own)
    // Two edits of one line would both write again what stands in front of them.
    for (let last = apart.at(-1); last && whole.span.start <= last.span.end; last = apart.at(-1)) {
      own = joined(text, last, own)
      whole = fromLineStart(text, own)
      apart.pop()
    }
    apart.push(whole)
  }
  return apart.map(({ span, snippet }) => {
    return { range: rangeOf(lines, span), snippet: { kind: 'snippet', value: snippet } }
  })
}

type Snippet = Pick<PatchEdit, 'span' | 'snippet'>

/**
 * Editors indent the further lines of a snippet like the line it is inserted into, and ours are indented already. An edit
 * that begins at the start of its line is left alone, so it writes again what stands in front of it.
 */
function fromLineStart(text: string, { span, snippet }: Snippet): Snippet {
  const start = lineStartAt(text, span.start)
  const before = text.slice(start, span.start)
  if (!/^[ \t]/.test(before) || !/[\r\n]/.test(snippet)) return { span, snippet }
  return { span: { start, end: span.end }, snippet: escaped(before) + snippet }
}

/** Two edits, one behind the other, as one that writes again what stands between them. */
function joined(text: string, first: Snippet, second: Snippet): Snippet {
  const between = escaped(text.slice(first.span.end, second.span.start))
  const span = { start: first.span.start, end: second.span.end }
  return { span, snippet: first.snippet + between + second.snippet }
}

const TAB_STOP = /(?<!\\)\$(?:\d|\{\d)/

/** The same tab stop in two edits would be filled in together, so each edit counts on from the one before it. */
function renumber(snippet: string, used: number): { readonly snippet: string; readonly last: number } {
  let last = used
  const numbered = snippet.replace(
    /\\.|\$(\{?)(\d+)/gs,
    (match, brace: string | undefined, digits: string | undefined) => {
      if (digits === undefined) return match
      const stop = used + Number(digits)
      last = Math.max(last, stop)
      return `$${brace ?? ''}${stop}`
    },
  )
  return { snippet: numbered, last }
}
