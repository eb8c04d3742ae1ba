import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { SnippetTextEdit, TextDocumentEdit, type TextEdit } from 'vscode-languageserver-types'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'
import type { PatchEdit } from '../../server/src/engine/yaml/patch.ts'
import { workspaceEdit } from '../../server/src/features/workspace-edit.ts'
import { expandSnippet } from './snippet.ts'

/**
 * The text that edits with tab stops leave when nobody types anything, in an editor that refuses edits which touch, and
 * indents the further lines of a snippet like the line that it is inserted into.
 */
export function withSnippets(text: string, edits: readonly PatchEdit[]): string {
  const document = TextDocument.create('', '', 0, text)
  const target = { uri: 'file:///a.pilot.yaml', version: 1, snippets: true, documentChanges: true }
  const { documentChanges = [] } = workspaceEdit({ text, lines: lineIndex(text) }, edits, target)
  const sent = documentChanges.flatMap((change) => (TextDocumentEdit.is(change) ? change.edits : []))
  const snippets = sent.filter((edit) => SnippetTextEdit.is(edit))
  for (const [index, { range }] of snippets.entries()) {
    const next = snippets[index + 1]
    const isApart = !next || document.offsetAt(range.end) < document.offsetAt(next.range.start)
    assert.ok(isApart, `edits touch: ${JSON.stringify(snippets)}`)
  }
  const plain = sent.filter((edit): edit is TextEdit => 'newText' in edit)
  return TextDocument.applyEdits(document, [...plain, ...snippets.map((edit) => written(edit, document))])
}

function written({ range, snippet }: SnippetTextEdit, document: TextDocument): TextEdit {
  const { line, character } = range.start
  const before = document.getText({ start: { line, character: 0 }, end: { line, character } })
  const [indent = ''] = /^[ \t]*/.exec(before) ?? []
  return { range, newText: expandSnippet(snippet.value, {}).replace(/\n/g, `\n${indent}`) }
}
