import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { PilotDocument } from '../../server/src/lsp/documents.ts'

const uri = 'file:///w/demand.pilot.yaml'

describe('an open document', () => {
  it('counts its lines after each of several edits as if it had been opened with that text', () => {
    for (const before of textsOf(3)) {
      const fresh = TextDocument.create(uri, 'yaml', 1, before)
      const places = [...Array(before.length + 1).keys()].map((at) => fresh.positionAt(at))
      for (const start of places)
        for (const text of textsOf(2)) {
          const edit = { range: { start, end: fresh.positionAt(before.length) }, text }
          const middle = TextDocument.applyEdits(fresh, [{ range: edit.range, newText: text }])
          const then = TextDocument.create(uri, 'yaml', 2, middle)
          const range = { start: then.positionAt(0), end: { line: then.lineCount - 1, character: 0 } }
          const document = PilotDocument.create(uri, 'yaml', 1, before)
          const { text: after } = PilotDocument.update(document, [edit, { range, text: '!' }], 2)
          const expected = TextDocument.applyEdits(then, [{ range, newText: '!' }])
          assert.equal(after, expected, JSON.stringify({ before, edit }))
        }
    }
  })

  it('is no pilot where it is only shown beside one: as it was, as a rename would make it, or from the clipboard', () => {
    const shown = [
      [uri, true],
      ['untitled:demand', true],
      ['git:/w/demand.pilot.yaml?%7B%22ref%22%3A%22HEAD%22%7D', false],
      ['clipboardCompare12:/w/demand.pilot.yaml', false],
      [`vscode-bulkeditpreview-editor://5f/w/demand.pilot.yaml?${uri}`, false],
      [`vscode-bulkeditpreview-editor://5f/w/demand.pilot.yaml?${encodeURIComponent(uri)}`, false],
    ] as const
    for (const [address, isPilot] of shown) {
      const { file } = PilotDocument.create(address, 'pilot-yaml', 1, '')
      assert.equal(file !== undefined, isPilot, address)
    }
  })
})

/** All texts up to a length of letters and ends of lines. */
function textsOf(length: number): readonly string[] {
  if (length === 0) return ['']
  return ['', ...['a', '\r', '\n'].flatMap((first) => textsOf(length - 1).map((rest) => first + rest))]
}
