import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver-types'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import { codeLenses } from '../../server/src/features/code-lenses.ts'
import { documentHighlights } from '../../server/src/features/document-highlights.ts'
import { documentLinks } from '../../server/src/features/document-links.ts'
import { documentSymbols } from '../../server/src/features/document-symbols.ts'
import { inlayHints } from '../../server/src/features/inlay-hints.ts'
import { selectionRanges } from '../../server/src/features/selection-ranges.ts'
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts'
import { analysisOf } from '../support/check.ts'

const part = fc.constantFrom(
  ...['stage', 'gates', 'due', 'timeline', 'productionBy', 'production', 'runbook', 'criteria', 'success'],
  ...[
    'owners',
    'operator',
    'name',
    ' rollout',
    ' 2026-06-04',
    ' docs/a.md',
    ' https://a.b/c',
    ' Luis Ortega',
  ],
  ...[':', ': ', '\n', '\r\n', '  ', '    ', '- ', '{', '}', '[', ']', ',', '"', "'", '|', '>'],
  ...['&x ', '*x', '<<: *x', '# c', '\t', '🚀', '\u202e', '\u0000', '\u2028', '\ufeff', '---', '? ', '%YAML'],
)
const yaml = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''))

function everything(analysis: Analysis, offset: number): unknown {
  const { lines, text } = analysis
  const position = lines.positionAt(offset)
  const range = { start: position, end: lines.positionAt(text.length) }
  return [
    codeLenses(analysis, 'file:///work/a.pilot.yaml'),
    documentHighlights(analysis, offset, undefined),
    documentLinks(analysis, (path) => `file:///work/${path}`),
    documentSymbols(analysis),
    inlayHints(analysis, range),
    selectionRanges(analysis, [position, { line: -1, character: -1 }, { line: 1e9, character: 1e9 }]),
    semanticTokens(analysis),
    semanticTokens(analysis, range),
  ]
}

describe('what is shown in the text', () => {
  it('lies within it, whatever it holds', () => {
    fc.assert(
      fc.property(yaml, fc.nat(200), (text, offset) => {
        const analysis = analysisOf(text, { rules: [] })
        const { line: last } = analysis.lines.positionAt(text.length)
        JSON.stringify(everything(analysis, Math.min(offset, text.length)), (_key, value) => {
          if (value?.line !== undefined) {
            const { line, character } = value
            assert.ok(line >= 0 && line <= last, `line ${line}`)
            const length = analysis.lines.lineEnd(line) - analysis.lines.lineStart(line)
            assert.ok(character >= 0 && character <= length, `character ${character}`)
          }
          return value
        })
      }),
      { numRuns: 150 },
    )
  })

  it('nests its symbols, so that an editor can say where the cursor is', () => {
    fc.assert(
      fc.property(yaml, (text) => {
        for (const symbol of documentSymbols(analysisOf(text, { rules: [] }))) checkNesting(symbol, text)
      }),
      { numRuns: 150 },
    )
  })

  it('takes no time that grows with the square of the text', () => {
    const items = Array.from(
      { length: 5_000 },
      (_, index) => `  - { stage: data, due: 2026-06-0${(index % 9) + 1} }`,
    )
    const analysis = analysisOf(`gates:\n${items.join('\n')}\n`, { rules: [] })
    // The square of the text would not come to an end before the test's time is up.
    assert.doesNotThrow(() => everything(analysis, analysis.text.length - 20))
  })
})

function checkNesting({ range, selectionRange, children = [] }: DocumentSymbol, text: string): void {
  assert.ok(encloses(range, selectionRange), JSON.stringify({ text, range, selectionRange }))
  for (const child of children) {
    assert.ok(encloses(range, child.range), JSON.stringify({ text, range, child }))
    checkNesting(child, text)
  }
}

function encloses(outer: Range, inner: Range): boolean {
  return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end)
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character)
}
