import assert from 'node:assert/strict'
import { DiagnosticTag } from 'vscode-languageserver-types'
import { diagnostics } from '../../server/src/features/diagnostics.ts'
import { analysisOf, complete } from '../support/check.ts'

describe('diagnostics', () => {
  it('show a suppression that suppresses nothing as something that can go, and nothing else', () => {
    const { findings, lines } = analysisOf(
      complete(
        'stage: ownership\nowners:\n  # pilots-ignore-next-line owners/operator-shared -- why\n  it: { name: Mei Lin }\n',
      ),
    )
    const found = diagnostics(findings, { uri: 'file:///work/demand.pilot.yaml', lines })
    assert.ok(found.length > 1)
    const tagged = found.filter(({ tags }) => tags !== undefined)
    assert.deepEqual(
      tagged.map(({ code, tags }) => [code, tags]),
      [['suppression/unused', [DiagnosticTag.Unnecessary]]],
    )
  })
})
