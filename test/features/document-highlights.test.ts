import assert from 'node:assert/strict'
import { DocumentHighlightKind } from 'vscode-languageserver-types'
import { documentHighlights } from '../../server/src/features/document-highlights.ts'
import { analysisOf } from '../support/check.ts'
import { readCursor } from '../support/cursor.ts'

/** What is highlighted stands in angle brackets; `|` is the cursor. */
const cases: readonly { name: string; yaml: string }[] = [
  {
    name: 'a person under every name of theirs',
    yaml: 'title: For Luis Ortega\nowners:\n  operator: { name: <Luis| Ortega> }\n  sponsor: { name: Dana Whitfield }\ngates: [{ by: "<L. Ortega>" }, { by: <Luis Ortega> }]\n',
  },
  {
    name: 'a system, but not the team of that name',
    yaml: 'team: erp\ndata: { sources: [{ system: <e|rp> }] }\nintegration: { systems: [{ system: <ERP> }] }\n',
  },
  { name: 'the name of the pilot', yaml: 'name: <de|mand>\npredecessor: other\ntitle: demand\n' },
  {
    name: 'a stage',
    yaml: 'stage: <roll|out>\nrollout: { sandbox: no }\ngates: [{ stage: data }, { stage: <rollout> }]\n',
  },
  {
    name: 'a day',
    yaml: 'gates: [{ due: <2026-0|4-08>, held: <2026-04-08> }, { due: 2026-05-08, notes: 2026-04-08 }]\n',
  },
  {
    name: 'an anchor and its aliases, outside of texts and comments',
    yaml: 'a: <&on|e> { x: "*one" }\nb: <*one> # *one\nc: [<*one>, *two]\nd: A *one\n',
  },
]

describe('document highlights', () => {
  for (const { name, yaml } of cases) {
    it(`show ${name}`, () => {
      const { text, offset } = readCursor(yaml.replace(/[<>]/g, ''))
      const analysis = analysisOf(text)
      const spans = (documentHighlights(analysis, offset, undefined) ?? []).map(({ range }) => {
        return [analysis.lines.offsetAt(range.start), analysis.lines.offsetAt(range.end)] as const
      })
      const shown = spans.toReversed().reduce((marked, [start, end]) => {
        return `${marked.slice(0, start)}<${marked.slice(start, end)}>${marked.slice(end)}`
      }, text)
      assert.equal(shown, yaml.replace('|', ''))
    })
  }

  it('tell an anchor, which says what it stands for, from the aliases that repeat it', () => {
    const analysis = analysisOf('a: &one x\nb: *one\n')
    const kinds = documentHighlights(analysis, analysis.text.indexOf('*one'), undefined)?.map(
      ({ kind }) => kind,
    )
    assert.deepEqual(kinds, [DocumentHighlightKind.Write, DocumentHighlightKind.Read])
  })

  for (const yaml of ['tit|le: x\n', 'title: Fore|cast\nsummary: Forecast\n', '# *a|b\n', '|', '- |a\n']) {
    it(`show nothing at ${JSON.stringify(yaml)}`, () => {
      const { text, offset } = readCursor(yaml)
      assert.equal(documentHighlights(analysisOf(text), offset, undefined), null)
    })
  }
})
