import assert from 'node:assert/strict'
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types'
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

  it('say where, how bad, which rule and where it is explained', () => {
    const { findings, lines } = analysisOf('stage: daat\n')
    const words = findings.filter(({ rule }) => rule === 'schema/word')
    assert.deepEqual(diagnostics(words, { uri: 'file:///work/demand.pilot.yaml', lines }), [
      {
        range: { start: { line: 0, character: 7 }, end: { line: 0, character: 11 } },
        severity: DiagnosticSeverity.Error,
        code: 'schema/word',
        codeDescription: { href: 'https://pilot-as-code.dev/rules/schema/word' },
        source: 'pilots',
        message: '"daat" is no stage that the format knows. Did you mean "data"?',
      },
    ])
  })
})
